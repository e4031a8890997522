import { z } from 'zod';
import { type Rest, valueOf } from './client.ts';
import { inThreeBytes, isRefusedText } from './narrow-text.ts';

export type Taxonomy = 'categories' | 'tags';

const termSchema = z.object({ id: z.int(), name: z.string() });
const existsSchema = z.object({ data: z.object({ term_id: z.coerce.number().int() }) });

/** The site's number for a name, or why there is none, in words. */
export type FoundId = { id: number } | { why: string };

/**
 * The number of a term, which is made where it is missing. Core has no lock: of two terms of one name that
 * are made at once both makers keep the one with the lower number.
 */
export async function coreTerm(rest: Rest, taxonomy: Taxonomy, name: string): Promise<FoundId> {
  const path = `/wp/v2/${taxonomy}`;
  const make = (json: object) => rest({ method: 'POST', path, json, expect: 'every answer' });
  let made = await make({ name });
  if (made.kind === 'error' && isRefusedText(made.code))
    made = await make({ name: inThreeBytes(name) });
  if (made.kind === 'ok') return { id: await firstOf(rest, path, valueOf(termSchema, made, path)) };
  if (made.code === 'term_exists') {
    return { id: valueOf(existsSchema, made, path).data.term_id };
  }
  const [known] = await namesakes(rest, path, name);
  if (known) return { id: known };
  const isRight = made.code === 'rest_cannot_create';
  return { why: isRight ? 'no right to create it' : `${made.code}: ${made.message}` };
}

async function firstOf(
  rest: Rest,
  path: string,
  { id, name }: z.infer<typeof termSchema>,
): Promise<number> {
  const [first = id] = await namesakes(rest, path, name);
  if (first >= id) return id;
  const query = { force: 'true' };
  await rest({ method: 'DELETE', path: `${path}/${id}`, query, expect: 'every answer' });
  return first;
}

/** Numbers of the terms of that name, lowest first. */
async function namesakes(rest: Rest, path: string, name: string): Promise<number[]> {
  const query = { search: name, orderby: 'id', order: 'asc', per_page: '100', _fields: 'id,name' };
  const found = await rest({ method: 'GET', path, query, expect: 'every answer' });
  if (found.kind === 'error') return [];
  return valueOf(z.array(termSchema), found, path)
    .filter((term) => comparable(term.name) === comparable(name))
    .map(({ id }) => id)
    .toSorted((a, b) => a - b);
}

/** Names as WordPress compares them; it stores `&` as a reference, and some sites every rare character. */
function comparable(name: string): string {
  return inThreeBytes(name).replaceAll('&amp;', '&').toLowerCase();
}
