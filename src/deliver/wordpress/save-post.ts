import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Rest, restError, valueOf } from './client.ts';
import { inThreeBytes, isRefusedText, REFUSED_TEXT } from './narrow-text.ts';

const savedSchema = z.object({
  id: z.int(),
  status: z.string(),
  categories: z.array(z.int()),
  tags: z.array(z.int()),
  /** The companion plugin says that it is there. */
  newsrelay: z.string().optional(),
});
export type SavedPost = z.infer<typeof savedSchema>;

type PostContent = Record<string, unknown>;

/**
 * Parts of a post that an account or a site may not allow: the post goes without them, and they cost
 * nothing else. By the code that WordPress answers.
 */
const OPTIONAL_PARTS: Readonly<Record<string, { fields: string[]; note: string }>> = {
  rest_cannot_edit_others: {
    fields: ['author'],
    note: 'no right to post under another byline: posted under the delivering account',
  },
  rest_invalid_author: {
    fields: ['author'],
    note: 'the site does not know the byline any more: posted under the delivering account',
  },
  rest_cannot_assign_term: {
    fields: ['categories', 'tags'],
    note: 'no right to assign categories and tags: left to the site',
  },
  rest_invalid_featured_media: {
    fields: ['featured_media'],
    note: 'without its picture: the media library has lost it',
  },
};

const OPTIONAL_CODES = Object.keys(OPTIONAL_PARTS);

/**
 * Creates (path empty) or changes (`/<id>`) a post over core's route. What the site does not allow is left
 * out, with a note; rare characters that its database refuses are sent as references.
 * @param isShown a post that is to be public does not become a scheduled one by a slow clock of the site's
 */
export async function savePost(
  rest: Rest,
  path: string,
  content: PostContent,
  { notes = [], isShown = false }: { notes?: string[]; isShown?: boolean } = {},
): Promise<SavedPost> {
  const route = `/wp/v2/posts${path}`;
  const send = (json: PostContent) =>
    rest({ method: 'POST', path: route, json, expect: [...OPTIONAL_CODES, ...REFUSED_TEXT] });
  let json = content;
  let reply = await send(json);
  while (reply.kind === 'error') {
    const lesser = lesserThan(json, reply.code, notes);
    if (lesser === undefined) throw restError(route, reply.status, reply);
    json = lesser;
    reply = await send(json);
  }
  const saved = valueOf(savedSchema, reply, 'a saved post');
  if (!isShown || saved.status !== 'future' || !reply.siteTime) return saved;
  const date = new Date(reply.siteTime.getTime() - 1_000).toISOString().slice(0, 19);
  const whole = `/wp/v2/posts/${saved.id}`;
  const again = await rest({
    method: 'POST',
    path: whole,
    json: { status: 'publish', date_gmt: date },
  });
  return valueOf(savedSchema, again, 'a saved post');
}

function lesserThan(json: PostContent, code: string, notes: string[]): PostContent | undefined {
  if (isRefusedText(code)) {
    const narrow = Object.entries(json).map(([name, value]) => [
      name,
      typeof value === 'string' ? inThreeBytes(value) : value,
    ]);
    const lesser: PostContent = Object.fromEntries(narrow);
    return isDeepStrictEqual(lesser, json) ? undefined : lesser;
  }
  const part = OPTIONAL_PARTS[code];
  if (!part?.fields.some((field) => field in json)) return undefined;
  notes.push(part.note);
  const kept = Object.entries(json).filter(([name]) => !part.fields.includes(name));
  return Object.fromEntries(kept);
}
