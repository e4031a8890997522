import { z } from 'zod';
import { readDate, type DateRules } from '../../dates/date.ts';
import type { Category, Enclosure, Entry, Feed } from '../entry.ts';
import { isPicture } from './enclosures.ts';
import { NO_HINTS } from './hints.ts';
import { entryAddress, statedAddress, type AddressContext } from './entry-address.ts';
import { resolveHtml, resolveUrl, titleText } from './html.ts';
import { mendedJson, type MendedJson } from './lenient-json.ts';
import { baseOfSite, hostOfAddress } from './site-base.ts';
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
  home_page_url: textSchema,
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

/** The specification wants a permanent address as id where an entry has no other. */
function linkOfJsonItem({ url, external_url, id }: Item, context: AddressContext): string | null {
  for (const written of [url, external_url]) {
    const link = written === null ? null : entryAddress(written, context);
    if (link !== null) return link;
  }
  return statedAddress(id, context);
}

function entryOfJsonItem(
  entry: Item,
  feedAuthor: string | null,
  context: AddressContext,
  rules: DateRules,
): Entry {
  const { base } = context;
  const html = entry.content_html ?? (entry.content_text && escapeHtml(entry.content_text));
  return {
    id: entry.id,
    title: (entry.title && titleText(entry.title)) || null,
    link: linkOfJsonItem(entry, context),
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

/** A document as JSON, mended where it has to be; null where nothing of it is JSON. */
function parsedJson(json: string): { value: unknown; repairs: string[] } | null {
  if (nestsTooDeep(json)) return null;
  let mended: MendedJson = { json, repairs: [] };
  try {
    return { value: JSON.parse(json), repairs: [] };
  } catch {
    mended = mendedJson(json);
  }
  try {
    return { value: JSON.parse(mended.json), repairs: mended.repairs };
  } catch {
    return null;
  }
}

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org); null for any other JSON, and for none. */
export function readJsonFeed(json: string, url: string | undefined, rules: DateRules): Feed | null {
  const read = parsedJson(json);
  const parsed = documentSchema.safeParse(read?.value);
  if (!read || !parsed.success) return null;
  const { title, language, items } = parsed.data;
  // What breaks off before it says anything is no feed.
  if (read.repairs.length > 0 && title === null && items.length === 0) return null;
  const own = url !== undefined && URL.canParse(url) ? url : null;
  const site = statedAddress(parsed.data.home_page_url, { base: null, site: null });
  const hosts = items.map((one) => hostOfAddress((one as Partial<Item> | null)?.url));
  const context = { base: baseOfSite({ own, site, hosts }), site };
  const feedAuthor = authorNames(parsed.data);
  const entries = items.flatMap((one: unknown) => {
    const entry = itemSchema.safeParse(one);
    return entry.success ? [entryOfJsonItem(entry.data, feedAuthor, context, rules)] : [];
  });
  return {
    title: (title && titleText(title)) || null,
    language,
    entries,
    hints: NO_HINTS,
    repairs: read.repairs,
  };
}
