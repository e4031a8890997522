import type { BodyBlock } from '../../../../src/article-body.ts';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { normalizeArticle } from '../../../../src/record/normalize.ts';

export const FIRST =
  'The mill at the weir grinds its own flour again, the guild of bakers said on Friday in the town hall.';
export const LAST =
  'The wheel was built anew by two carpenters of the valley, who took nineteen weeks for it in all.';
const FILL =
  'Nobody had expected that the old stones could still be used after the flood of the year before last.';

/** The record of a page whose article holds `middle` between two paragraphs. */
export function recordOf(middle: string, after = ''): ArticleRecord {
  const html = `<!doctype html><html lang="en"><head><title>Mill grinds again</title></head><body>
<main><article><h1>Mill grinds again</h1><div class="article-body"><p>${FIRST}</p>${middle}<p>${LAST}</p><p>${FILL}</p>${after}</div></article></main>
<footer><p>© Valley Bakers</p></footer></body></html>`;
  const url = 'https://mill.example/2026/grinds';
  const scraped = scrapeArticle({ html, url, siteName: 'Valley Bakers' });
  if (scraped.kind !== 'article') throw new Error(scraped.message);
  const source = { id: 'mill', name: 'Valley Bakers', channel: 'vb', republish: 'full' } as const;
  const fetchedAt = new Date('2026-11-23T09:00:00Z');
  const outcome = normalizeArticle({ scraped: scraped.article, source, url, fetchedAt });
  if (outcome.kind !== 'record') throw new Error(outcome.message);
  return outcome.record;
}

/** What stands between the first and the last paragraph; undefined without a body. */
export function between(middle: string): BodyBlock[] | undefined {
  const { body, paragraphs } = recordOf(middle);
  const first = paragraphs.findIndex(({ text }) => text === FIRST);
  const last = paragraphs.findIndex(({ text }) => text === LAST);
  const at = (p: number) => body?.findIndex((block) => 'p' in block && block.p === p) ?? -1;
  return body?.slice(at(first) + 1, at(last));
}
