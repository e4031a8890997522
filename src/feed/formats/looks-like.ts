import { collapse, plainText } from './html.ts';

const SIGNATURES: [string, string][] = [
  ['89504e47', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['52494646', 'a media file (RIFF)'],
  ['25504446', 'a PDF document'],
  ['504b0304', 'a ZIP archive'],
  ['377abcaf', 'a 7-Zip archive'],
  ['28b52ffd', 'Zstandard-compressed data'],
  ['424d', 'a BMP image'],
  ['494433', 'an MP3 recording'],
  ['7f454c46', 'a program'],
];

/** Names a file that is not text; null for what may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1_024));
  const hex = head.toString('hex', 0, 4);
  const known = SIGNATURES.find(([start]) => hex.startsWith(start));
  if (known) return known[1];
  if (head.toString('latin1', 4, 8) === 'ftyp') return 'a video or AVIF file';
  // UTF-16 and UTF-32 have zeros too, but begin with a mark or a `<`.
  const zeros = head.filter((byte) => byte === 0).length;
  const wide = /^(?:fffe|feff|0000|3c00|003c)/.test(hex);
  return zeros > head.length / 8 && !wide ? 'a binary file' : null;
}

const TITLED = /<title[^>]{0,200}>([^<]{1,300})/i;
const FIRST_TAG = /<(?![!?])(?:[a-z_][\w.-]{0,60}:)?([a-z_][\w.-]{0,60})/i;

/** Names a text that is no feed, by what is seen of its start. */
export function textKind(text: string): string {
  const start = text.slice(0, 100_000);
  if (/^\s*(?:\{|\[)/.test(start)) return 'JSON that is not a JSON Feed';
  const tag = FIRST_TAG.exec(start)?.[1]?.toLowerCase();
  if (
    /<!doctype\s+html|<html[\s>]/i.test(start) ||
    /^(?:head|body|script|div|p|meta|h1)$/.test(tag ?? '')
  ) {
    const title = plainText(TITLED.exec(start)?.[1] ?? '');
    return title === '' ? 'an HTML page' : `an HTML page titled “${title.slice(0, 80)}”`;
  }
  if (tag === 'opml') return 'an OPML list of feeds';
  if (tag === 'urlset') return 'a sitemap without news entries';
  if (tag === 'sitemapindex') return 'a sitemap index';
  if (tag === 'envelope') return 'a SOAP message';
  if (tag !== undefined) return `XML with the root <${tag}>, which is no feed format`;
  const words = collapse(start.slice(0, 300)).slice(0, 60);
  return words === '' ? 'an empty document' : `plain text beginning “${words}”`;
}
