import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Image } from '../../article-record.ts';
import { PermanentError } from '../../errors.ts';
import type { Fetch } from '../../http/fetch.ts';
import type { Rest } from './client.ts';

const mediaSchema = z.object({ id: z.int() });

/** Pictures by their first bytes: what a server calls them is no proof, and SVG is a program. */
const TYPES: readonly { type: string; extension: string; matches: (hex: string) => boolean }[] = [
  { type: 'image/jpeg', extension: 'jpg', matches: (hex) => hex.startsWith('ffd8ff') },
  { type: 'image/png', extension: 'png', matches: (hex) => hex.startsWith('89504e470d0a1a0a') },
  { type: 'image/gif', extension: 'gif', matches: (hex) => hex.startsWith('47494638') },
  { type: 'image/webp', extension: 'webp', matches: (hex) => /^52494646.{8}57454250/.test(hex) },
];

/**
 * The media library's id of a picture, copied there on first use. Found again by a name made of its
 * URL, because uploads are not idempotent. Throws `PermanentError` when the picture cannot be had: the
 * article goes without it then.
 * @param fetch the guarded door: the URL comes from a page
 */
export async function mediaId(
  image: Image,
  { rest, fetch, signal }: { rest: Rest; fetch: Fetch; signal?: AbortSignal | undefined },
): Promise<number> {
  const name = `newsrelay-${createHash('sha256').update(image.url).digest('hex').slice(0, 24)}`;
  const query = { slug: name, _fields: 'id' };
  const found = await rest({ method: 'GET', path: '/wp/v2/media', query });
  const [known] = z.array(mediaSchema).parse(found.value);
  if (known) return known.id;

  const { bytes, type, extension } = await fetchPicture(image.url, fetch, signal);
  const file = { bytes, type, name: `${name}.${extension}` };
  const made = await rest({ method: 'POST', path: '/wp/v2/media', file });
  const { id } = mediaSchema.parse(made.value);
  const json = {
    alt_text: image.alt ?? '',
    caption: [image.caption, image.credit].filter(Boolean).join(' '),
  };
  await rest({ method: 'POST', path: `/wp/v2/media/${id}`, json });
  return id;
}

async function fetchPicture(
  url: string,
  fetch: Fetch,
  signal: AbortSignal | undefined,
): Promise<{ bytes: Uint8Array; type: string; extension: string }> {
  const { status, body } = await fetch({ url, kind: 'any', signal });
  if (status !== 200) throw new PermanentError('no-picture', `the picture answered ${status}`);
  const hex = Buffer.from(body.subarray(0, 12)).toString('hex');
  const found = TYPES.find(({ matches }) => matches(hex));
  if (!found) throw new PermanentError('no-picture', 'the picture is in no format we pass on');
  return { bytes: body, type: found.type, extension: found.extension };
}
