export interface Misfit {
  code: string;
  message: string;
}

const MOST_START_CHARACTERS = 2_000;

/** What a fetched text is when it is no HTML page: seen before parsing, from its first characters. */
export function findMisfit(html: string): Misfit | undefined {
  const start = html.slice(0, MOST_START_CHARACTERS);
  if (!html.trim()) return { code: 'empty-page', message: 'The page is empty.' };
  const kind = foreignKindOf(start, html);
  if (!kind) return undefined;
  return { code: 'not-html', message: `The page looks like ${kind}, not like HTML.` };
}

function foreignKindOf(start: string, html: string): string | undefined {
  if (start.includes('\u0000') || /^(?:%PDF|\ufffdPNG|GIF8|PK\p{Cc})/u.test(start)) {
    return 'a binary file';
  }
  if (/^\s*[{[]/.test(start) && !start.includes('<')) return 'JSON';
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|urlset|sitemapindex)\b/i.test(start)) {
    return 'a feed or a sitemap';
  }
  return /<[a-z!?/]/i.test(html) ? undefined : 'plain text';
}
