import { z } from 'zod';
import { type Rest, valueOf } from './client.ts';
import { coreTerm, type FoundId, type Taxonomy } from './core-terms.ts';
import type { PostJob } from './post.ts';
import { remembered } from './remembered.ts';

const userSchema = z.object({ id: z.int() });

/** What is absent is left to the site. */
export interface CoreIds {
  categories?: number[];
  tags?: number[];
  author?: number;
}

/**
 * The numbers core's routes want in place of names. Missing terms are made; a term that cannot be had is
 * left out, with a note, and so is an author that cannot be looked up.
 * @param username the delivering account, which needs no look-up
 */
export function coreIds(username: string) {
  const known = remembered<FoundId>((found) => 'id' in found);

  const terms = async (rest: Rest, taxonomy: Taxonomy, names: string[], notes: string[]) => {
    const found = await Promise.all(
      names.map((name) => known.get(`${taxonomy}\n${name}`, () => coreTerm(rest, taxonomy, name))),
    );
    found.forEach((one, index) => {
      if ('why' in one) notes.push(`without "${names[index]}" in ${taxonomy}: ${one.why}`);
    });
    return [...new Set(found.flatMap((one) => ('id' in one ? one.id : [])))];
  };

  const author = async (rest: Rest, byline: string, notes: string[]) => {
    if (byline.toLowerCase() === username.toLowerCase()) return undefined;
    const found = await known.get(`author\n${byline}`, () => accountId(rest, byline));
    if ('id' in found) return found.id;
    notes.push(`${found.why}: posted under the delivering account`);
    return undefined;
  };

  return {
    async of(rest: Rest, job: PostJob, notes: string[]): Promise<CoreIds> {
      const authorId = await author(rest, job.byline, notes);
      const categories = await terms(rest, 'categories', job.categories, notes);
      const tags = await terms(rest, 'tags', job.tags, notes);
      return {
        ...(categories.length === 0 ? {} : { categories }),
        ...(tags.length === 0 ? {} : { tags }),
        ...(authorId === undefined ? {} : { author: authorId }),
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
      known.forget();
      return false;
    },
  };
}

/** The number of the account that the site shows by that name. */
export async function accountId(rest: Rest, byline: string): Promise<FoundId> {
  const query = { slug: byline.toLowerCase(), _fields: 'id' };
  const path = '/wp/v2/users';
  const reply = await rest({ method: 'GET', path, query, expect: 'every answer' });
  if (reply.kind === 'error') {
    return { why: `accounts cannot be looked up (${reply.status} ${reply.code})` };
  }
  const [account] = valueOf(z.array(userSchema), reply, path);
  return account ?? { why: `no public account "${byline}"` };
}
