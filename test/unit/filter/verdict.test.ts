import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOfArticle, factsOfEntry, type Facts } from '../../../src/filter/facts.ts';
import { judge } from '../../../src/filter/verdict.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { anEntry } from '../../support/records/entries.ts';
import { filterOf } from '../../support/records/filters.ts';

const SOURCE = { id: 'harbour-post' };
const NOW = Date.UTC(2026, 10, 20, 9);

const ofEntry = (fields: Parameters<typeof anEntry>[0]) =>
  factsOfEntry(anEntry({ title: 'Ferry line stays', ...fields }), SOURCE, NOW);
const kindOf = (yaml: string, facts: Facts) => judge(filterOf(yaml), facts).kind;

describe('the first rule that matches decides', () => {
  const horoscope = factsOfArticle(articleRecord({ title: 'Your horoscope' }));
  test.each([
    ['[{ drop: { title: horoscope } }, { keep: { language: en } }]', 'drop'],
    ['[{ keep: { language: en } }, { drop: { title: horoscope } }]', 'keep'],
    ['[{ hold: { title: horoscope } }, { drop: { title: horoscope } }]', 'hold'],
    ['[{ drop: { title: ferry } }]', 'keep'],
    ['[{ keep: { title: ferry } }]', 'drop'],
    ['[{ drop: { title: horoscope, flag: sponsored } }]', 'keep'],
    ['[{ drop: { title: [ferry, horoscope] } }]', 'drop'],
    ['[{ drop: { not: { title: ferry } } }]', 'drop'],
    ['[{ drop: { all: [{ title: your }, { title: horoscope }] } }]', 'drop'],
    ['[{ drop: { all: [{ title: your }, { title: ferry }] } }]', 'keep'],
    ['[{ drop: { any: [{ title: your }, { title: ferry }] } }]', 'drop'],
    ['[{ keep: { source: "*" } }]', 'keep'],
    ['[]', 'keep'],
  ])('%s: %s', (rules, kind) => {
    expect(kindOf(rules, horoscope)).toBe(kind);
  });

  test('and tells its place and what it asks for', () => {
    const rules = filterOf('[{ keep: { title: ferry } }, { drop: { title: horoscope } }]');
    expect(judge(rules, horoscope)).toEqual({
      kind: 'drop',
      rule: 'sources[0] (a).filter[1]',
      reason: 'sources[0] (a).filter[1]: drop title: horoscope',
    });
  });

  test('where no keep rule matches, the list is named', () => {
    expect(judge(filterOf('[{ keep: { title: ferry } }]'), horoscope)).toEqual({
      kind: 'drop',
      rule: 'sources[0] (a).filter',
      reason: 'sources[0] (a).filter: no keep rule matched',
    });
  });
});

describe('each field of an article', () => {
  const record = articleRecord({
    section: 'Transport',
    topics: [{ path: 'harbour-post/world/people/ada-marsh', name: 'Ada Marsh' }],
    channel: 'hbp',
    flags: { gated: false, live: true, opinion: false, sponsored: false, developing: false },
  });
  const entry = anEntry({
    title: 'Ferry: mayor speaks',
    link: 'https://feeds.harbour.example/click?id=7',
    categories: [{ term: 'North Coast', scheme: null }],
    author: 'Newsroom',
  });
  test.each([
    '{ title: doubles down }',
    '{ title: mayor speaks }',
    '{ text: "will not give" }',
    '{ text: "/^We will/" }',
    '{ summary: north coast }',
    '{ author: quay }',
    '{ author: newsroom }',
    '{ category: transport }',
    '{ category: ada marsh }',
    '{ category: north coast }',
    '{ path: harbour-post/world/* }',
    '{ path: "*/ada-marsh" }',
    '{ path: people }',
    '{ url: https://harbour.example/world/* }',
    '{ url: harbour.example/world/ferry-line }',
    '{ url: /world/* }',
    '{ url: "feeds.harbour.example/*" }',
    '{ host: harbour.example }',
    '{ host: "*.harbour.example" }',
    '{ language: en }',
    '{ language: EN-ph }',
    '{ flag: [sponsored, live] }',
    '{ mode: [full, link] }',
    '{ wordCount: ">20" }',
    '{ wordCount: "<60" }',
    '{ olderThan: 5m }',
    '{ source: harbour-* }',
    '{ channel: [x, hbp] }',
  ])('%s matches', (condition) => {
    expect(kindOf(`[{ drop: ${condition} }]`, factsOfArticle(record, {}, entry))).toBe('drop');
  });

  test.each([
    '{ title: pressures }',
    '{ text: "stays. We" }',
    '{ author: ada }',
    '{ category: sport }',
    '{ path: harbour-post/world }',
    '{ path: ada }',
    '{ url: /sport/* }',
    '{ host: example }',
    '{ language: de }',
    '{ language: fil }',
    '{ flag: gated }',
    '{ mode: excerpt }',
    '{ wordCount: ">200" }',
    '{ olderThan: 15m }',
    '{ source: harbour }',
    '{ channel: hb }',
  ])('%s does not', (condition) => {
    expect(kindOf(`[{ drop: ${condition} }]`, factsOfArticle(record, {}, entry))).toBe('keep');
  });

  test('an article does not grow old while it is known', () => {
    const old = {
      publishedAt: '2026-01-01T00:00:00.000Z',
      firstSeenAt: '2026-01-01T01:00:00.000Z',
    };
    expect(kindOf('[{ drop: { olderThan: 1d } }]', factsOfArticle(articleRecord(old)))).toBe(
      'keep',
    );
  });
});

describe('of an entry alone', () => {
  test.each([
    ['[{ drop: { title: ferry } }]', 'drop'],
    ['[{ keep: { title: tram } }]', 'drop'],
    ['[{ drop: { url: /world/* } }]', 'drop'],
    ['[{ drop: { host: harbour.example } }]', 'drop'],
    ['[{ drop: { source: harbour-* } }]', 'drop'],
    ['[{ drop: { olderThan: 1d } }]', 'drop'],
    ['[{ drop: { category: sport } }]', 'drop'],
    ['[{ drop: { author: quay } }]', 'drop'],
    ['[{ hold: { title: ferry } }]', 'hold'],
    ['[{ drop: { title: tram } }]', 'keep'],
  ])('%s is decided: %s', (rules, kind) => {
    const facts = ofEntry({
      published: '2026-11-01T00:00:00Z',
      author: 'Lee Quay',
      categories: [{ term: 'Sport', scheme: null }],
    });
    expect(kindOf(rules, facts)).toBe(kind);
  });

  test.each([
    '[{ drop: { text: ferry } }]',
    '[{ drop: { flag: sponsored } }]',
    '[{ drop: { wordCount: "<60" } }]',
    '[{ drop: { author: quay } }]',
    '[{ keep: { category: world } }]',
    '[{ drop: { olderThan: 1d } }]',
    '[{ drop: { summary: x } }]',
    '[{ drop: { not: { path: world } } }]',
    '[{ drop: { title: ferry, language: en } }]',
    '[{ drop: { any: [{ title: tram }, { language: en }] } }]',
  ])('%s waits for the page', (rules) => {
    expect(kindOf(rules, ofEntry({}))).toBe('undecided');
  });

  test.each([
    [
      'a drop that may be preceded by a keep',
      '[{ keep: { flag: live } }, { drop: { title: ferry } }]',
    ],
    ['a lack of keeps that may come', '[{ keep: { title: tram } }, { keep: { text: x } }]'],
  ])('%s is not decided', (_, rules) => {
    expect(kindOf(rules, ofEntry({}))).toBe('undecided');
  });

  test.each([
    ['one field that cannot match', '{ title: tram, language: en }'],
    ['an `all` of which one fails', '{ all: [{ language: en }, { title: tram }] }'],
  ])('%s decides, whatever the page says', (_, condition) => {
    expect(kindOf(`[{ drop: ${condition} }, { drop: { title: ferry } }]`, ofEntry({}))).toBe(
      'drop',
    );
  });

  test('an `any` of which one holds decides', () => {
    const rules = '[{ drop: { any: [{ language: en }, { title: ferry }] } }]';
    expect(kindOf(rules, ofEntry({}))).toBe('drop');
  });
});

test('what the entry decides, the page’s facts added do not turn round, where the page agrees with it', () => {
  const words = ['ferry', 'tram', 'sport', 'live'];
  const leaf = fc.oneof(
    fc.constantFrom(...words).map((title) => ({ title })),
    fc.constantFrom(...words).map((category) => ({ category })),
    fc.constantFrom(...words).map((text) => ({ text })),
    fc.constantFrom('live', 'opinion').map((flag) => ({ flag })),
  );
  const { condition } = fc.letrec((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      tie('condition').map((not) => ({ not })),
    ),
  }));
  const rule = fc.oneof(
    condition.map((keep) => ({ keep })),
    condition.map((drop) => ({ drop })),
  );
  const texts = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 4 }),
      texts,
      texts,
      fc.boolean(),
      (written, title, tags, live) => {
        const rules = filterOf(JSON.stringify(written));
        const categories = tags.map((term) => ({ term, scheme: null }));
        const entry = anEntry({ title: title.join(' '), categories });
        const flags = { gated: false, live, opinion: false, sponsored: false, developing: false };
        const record = articleRecord({ title: title.join(' '), flags, topics: [] });
        const early = judge(rules, factsOfEntry(entry, SOURCE, NOW));
        if (early.kind === 'undecided') return;
        expect(early).toEqual(judge(rules, factsOfArticle(record, {}, entry)));
      },
    ),
  );
});
