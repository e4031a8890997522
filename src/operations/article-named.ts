import { rememberedAddresses } from '../clean-url.ts';
import type { Pipeline } from '../processors/pipeline.ts';

export interface NamedArticle {
  /** Undefined where no feed has led to it yet. */
  articleId: string | undefined;
  /** Its id where that is known, first of all, and its cleaned address where one was given. */
  names: [string, ...string[]];
}

const ARTICLE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const ID_START = /^[0-9a-f-]{4,35}$/i;

/** The ids of articles that begin like this: of those that changed lately, or of all that are remembered. */
export async function idsLike(
  start: string,
  { articles, health }: Pick<Pipeline, 'articles' | 'health'>,
): Promise<string[]> {
  if (!ID_START.test(start)) return [];
  const lower = start.toLowerCase();
  const recent = await health.recent.idsLike(lower);
  return recent.length > 0 ? recent : await articles.idsLike(lower);
}

/** The article of an id or an address; undefined for what is neither. */
export async function articleNamed(
  name: string,
  { aliases }: Pick<Pipeline, 'aliases'>,
): Promise<NamedArticle | undefined> {
  if (ARTICLE_ID.test(name)) return { articleId: name.toLowerCase(), names: [name.toLowerCase()] };
  const [address, ...earlier] = rememberedAddresses(name);
  if (address === undefined) return undefined;
  const [alias] = await aliases.findAll([address, ...earlier]);
  if (alias === undefined) return { articleId: undefined, names: [address, ...earlier] };
  return { articleId: alias.articleId, names: [alias.articleId, address, ...earlier] };
}
