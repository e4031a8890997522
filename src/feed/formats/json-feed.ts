import { z } from 'zod';
import { readDate, type DateRules } from '../../dates/date.ts';
import type { Category, Enclosure, Entry, Feed } from '../entry.ts';
import { isPicture } from './enclosures.ts';
import { NO_HINTS } from './hints.ts';
import { collapse, resolveHtml, resolveUrl } from './html.ts';
import { MAX_ITEMS, MAX_SIBLINGS } from '../xml/structure.ts';

// A field of the wrong type is as good as absent: it never costs its entry.
const textSchema = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value?.trim() || null)
  .catch(null);
const amountSchema = z.number().nonnegative().nullable().default(null).catch(null);
const upTo = (length: number) =>
  z
    .unknown()
    .optional()
    .transform((value) => (Array.isArray(value) ? value.slice(0, length) : []));
const listSchemaOf = <T extends z.ZodType>(item: T) =>
  upTo(MAX_SIBLINGS).pipe(z.array(item.nullable().catch(null)));

const authorItemSchema = z.object({ name: textSchema });
const attachmentSchema = z.object({
  url: textSchema,
  mime_type: textSchema,
  size_in_bytes: amountSchema,
});
const itemSchema = z.object({
  id: textSchema,
  url: textSchema,
  external_url: textSchema,
  title: textSchema,
  summary: textSchema,
  content_html: textSchema,
  content_text: textSchema,
  date_published: textSchema,
  date_modified: textSchema,
  image: textSchema,
  banner_image: textSchema,
  author: authorItemSchema.nullable().catch(null),
  authors: listSchemaOf(authorItemSchema),
  tags: listSchemaOf(textSchema),
  attachments: listSchemaOf(attachmentSchema),
});
const documentSchema = z.object({
  version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//),
  title: textSchema,
  language: textSchema,
  author: authorItemSchema.nullable().catch(null),
  authors: listSchemaOf(authorItemSchema),
  items: upTo(MAX_ITEMS),
});

type Item = z.infer<typeof itemSchema>;
type JsonAuthor = z.infer<typeof authorItemSchema>;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeHtml = (plain: string) =>
  plain.replace(/[&<>]/g, (character) => ESCAPES[character] ?? '');

function authorNames(of: {
  author: JsonAuthor | null;
  authors: (JsonAuthor | null)[];
}): string | null {
  const names = [...of.authors, of.author].flatMap((one) => one?.name ?? []);
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function attachmentsOf(entry: Item, base: string | null): Enclosure[] {
  const images = [entry.image, entry.banner_image].map((url) => ({
    url,
    type: null,
    length: null,
    picture: {},
  }));
  const attachments = entry.attachments.map((file) => ({
    url: file?.url ?? null,
    type: file?.mime_type ?? null,
    length: file?.size_in_bytes ?? null,
  }));
  const found = new Map<string, Enclosure>();
  for (const file of [...attachments, ...images]) {
    const url = file.url === null ? null : resolveUrl(file.url, base);
    if (url === null || found.has(url)) continue;
    found.set(url, { ...(isPicture(file.type, url) && { picture: {} }), ...file, url });
  }
  return [...found.values()];
}

function entryOfJsonItem(
  entry: Item,
  feedAuthor: string | null,
  base: string | null,
  rules: DateRules,
): Entry {
  const link = entry.url ?? entry.external_url;
  const html = entry.content_html ?? (entry.content_text && escapeHtml(entry.content_text));
  return {
    id: entry.id,
    title: entry.title === null ? null : collapse(entry.title),
    link: link === null ? null : resolveUrl(link, base),
    published: entry.date_published === null ? null : readDate(entry.date_published, rules),
    updated: entry.date_modified === null ? null : readDate(entry.date_modified, rules),
    author: authorNames(entry) ?? feedAuthor,
    summary: entry.summary,
    content: html === null ? null : resolveHtml(html, base),
    categories: entry.tags.flatMap((term): Category[] => (term ? [{ term, scheme: null }] : [])),
    enclosures: attachmentsOf(entry, base),
  };
}

/** JSON Feed nests five deep; a million levels would keep `JSON.parse` for minutes. */
const MAX_JSON_DEPTH = 100;

function nestsTooDeep(json: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org); null for any other JSON, and for none. */
export function readJsonFeed(json: string, url: string | undefined, rules: DateRules): Feed | null {
  if (nestsTooDeep(json)) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const parsed = documentSchema.safeParse(value);
  if (!parsed.success) return null;
  const { title, language, items } = parsed.data;
  const base = url !== undefined && URL.canParse(url) ? url : null;
  const feedAuthor = authorNames(parsed.data);
  const entries = items.flatMap((one: unknown) => {
    const read = itemSchema.safeParse(one);
    return read.success ? [entryOfJsonItem(read.data, feedAuthor, base, rules)] : [];
  });
  return {
    title,
    language,
    entries,
    hints: NO_HINTS,
    repairs: [],
  };
}
