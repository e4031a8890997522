const HEAD_LENGTH = 32_768;
/** A page that reads itself again after a minute goes nowhere; one that waits longer was meant to be read. */
const MAX_DELAY_S = 5;

const META = /<meta\s[^>]{0,2000}>/gi;
const REFRESH = /\shttp-equiv\s{0,9}=\s{0,9}["']?refresh\b/i;
const CONTENT = /\scontent\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))/i;
const DELAY = /^\s*(\d{0,6})(?:\.\d{0,9})?\s{0,9}(?:[;,]\s{0,9})?/;
const WRITTEN_ADDRESS = /^(?:url\s{0,9}=\s{0,9})?["']?([^"']+)["']?$/i;
const UNSEEN =
  /<!--(?:(?!-->)[^]){0,20000}-->|<(script|noscript|template|style)\b[^>]{0,500}>(?:(?!<\/\1)[^]){0,20000}<\/\1/gi;

const siteOfHost = ({ hostname }: URL) => hostname.replace(/^www\./, '');

/**
 * Where a page sends its readers at once by `<meta http-equiv="refresh">`, where that lies on the same site;
 * null for every other body. Another site's page is for the feed to name.
 */
export function metaRefreshTarget(body: Uint8Array, from: URL): URL | null {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, HEAD_LENGTH));
  if (!/^\s*(?:\u00EF\u00BB\u00BF\s*)?</.test(start.toString('latin1', 0, 200))) return null;
  const head = start.toString('latin1');
  if (!/http-equiv\s{0,9}=\s{0,9}["']?refresh/i.test(head)) return null;
  for (const [tag] of head.replaceAll(UNSEEN, '').matchAll(META)) {
    if (!REFRESH.test(tag)) continue;
    const [, double, single, bare] = CONTENT.exec(tag) ?? [];
    const content = double ?? single ?? bare ?? '';
    const [lead = '', delay = ''] = DELAY.exec(content) ?? [];
    const written = WRITTEN_ADDRESS.exec(content.slice(lead.length).trim())?.[1]?.trim();
    if (!written || Number(delay) > MAX_DELAY_S || /^\d+$/.test(written)) continue;
    const address = Buffer.from(written, 'latin1').toString('utf8').replaceAll('&amp;', '&');
    const target = URL.parse(address, from.href);
    if (!target || !/^https?:$/.test(target.protocol)) continue;
    target.hash = '';
    return target.href !== from.href && siteOfHost(target) === siteOfHost(from) ? target : null;
  }
  return null;
}
