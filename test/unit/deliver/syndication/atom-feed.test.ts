import { expect, test } from 'vitest';
import { atomFeed } from '../../../../src/deliver/syndication/atom-feed.ts';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import { articleRecord } from '../../../support/records/article-record.ts';

const head = {
  title: 'Wire & more',
  self: 'https://wire.example/atom.xml?a=1&b=2',
  homePage: 'https://wire.example/',
};
const now = new Date('2026-11-29T12:00:00Z');
const feedOf = (record: ArticleRecord) => atomFeed(head, { records: [record], withdrawn: [] }, now);

test('the feed says where it is, whose and how new', () => {
  const [begin] = feedOf(articleRecord()).split('<entry');
  expect(begin!.split('\n').slice(2)).toEqual([
    '<id>https://wire.example/atom.xml?a=1&amp;b=2</id>',
    '<title>Wire &amp; more</title>',
    '<link rel="self" type="application/atom+xml" href="https://wire.example/atom.xml?a=1&amp;b=2"/>',
    '<link rel="alternate" type="text/html" href="https://wire.example/"/>',
    '<updated>2026-11-29T12:00:00.000Z</updated>',
    '',
  ]);
});

test('an entry has the dates, authors, terms and summary that its article states', () => {
  const xml = feedOf(
    articleRecord({
      authors: [{ name: 'Lee & Co', url: 'https://harbour.example/?a&b' }, { name: 'Ada' }],
      modifiedAt: '2026-11-21T09:00:00.000Z',
      taxonomy: ['sea/a&b', 'sea/c'],
      summary: 'Short & good.',
    }),
  );
  expect(xml).toContain('<entry xml:lang="en-PH">');
  expect(xml).toContain('<published>2026-11-20T08:30:00.000Z</published>');
  expect(xml).toContain('<updated>2026-11-21T09:00:00.000Z</updated>');
  expect(xml).toContain(
    '<author><name>Lee &amp; Co</name><uri>https://harbour.example/?a&amp;b</uri></author>\n<author><name>Ada</name></author>\n',
  );
  expect(xml).toContain('<category term="sea/a&amp;b"/>\n<category term="sea/c"/>\n');
  expect(xml).toContain('<summary>Short &amp; good.</summary>\n');
});

test('what an article does not state is left out or ours: RFC 4287 wants dates and an author', () => {
  const { summary: _s, language: _l, publishedAt: _p, ...rest } = articleRecord({ authors: [] });
  const xml = feedOf(rest);
  expect(xml).toContain('<entry>\n');
  expect(xml).not.toContain('<summary');
  expect(xml).toContain(`<published>${rest.firstSeenAt}</published>`);
  expect(xml).toContain(`<updated>${rest.fetchedAt}</updated>`);
  expect(xml).toContain('<author><name>Harbour Post</name></author>');
});

test('withdrawals follow the entries, each with its time', () => {
  const withdrawn = [1, 2].map((revision) => ({
    id: articleRecord().id,
    revision,
    at: `2026-11-2${revision}T00:00:00.000Z`,
  }));
  const xml = atomFeed(head, { records: [], withdrawn }, now);
  expect(xml.match(/<at:deleted-entry [^>]*>/g)).toEqual([
    `<at:deleted-entry ref="urn:uuid:${articleRecord().id}" when="2026-11-21T00:00:00.000Z"/>`,
    `<at:deleted-entry ref="urn:uuid:${articleRecord().id}" when="2026-11-22T00:00:00.000Z"/>`,
  ]);
});
