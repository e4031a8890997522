import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { printedOf } from '../../../support/commands/printed.ts';
import { main } from '../../../../src/cli/main.ts';

const FEED = `<rss version="2.0"><channel><title>Harbour Post</title>
<item><title>Ferry late</title><link>https://harbour.example/a</link><guid>g-1</guid><pubDate>Thu, 01 Oct 2026 08:30:00 GMT</pubDate><category>Harbour</category><category>Soup</category><enclosure url="https://harbour.example/a.jpg" type="image/jpeg" length="7"/></item>
<item><guid isPermaLink="true">https://harbour.example/b</guid><link>https://harbour.example/b</link></item>
<item><title>No way there</title></item></channel></rss>`;
const INDEX = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://harbour.example/s1.xml</loc></sitemap><sitemap><loc>https://harbour.example/s2.xml</loc></sitemap></sitemapindex>`;

test('entries are printed with their day, title, link, id and subjects, as far as they have them', async () => {
  expect(await printedOf(['feed'], FEED)).toEqual({
    status: 0,
    out: `Harbour Post: 3 entries
2026-10-01T08:30:00.000Z  Ferry late
  https://harbour.example/a
  id g-1
  Harbour · Soup
no date  (no title)
  https://harbour.example/b
no date  No way there
  (no link: this entry would be left out)
`,
    err: '',
  });
});

test('what was mended is told beside the entries', async () => {
  const feed = '<rss version="2.0"><channel><title>Quay & pier</title></channel></rss>';
  expect(await printedOf(['feed'], feed)).toEqual({
    status: 0,
    out: 'Quay & pier: 0 entries\n',
    err: 'repaired: "&" that begins no reference\n',
  });
});

test('a feed without a title says so', async () => {
  const { out } = await printedOf(['feed'], '<rss version="2.0"><channel></channel></rss>');
  expect(out).toBe('(no title): 0 entries\n');
});

test('what is no feed is named with what it is', async () => {
  expect(await printedOf(['feed'], '<html><body>hello</body></html>')).toEqual({
    status: 1,
    out: '',
    err: 'FILE: expected a feed, found an HTML page\n',
  });
});

test('a list of sitemaps is printed line by line, or as JSON', async () => {
  expect((await printedOf(['feed'], INDEX)).out).toBe(
    'https://harbour.example/s1.xml\nhttps://harbour.example/s2.xml\n',
  );
  const { out } = await printedOf(['feed', '--json'], INDEX);
  expect(JSON.parse(out)).toEqual([
    { url: 'https://harbour.example/s1.xml', modified: null },
    { url: 'https://harbour.example/s2.xml', modified: null },
  ]);
});

test('as JSON a feed is its title and its entries', async () => {
  const { out } = await printedOf(['feed', '--json'], FEED);
  const feed = JSON.parse(out) as { title: string; entries: { title: string | null }[] };
  expect([feed.title, feed.entries.map(({ title }) => title)]).toEqual([
    'Harbour Post',
    ['Ferry late', null, 'No way there'],
  ]);
});

test('a source that is not in the config is named with those that are', async () => {
  expect(await printedOf(['feed', '--source', 'nosuch'], FEED)).toMatchObject({
    status: 2,
    err: 'no such source: nosuch; there are harbour, hill, mill, valley\n',
  });
});

describe('in batch', () => {
  async function batch(...requests: object[]): Promise<Record<string, unknown>[]> {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    stdin.end(requests.map((request) => JSON.stringify(request)).join('\n'));
    const { signal } = new AbortController();
    await main(['feed', '--jsonl'], { stdin, stdout, stderr, environment: {}, signal });
    return String(stdout.read())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  test('each document is answered by itself, of an enclosure no more than the contract says', async () => {
    const [feed, index, page, missing] = await batch(
      { id: 1, xml: FEED },
      { id: 2, xml: INDEX },
      { id: 3, xml: '<html></html>' },
      { id: 4, path: '/nowhere/feed.xml' },
    );
    expect(feed).toMatchObject({ id: 1, ok: true, feed: { title: 'Harbour Post' } });
    const { entries } = feed!['feed'] as { entries: { enclosures: object[] }[] };
    expect(entries).toHaveLength(3);
    expect(entries[0]!.enclosures).toEqual([
      { url: 'https://harbour.example/a.jpg', type: 'image/jpeg', length: 7 },
    ]);
    expect(entries[0]).not.toHaveProperty('doubtedDate');
    expect(index).toMatchObject({ id: 2, ok: true, sitemaps: [{}, {}] });
    expect(page).toMatchObject({ id: 3, ok: false, error: { code: 'not-a-feed' } });
    expect(missing).toMatchObject({ id: 4, ok: false, error: { code: 'internal' } });
  });

  test('text that came decoded is read as it is, whatever its declaration says', async () => {
    const xml = `<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Fähre</title></channel></rss>`;
    const [answer] = await batch({ xml });
    expect(answer).toMatchObject({ id: null, feed: { title: 'Fähre' } });
  });
});
