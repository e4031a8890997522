import { createHash } from 'node:crypto';
import type { ArticleRecord, Image } from '../../article-record.ts';
import type { WordpressOptions } from '../../config/destinations.ts';
import {
  titledRecord,
  type RepublishAction,
  type RepublishJob,
} from '../../queue/republish-job.ts';
import { coreBlocks } from './core-blocks.ts';
import { customFields } from './custom-fields.ts';
import { mediaName } from './media.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import type { PostPictures } from './pictures/picture.ts';
import { termNames } from './terms.ts';

/** Fields of WordPress's own posts route. */
export interface PostFields {
  title: string;
  content: string;
  excerpt: string;
  slug: string;
  status: WordpressOptions['status'];
  comment_status?: 'closed';
  ping_status?: 'closed';
  /** Seconds precision, UTC, without a zone: WordPress refuses fractions in some versions. */
  date_gmt?: string;
  featured_media?: number;
}

/** One delivery as the companion plugin takes it. */
export interface PostJob {
  action: RepublishAction;
  revision: number;
  /** SHA-256 over all that would be shown: equal hashes are nothing to do. */
  hash: string;
  byline: string;
  editorChanges: WordpressOptions['editorChanges'];
  categories: string[];
  tags: string[];
  post: PostFields;
  page: PageFacts;
  /** Another kind of post than `post`. */
  postType?: string;
  /** Custom fields by name. */
  fields?: Record<string, string>;
}

/** `new`: being made; `live`: complete; `withdrawn`: emptied. */
export type MarkState = 'new' | 'live' | 'withdrawn';

/**
 * Says in the post's text, unseen, which article and revision it is: WordPress stores no other field of
 * ours without the plugin, and an editor may change every other one.
 */
export function markOf(id: string, { revision, hash }: PostJob, state: MarkState): string {
  return `<!-- newsrelay ${id} ${revision} ${hash} ${state} -->`;
}

export interface Mark {
  id: string;
  revision: number;
  hash: string;
  state: MarkState;
}

/** Says which picture was copied for the post: core cannot ask which posts show one. */
function pictureMarkOf(image: Image): string {
  return `<!-- newsrelay-picture ${mediaName(image)} -->`;
}

/** The copied pictures' names in the media library. */
export function readPictureMarks(content: string): string[] {
  const marks = content.matchAll(/<!-- newsrelay-picture (newsrelay-[0-9a-f]{24}) -->/g);
  return [...marks].map(([, name = '']) => name);
}

const POST_MARK =
  /<!-- newsrelay ([0-9a-f-]{36}) (\d{1,16}) ([0-9a-f]{64}) (new|live|withdrawn) -->/;

export function readMark(content: string): Mark | undefined {
  const [, id, revision, hash, state] = POST_MARK.exec(content) ?? [];
  if (id === undefined || hash === undefined) return undefined;
  return { id, revision: Number(revision), hash, state: state as MarkState };
}

const NO_PICTURES: Omit<PostPictures, 'notes'> = { inText: new Map() };

/**
 * Everything WordPress is to hold of a job.
 * @param pictures `id` is the media library's; 0 for none; absent when the picture is left to the site
 */
export function postOf(
  job: RepublishJob,
  options: WordpressOptions,
  { now, pictures = NO_PICTURES }: { now: Date; pictures?: Omit<PostPictures, 'notes'> },
): PostJob {
  const record = titledRecord(job);
  const { id: picture, inText, isFallback = false } = pictures;
  const withdrawn = job.action === 'withdraw';
  const shown = {
    byline: job.byline,
    categories: termNames(record, options.categories),
    tags: termNames(record, options.tags),
    post: {
      title: escapeTags(record.title),
      content: withdrawn ? '' : content(record, inText),
      excerpt: withdrawn ? '' : inert(escapeTags(record.summary ?? '')),
      slug: postSlug(record),
      status: options.status,
      ...(options.comments ? {} : ({ comment_status: 'closed', ping_status: 'closed' } as const)),
      ...postDate(record),
      ...(picture === undefined ? {} : { featured_media: picture }),
    },
    page: pageFacts(job, options, { isFallback }),
    ...extrasOf(job, options),
  };
  const hash = createHash('sha256')
    .update(JSON.stringify([withdrawn, shown]))
    .digest('hex');
  const { editorChanges } = options;
  const { action } = job;
  const post: PostJob = { action, revision: record.revision, hash, editorChanges, ...shown };
  clampDate(post.post, now);
  const isFeatured = picture !== undefined && picture > 0 && !isFallback;
  const copied = record.images.filter(({ url }, at) => inText.has(url) || (at === 0 && isFeatured));
  post.post.content += copied.map(pictureMarkOf).join('');
  post.post.content += markOf(record.id, post, withdrawn ? 'withdrawn' : 'live');
  return post;
}

/** Absent where the config asks for nothing, so that what was delivered before is still the same. */
function extrasOf(job: RepublishJob, options: WordpressOptions) {
  const { postType } = options;
  // A withdrawn article has nothing to say in any field.
  const record = job.action === 'withdraw' ? undefined : job.record;
  return {
    ...(postType !== 'post' && { postType }),
    ...(record &&
      Object.keys(options.fields).length > 0 && { fields: customFields(record, options) }),
  };
}

/** Blocks as WordPress's editor stores them, which also keeps its automatic paragraphs away. */
function content(record: ArticleRecord, inText: PostPictures['inText']): string {
  return coreBlocks(record, inText)
    .map(({ name, attributes, html }) => {
      const said = attributes ? ` ${JSON.stringify(attributes)}` : '';
      return `<!-- wp:${name}${said} -->\n${inert(html)}\n<!-- /wp:${name} -->\n\n`;
    })
    .join('');
}

/**
 * WordPress acts on plain text: `[gallery]` runs a shortcode, an address alone in a paragraph is
 * fetched and embedded, and ` 8) ` becomes a smiley. As character references they stay text. In tags
 * only `[` matters; addresses there must stay as they are.
 */
function inert(html: string): string {
  return html
    .replaceAll('[', '&#91;')
    .split(/(<[^<>]*>)/)
    .map((part, index) => (index % 2 === 0 ? inertText(part) : part))
    .join('');
}

function inertText(text: string): string {
  return text
    .replaceAll('://', '&#58;//')
    .replaceAll(/(^|\s)([:;8])(?=[-?!()|a-zA-Z])/g, (_match, before: string, first: string) => {
      return `${before}&#${first.charCodeAt(0)};`;
    });
}

/** For fields that WordPress curls quotes in on output: quotes stay as they are. */
function escapeTags(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const SLUG_LENGTH = 80;
/** WordPress stores letters beyond ASCII percent-encoded, and cuts an address after 200 bytes. */
const ENCODED_SLUG_LENGTH = 185;

/** Words of the title, in its own script, and the start of the id: readable, stable and the article's own. */
function postSlug({ id, title }: ArticleRecord): string {
  const words = title
    .slice(0, 500)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replaceAll(/['’]/g, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = `${slug}${word}-`;
    const isTooLong = longer.length > SLUG_LENGTH || encodedLength(longer) > ENCODED_SLUG_LENGTH;
    if (isTooLong && slug === '') slug = `${beginningOf(word)}-`;
    if (isTooLong) break;
    slug = longer;
  }
  return `${slug === '' || slug === '-' ? 'article-' : slug}${id.slice(0, 8)}`;
}

const encodedLength = (text: string) => encodeURIComponent(text).length;

/** Of a script that sets no spaces between words, as much as an address holds, whole characters. */
function beginningOf(word: string): string {
  let taken = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (encodedLength(taken + segment) > ENCODED_SLUG_LENGTH) break;
    taken += segment;
  }
  return taken;
}

function postDate({ publishedAt, firstSeenAt }: ArticleRecord): { date_gmt: string } {
  const date = (publishedAt ?? firstSeenAt).slice(0, 19);
  // WordPress takes the one second that is 0 for no date at all, and would show the post as of today.
  return { date_gmt: date === '1970-01-01T00:00:00' ? '1970-01-01T00:00:01' : date };
}

/** A time ahead would schedule the post, and nothing may run WordPress's timetable. */
function clampDate(post: PostFields, now: Date): void {
  const latest = now.toISOString().slice(0, 19);
  if (post.date_gmt !== undefined && post.date_gmt > latest) post.date_gmt = latest;
}
