import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../../src/config/load.ts';
import { conditionInWords, wordRange } from '../../../../src/config/rules/filter-rules.ts';
import { writeFile } from 'node:fs/promises';
import { configFolder, sourceWith } from '../../../support/config/config-folder.ts';

const { inside, problemsOf } = configFolder();

describe('a mistake in a filter is told with its place and its mend', () => {
  test.each([
    ['[{ drop: { titel: x } }]', '.filter[0].drop.titel is no setting; did you mean title?'],
    ['[{ dorp: { title: x } }]', '.filter[0].dorp is no setting; did you mean drop?'],
    ['[{ drop: {} }]', '.filter[0].drop is empty; write a field, such as title: horoscope'],
    ['[{}]', '.filter[0] is no single rule; write one of keep:, drop: and hold: in each rule'],
    ['[{ drop: { title: x }, keep: { title: y } }]', '.filter[0] is no single rule'],
    ['{ drop: { title: x } }', '.filter is a map of settings where a list belongs'],
    ['[{ drop: { title: 2026 } }]', '.drop.title is neither a text nor a list of texts'],
    ['[{ drop: { title: [a, 2026] } }]', '.drop.title[1] is no text; write text, in quotes'],
    ['[{ drop: { title: "" } }]', '.drop.title is empty; write a word'],
    ['[{ drop: { title: "?!" } }]', '.drop.title holds no word'],
    ['[{ drop: { title: "/live" } }]', '.title begins a regular expression that does not end'],
    ['[{ drop: { title: "/(a/" } }]', '.title is not a regular expression'],
    ['[{ drop: { title: "/a/g" } }]', '.title has other flags than there are; write i'],
    ['[{ drop: { text: "/(?=a)b/" } }]', '.text is a regular expression that cannot run in linear'],
    ['[{ drop: { text: ["/(a)\\\\1/"] } }]', '.text[0] is a regular expression that cannot run'],
    ['[{ drop: { url: "/(?!a)b/" } }]', '.url is a regular expression that cannot run in linear'],
    ['[{ drop: { url: sport } }]', '.url is no address; write */sport/*'],
    ['[{ drop: { host: "a.example/x" } }]', '.host is not the name of a host'],
    ['[{ drop: { host: "https://a.example" } }]', '.host is not the name of a host'],
    ['[{ drop: { path: /world/* } }]', '.path begins with a slash, as no path of a topic does'],
    ['[{ drop: { language: english } }]', '.language is not a language tag'],
    ['[{ drop: { flag: sponsred } }]', '.flag is none of the choices; write gated, live'],
    ['[{ drop: { flag: [live, sponsred] } }]', '.flag[1] is none of the choices; write gated'],
    ['[{ drop: { mode: drop } }]', '.mode is none of the choices; write link, excerpt, full, or'],
    ['[{ drop: { wordCount: 60 } }]', '.wordCount is no comparison with a number of words'],
    ['[{ drop: { wordCount: few } }]', 'write it in quotes, such as "<60"'],
    ['[{ drop: { olderThan: yesterday } }]', '.olderThan is not a duration; write a number and a'],
    ['[{ drop: { source: other } }]', '.drop.source names no source of this config; write the id'],
    ['[{ drop: { any: [{ source: [a, other-*] }] } }]', '.any[0].source[1] names no source of'],
    ['[{ drop: { any: [] } }]', '.drop.any is an empty list; write one item at least'],
    ['[{ drop: { any: [{ titel: x }] } }]', '.drop.any[0].titel is no setting; did you mean title'],
    ['[{ drop: { not: { any: [{ host: "a b" }] } } }]', '.drop.not.any[0].host is not the name of'],
    ['[{ drop: { all: [{}] } }]', '.drop.all[0] is empty'],
  ])('%s', async (filter, message) => {
    const [problem, ...more] = await problemsOf(sourceWith(`filter: ${filter}`));
    expect(problem).toContain(message);
    expect(problem).toMatch(/^2:\d+: /);
    expect(more).toEqual([]);
  });

  test('and so are two in one rule', async () => {
    const rule = '{ drop: { title: x }, keep: { path: /world, flag: lve } }';
    expect(await problemsOf(sourceWith(`filter: [${rule}]`))).toEqual([
      expect.stringContaining('.filter[0] is no single rule'),
      expect.stringContaining('.filter[0].keep.path begins with a slash'),
      expect.stringContaining('.filter[0].keep.flag is none of the choices'),
    ]);
  });

  test('at `defaults` and at a destination, too, where nothing can be held', async () => {
    const text = `defaults: { filter: [{ drop: { titel: x } }] }\n${sourceWith('channel: a')}destinations: [{ type: queue, filter: [{ hold: { title: x } }] }]\n`;
    expect(await problemsOf(text)).toEqual([
      '1:32: defaults.filter[0].drop.titel is no setting; did you mean title?',
      expect.stringContaining('.filter[0].hold is no setting here; the settings are keep, drop'),
    ]);
  });
});

test('every rule of a source knows its place, its own before those of defaults', async () => {
  const rules = 'filter: [{ drop: { title: x } }, { keep: { language: en } }]';
  const listed = `- { id: c, name: C, feeds: [https://c.example/f], ${rules} }\n`;
  await writeFile(inside('listed.yaml'), listed);
  const text = `defaults: { filter: [{ hold: { flag: live } }] }\ninclude: [listed.yaml]\n${sourceWith(rules)}`;
  await writeFile(inside('placed.yaml'), text);
  const outcome = await loadConfig(inside('placed.yaml'), {});
  const sources = outcome.kind === 'config' ? outcome.config.sources : [];
  expect(sources.map(({ filter }) => filter.map(({ place, deed }) => `${place} ${deed}`))).toEqual([
    ['sources[0] (a).filter[0] drop', 'sources[0] (a).filter[1] keep', 'defaults.filter[0] hold'],
    [
      'listed.yaml[0] (c).filter[0] drop',
      'listed.yaml[0] (c).filter[1] keep',
      'defaults.filter[0] hold',
    ],
  ]);
});

test('a condition is told much as it was written', () => {
  const condition = {
    title: ['a', 'b'],
    olderThan: 3 * 86_400_000,
    not: { any: [{ flag: 'live' as const }, { wordCount: '<60' }] },
  };
  expect(conditionInWords(condition)).toBe(
    'title: [a, b], olderThan: 3d, not: { any: [{ flag: live }, { wordCount: <60 }] }',
  );
});

test.each([
  ['<60', 0, 59],
  ['<= 60', 0, 60],
  ['>60', 61, Infinity],
  ['>=60', 60, Infinity],
  ['=60', 60, 60],
])('%s asks for words from %d to %d', (written, least, most) => {
  expect(wordRange(written)).toEqual({ least, most });
});
