import { z } from 'zod';
import type { Rest } from './client.ts';
import type { PostJob } from './post.ts';
import { remembered } from './remembered.ts';

type Taxonomy = 'categories' | 'tags';

const termSchema = z.object({ id: z.int(), name: z.string() });
const existsSchema = z.object({ data: z.object({ term_id: z.coerce.number().int() }) });
const userSchema = z.object({ id: z.int() });

/** What is absent is left to the site. */
export interface CoreIds {
  categories?: number[];
  tags?: number[];
  author?: number;
}

/**
 * The numbers core's routes want in place of names. Missing terms are made; a term that is not there and
 * that the account may not create is left out, with a note, as is an unknown author.
 */
export function coreIds() {
  const ids = remembered<number>();

  const terms = async (rest: Rest, taxonomy: Taxonomy, names: string[], notes: string[]) => {
    const found = await Promise.all(
      names.map((name) => ids.get(`${taxonomy}\n${name}`, () => termId(rest, taxonomy, name))),
    );
    found.forEach((id, index) => {
      if (id === undefined) notes.push(`no right to create "${names[index]}" in ${taxonomy}`);
    });
    return [...new Set(found.filter((id) => id !== undefined))];
  };

  return {
    async of(rest: Rest, job: PostJob, notes: string[]): Promise<CoreIds> {
      const { byline } = job;
      const author = await ids.get(`author\n${byline}`, () => authorId(rest, byline));
      if (author === undefined) {
        notes.push(`no public account "${byline}": posted under the delivering account`);
      }
      const categories = await terms(rest, 'categories', job.categories, notes);
      const tags = await terms(rest, 'tags', job.tags, notes);
      return {
        ...(categories.length === 0 ? {} : { categories }),
        ...(tags.length === 0 ? {} : { tags }),
        ...(author === undefined ? {} : { author }),
      };
    },
    /**
     * WordPress drops ids it does not know without a word. When it stored fewer than were sent, a
     * remembered term was deleted there: then all are forgotten, to be asked for again.
     */
    wereKept(sent: CoreIds, stored: { categories: number[]; tags: number[] }): boolean {
      const kept = (taxonomy: Taxonomy) =>
        (sent[taxonomy] ?? []).every((id) => stored[taxonomy].includes(id));
      if (kept('categories') && kept('tags')) return true;
      ids.forget();
      return false;
    },
  };
}

async function termId(rest: Rest, taxonomy: Taxonomy, name: string): Promise<number | undefined> {
  const path = `/wp/v2/${taxonomy}`;
  const expect = ['term_exists', 'rest_cannot_create'];
  const made = await rest({ method: 'POST', path, json: { name }, expect });
  if (made.kind === 'ok') return termSchema.parse(made.value).id;
  if (made.code === 'term_exists') return existsSchema.parse(made.value).data.term_id;
  const query = { search: name, per_page: '100', _fields: 'id,name' };
  const found = z.array(termSchema).parse((await rest({ method: 'GET', path, query })).value);
  const plain = (text: string) => text.replaceAll('&amp;', '&').toLowerCase();
  return found.find((term) => plain(term.name) === plain(name))?.id;
}

async function authorId(rest: Rest, byline: string): Promise<number | undefined> {
  const query = { slug: byline.toLowerCase(), _fields: 'id' };
  const reply = await rest({ method: 'GET', path: '/wp/v2/users', query });
  return z.array(userSchema).parse(reply.value)[0]?.id;
}
