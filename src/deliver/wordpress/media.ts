import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cutBetweenWords } from '../../../consumer/text.js';
import type { Image } from '../../article-record.ts';
import { PermanentError, TransientError } from '../../errors.ts';
import type { Fetch } from '../../http/fetch.ts';
import { escapeText } from '../markup.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { type Rest, type RestReply, valueOf } from './client.ts';
import { inThreeBytes } from './narrow-text.ts';
import { pictureWidth } from './pictures/picture-width.ts';

const mediaSchema = z.object({
  id: z.int(),
  alt_text: z.string(),
  caption: z.object({ rendered: z.string() }),
  // Some sites hide it; such a copy can be featured, but not shown in a text.
  source_url: z.string().catch(''),
  // An object with sizes, or an empty list where the site could not read the file.
  media_details: z.object({ width: z.number().optional() }).catch({}),
});
type Media = z.infer<typeof mediaSchema>;
const MEDIA_FIELDS = 'id,alt_text,caption,source_url,media_details';

/** A picture of the media library, where readers get it; `url` is empty where the site does not say. */
export interface LibraryPicture {
  id: number;
  url: string;
}

/** Pictures by their first bytes: what a server calls them is no proof, and SVG is a program. */
const TYPES: readonly { type: string; extension: string; matches: (hex: string) => boolean }[] = [
  { type: 'image/jpeg', extension: 'jpg', matches: (hex) => hex.startsWith('ffd8ff') },
  { type: 'image/png', extension: 'png', matches: (hex) => hex.startsWith('89504e470d0a1a0a') },
  { type: 'image/gif', extension: 'gif', matches: (hex) => hex.startsWith('47494638') },
  { type: 'image/webp', extension: 'webp', matches: (hex) => /^52494646.{8}57454250/.test(hex) },
];

export interface MediaTools {
  rest: Rest;
  /** The guarded door: the URL comes from a page. */
  fetch: Fetch;
  signal?: AbortSignal | undefined;
}

/** A picture that is to be in the library. */
export interface WantedPicture {
  image: Image;
  /** What the library's list calls it where the picture has no words of its own. */
  title: string;
  /** Pixels; a narrower one is not copied. */
  minWidth?: number;
}

/** The code of the error for a picture that is there and too narrow. */
export const NARROW = 'narrow-picture';

/** What a copied picture is called in the media library: by this it is found again. */
export function mediaName({ url }: Pick<Image, 'url'>): string {
  return `newsrelay-${createHash('sha256').update(url).digest('hex').slice(0, 24)}`;
}

/**
 * Copies pictures into the media library, each once: uploads are not idempotent, so the picture is looked
 * for by its name, and of several that processes uploaded at once the first stays. The returned function
 * throws `PermanentError` for a picture that cannot be had at all or is too narrow, `TransientError` for one
 * that may be had later.
 */
export function mediaLibrary(): (
  wanted: WantedPicture,
  tools: MediaTools,
) => Promise<LibraryPicture> {
  const oneOf = oneAtATime();
  return async (wanted, tools) => {
    const name = mediaName(wanted.image);
    const { rest } = tools;
    const known = (await findMedia(rest, name))[0];
    if (known) return pictureIn(await completed(known, wanted.image, rest), wanted);
    return await oneOf(name, async () => {
      const meanwhile = (await findMedia(rest, name))[0];
      return meanwhile ? pictureIn(meanwhile, wanted) : await copied(name, wanted, tools);
    });
  };
}

function pictureIn(media: Media, wanted: WantedPicture): LibraryPicture {
  refuseNarrow(media.media_details.width, wanted);
  return { id: media.id, url: media.source_url };
}

/** Of a picture that does not say how wide it is nobody knows that it is too narrow. */
function refuseNarrow(width: number | undefined, { minWidth = 0 }: WantedPicture): void {
  if (width === undefined || width >= minWidth) return;
  throw new PermanentError(NARROW, `it is ${width} pixels wide, and less than ${minWidth}`);
}

/** WordPress adds a number where a file's name (from 1 on) or an address (from 2 on) is taken; more than these are not made at once. */
const SAME_NAMES = ['', '-1', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9'];

/** The pictures of that name, oldest first. */
export async function findMedia(rest: Rest, name: string): Promise<Media[]> {
  const query = {
    slug: SAME_NAMES.map((number) => name + number).join(','),
    orderby: 'id',
    order: 'asc',
    _fields: MEDIA_FIELDS,
  };
  const path = '/wp/v2/media';
  const found = answered(await rest({ method: 'GET', path, query, expect: 'every answer' }));
  return valueOf(z.array(mediaSchema), found, 'the media library');
}

export async function deleteMedia(rest: Rest, id: number): Promise<boolean> {
  const path = `/wp/v2/media/${id}`;
  const query = { force: 'true' };
  const expect = 'every answer';
  return (await rest({ method: 'DELETE', path, query, expect })).kind === 'ok';
}

async function copied(
  name: string,
  wanted: WantedPicture,
  tools: MediaTools,
): Promise<LibraryPicture> {
  const { rest } = tools;
  const { image } = wanted;
  const { bytes, type, extension } = await fetchPicture(image.url, tools);
  refuseNarrow(pictureWidth(bytes), wanted);
  // An address made of the title would hide the picture from the search for its name.
  const fields = { ...mediaFields(image), title: libraryTitle(wanted), slug: name };
  const upload = { bytes, type, name: `${name}.${extension}`, fields };
  const made = await rest({ method: 'POST', path: '/wp/v2/media', upload, expect: 'every answer' });
  const uploaded = mediaSchema.pick({ id: true, source_url: true });
  const { id, source_url: url } = valueOf(uploaded, answered(made), 'an uploaded picture');
  const first = (await findMedia(rest, name))[0];
  if (!first || first.id >= id) return { id, url };
  await deleteMedia(rest, id);
  return { id: first.id, url: first.source_url };
}

const TITLE_LENGTH = 150;

/** What an editor reads in the list of the media library. */
function libraryTitle({ image, title }: WantedPicture): string {
  const words = cutBetweenWords(image.caption || image.alt || title, TITLE_LENGTH);
  return inThreeBytes(escapeText(words));
}

/** Gives a picture its words where they did not come with it. */
async function completed(known: Media, image: Image, rest: Rest): Promise<Media> {
  const { alt_text: alt = '', caption = '' } = mediaFields(image);
  const lacks = {
    ...(known.alt_text === '' && alt !== '' ? { alt_text: alt } : {}),
    ...(known.caption.rendered === '' && caption !== '' ? { caption } : {}),
  };
  if (Object.keys(lacks).length > 0) {
    const path = `/wp/v2/media/${known.id}`;
    await rest({ method: 'POST', path, json: lacks, expect: 'every answer' });
  }
  return known;
}

/** WordPress takes a caption for HTML, and stores it as it is for accounts that may post scripts. */
function mediaFields({ alt, caption, credit }: Image): Record<string, string> {
  const shown = [caption, credit].filter(Boolean).join(' ');
  return {
    ...(alt ? { alt_text: inThreeBytes(escapeText(alt)) } : {}),
    ...(shown === '' ? {} : { caption: inThreeBytes(escapeText(shown)) }),
  };
}

async function fetchPicture(
  url: string,
  { fetch, signal }: MediaTools,
): Promise<{ bytes: Uint8Array; type: string; extension: string }> {
  const { status, body } = await fetch({ url, kind: 'any', signal });
  if (status !== 200) throw noPicture(status, `the picture answered ${status}`);
  const hex = Buffer.from(body.subarray(0, 12)).toString('hex');
  const found = TYPES.find(({ matches }) => matches(hex));
  if (!found) throw new PermanentError('no-picture', 'the picture is in no format we pass on');
  return { bytes: body, type: found.type, extension: found.extension };
}

function answered(reply: RestReply): RestReply {
  if (reply.kind === 'ok') return reply;
  const { status, code, message } = reply;
  const isRight = code === 'rest_cannot_create';
  const told = isRight
    ? 'the account has no right to upload files'
    : `${status} ${code}: ${message}`;
  throw noPicture(status, `the media library refuses it: ${told}`);
}

/** Whether asking again helps: a server's own fault, a time-out and being asked too often pass. */
function noPicture(status: number, message: string): Error {
  const passes = status >= 500 || status === 408 || status === 425 || status === 429;
  return passes
    ? new TransientError('no-picture', message)
    : new PermanentError('no-picture', message);
}
