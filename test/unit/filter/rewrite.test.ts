import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { rewriteSchema } from '../../../src/config/rules/rewrite-rules.ts';
import { factsOfArticle, factsOfEntry } from '../../../src/filter/facts.ts';
import { rewriteRecord } from '../../../src/filter/rewrite.ts';
import { judge } from '../../../src/filter/verdict.ts';
import { contentHash } from '../../../src/record/content-hash.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { anEntry } from '../../support/records/entries.ts';
import { filterOf } from '../../support/records/filters.ts';

const rulesOf = (yaml: string) => ({ rewrite: rewriteSchema.parse(parse(yaml)) });
const rewritten = (yaml: string, changes = {}) =>
  rewriteRecord(articleRecord(changes), rulesOf(yaml));

describe('a text is rewritten', () => {
  test.each([
    ['{ find: "/^LIVE: /" }', 'LIVE: The vote', 'The vote'],
    ['{ find: "/(\\\\w+), (\\\\w+)/", replace: "$2 $1" }', 'Marsh, Ada wins', 'Ada Marsh wins'],
    ['{ find: "/live/i", replace: Now }', 'live: Live', 'Now: Now'],
    ['{ find: "(paid)" }', 'A (paid) post', 'A post'],
    ['{ find: a, replace: "$1" }', 'cat', 'c$1t'],
    ['{ prefix: "LIVE:" }', 'LIVE: The vote', 'The vote'],
    ['{ prefix: ["WATCH | ", "LIVE | "] }', 'LIVE | The vote', 'The vote'],
    ['{ prefix: "LIVE:" }', 'The vote LIVE:', 'The vote LIVE:'],
    ['{ find: "/.*/" }', 'All of it', 'All of it'],
  ])('by %s: %s', (rule, before, after) => {
    const field = rule.replace('{ ', '{ field: title, ');
    expect(rewritten(`[${field}]`, { title: before }).title).toBe(after);
  });

  test('in the order of the rules, each on what the one before left', () => {
    const rules = '[{ field: title, prefix: "A " }, { field: title, prefix: "B " }]';
    expect(rewritten(rules, { title: 'A B C' }).title).toBe('C');
    expect(rewritten(rules, { title: 'B A C' }).title).toBe('A C');
  });
});

describe('each field', () => {
  test('that nothing is left of goes, where an article can do without', () => {
    const { subtitle, summary, credit, authors } = rewritten(`
      - { field: subtitle, drop: mayor }
      - { field: summary, find: "/.+/" }
      - { field: credit, drop: reuters }
      - { field: authors, drop: quay }`);
    expect({ subtitle, summary, credit, authors }).toEqual({ authors: [] });
  });

  test('keeps what is known beside its text', () => {
    const { credit, authors } = rewritten(`
      - { field: credit, find: " to this report" }
      - { field: authors, find: Quay, replace: Pier }`);
    expect(credit?.text).toBe("Harbour Post's Lee Quay and Reuters contributed.");
    expect(credit?.organizations).toEqual(['Harbour Post', 'Reuters']);
    expect(authors).toEqual([{ name: 'Lee Pier', url: 'https://harbour.example/people/lee-quay' }]);
  });

  test('of an address is what readers are led to; what is no address is no change', () => {
    const rules =
      '[{ field: url, find: "/\\\\?.*$/" }, { field: url, find: "/^https/", replace: x }]';
    const record = rewritten(rules);
    expect(record.url).toBe('https://harbour.example/world/ferry-line');
    expect(record.canonicalUrl).toBe(articleRecord().canonicalUrl);
    const led = rewritten(
      '[{ field: url, find: "harbour.example", replace: "m.harbour.example" }]',
    );
    expect(led.rights.attribution.url).toBe('https://m.harbour.example/world/ferry-line');
  });

  test('keeps the hash of the text as scraped', () => {
    const record = rewritten('[{ field: paragraphs, find: "/.+/", replace: Other }]');
    expect(record.contentHash).toBe(articleRecord().contentHash);
    expect(contentHash(record)).not.toBe(contentHash(articleRecord()));
  });

  test('a record that no rule changes is the same', () => {
    const record = articleRecord();
    const rules = ['title', 'subtitle', 'summary', 'paragraphs', 'credit', 'authors', 'url'];
    const yaml = rules.map((field) => `{ field: ${field}, find: nowhere }`).join(', ');
    expect(rewriteRecord(record, rulesOf(`[${yaml}]`))).toBe(record);
  });
});

describe('the body', () => {
  const paragraphs = ['one', 'two', 'three', 'four'].map((text) => ({ kind: 'li' as const, text }));
  const body = [
    { p: 0, list: 'ul' as const, start: true as const, spans: ['one'] },
    { p: 1, list: 'ul' as const, spans: [{ text: 'two', em: true as const }] },
    { image: 0 },
    { p: 2, list: 'ul' as const, start: true as const },
    { p: 3, list: 'ul' as const, spans: [{ text: 'four', strong: true as const }] },
  ];
  const images = [{ url: 'https://harbour.example/pier.jpg' }];

  test('points at the paragraphs that are left, and a list keeps its start', () => {
    const record = rewritten('[{ field: paragraphs, drop: [one, three] }]', {
      paragraphs,
      body,
      images,
    });
    expect(record.paragraphs.map(({ text }) => text)).toEqual(['two', 'four']);
    expect(record.body).toEqual([
      { p: 0, list: 'ul', start: true, spans: [{ text: 'two', em: true }] },
      { image: 0 },
      { p: 1, list: 'ul', start: true, spans: [{ text: 'four', strong: true }] },
    ]);
  });

  test('has no spans of a text that is another now', () => {
    const record = rewritten('[{ field: paragraphs, find: two, replace: zwei }]', {
      paragraphs,
      body,
      images,
    });
    expect(record.body?.[1]).toEqual({ p: 1, list: 'ul' });
    expect(record.body?.[0]).toEqual(body[0]);
  });
});

test('a filter is asked of what is rewritten, on the page and in the feed', () => {
  const source = { id: 'a', ...rulesOf('[{ field: title, prefix: "LIVE: " }]') };
  const filter = filterOf('[{ drop: { title: live } }]');
  const entry = anEntry({ title: 'LIVE: The vote' });
  const record = rewriteRecord(articleRecord({ title: 'LIVE: The vote' }), source);
  expect(judge(filter, factsOfEntry(entry, source, 0)).kind).toBe('keep');
  expect(judge(filter, factsOfArticle(record, source, entry)).kind).toBe('keep');
  expect(judge(filter, factsOfEntry(entry, { id: 'a' }, 0)).kind).toBe('drop');
});
