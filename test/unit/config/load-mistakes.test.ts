import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { formatProblem } from '../../../src/config/problems/problem.ts';
import { configFolder, sourceWith } from '../../support/config/config-folder.ts';

const fixtures = 'test/fixtures/config';

const { inside, problemsOf } = configFolder();

describe('a config with mistakes', () => {
  test('has all of them told at once, each with its place and its mend', async () => {
    const file = `${fixtures}/ten-mistakes/newsrelay.yaml`;
    const outcome = await loadConfig(file, {});
    expect(outcome.kind === 'problems' && outcome.problems.map(formatProblem)).toEqual([
      `${file}:1:1: dataDirectory is no setting; did you mean dataDir?`,
      `${file}:3:14: http.userAgent names no contact; add where publishers can reach you, such as (+https://site.example/bot)`,
      `${file}:5:13: defaults.schedule is not a schedule; write a duration such as 15m, or { cron: "*/10 * * * *", timezone: Asia/Manila }, or { adaptive: { min: 5m, max: 6h } }`,
      `${file}:6:27: include[1] matches no file; write a path from ${fixtures}/ten-mistakes, such as sources/*.yaml`,
      `${file}:10:13: sources[0].feeds[0] is not a web address; write it whole, such as https://news.example/feed.xml`,
      `${file}:11:23: sources[0].schedule.cron is not a cron pattern; write five fields: minute hour day month weekday, such as "*/10 * * * *"`,
      `${file}:11:47: sources[0].schedule.timezone is not a time zone; write an IANA name, such as Asia/Manila or UTC`,
      `${file}:12:16: sources[0].republish is full but the source has no licence; add licence: { basis, reference }, or write excerpt or link`,
      `${file}:13:22: sources[0].article.body is not a CSS selector; check its brackets and quotes, such as article .body > p`,
      `${fixtures}/ten-mistakes/sources/valley.yaml:2:5: id is another source's id too, at ${file}:8:9; give each its own`,
    ]);
  });

  test.each([
    ['schedule: 15 minutes', 'is not a schedule; write 15m'],
    ['schedule: 500ms', 'is too short; write at least 1s'],
    ['schedule: 1000000000d', 'is too long; write at most 366d'],
    ['schedule: { every: 15m }', 'is not a schedule'],
    ['schedule: { cron: "* * * * * *" }', '.cron is not a cron pattern; write five fields'],
    ['schedule: { cron: 15 }', '.cron is not a cron pattern; write five fields'],
    ['schedule: { adaptive: { min: 2h, max: 1h } }', 'longer than its `max`; swap them'],
    ['schedule: { adaptive: { min: 2h } }', '.adaptive.max is missing; write a number and a unit'],
    ['recheck: [1d, 1h]', 'is not in rising order'],
    ['republish: all', 'is none of the choices; write full, excerpt or link'],
    [
      'licence: { basis: x, reference: y, from: 2026-02-01, until: 2026-01-01 }',
      'licence.until is a day before `from`; swap the two dates',
    ],
    [
      'licence: { basis: x, reference: y, until: 1/2/26 }',
      'is not a date; write year, month and day',
    ],
    ['assumeZone: Manila', 'is not a time zone; write an IANA name'],
    ['ignoreOffset: yes', 'is text where true or false belongs'],
    ['minConfidence: 50', 'is too large; write 1 or less'],
    ['channel: 5', 'is a number where text belongs; put it in quotes'],
    ['channnel: x', 'channnel is no setting; did you mean channel?'],
    ['min_confidence: 0', 'did you mean minConfidence?'],
    ['feed: x', 'feed is no setting; did you mean feeds?'],
    ['article: { body: "p:hovr" }', 'uses what pages cannot be searched by'],
    ['identity: { keys: [{ in: guid, match: "(a" }] }', '.match is not a regular expression'],
    ['identity: { keys: [{ in: guid, match: "a" }] }', '.key uses more brackets than `match` has'],
    ['taxonomy: { urls: [{ match: "a" }] }', '.path uses more brackets than `match` has'],
    ['taxonomy: { urls: [{ match: "(a)", path: "$2" }] }', '.path uses more brackets'],
    ['taxonomy: { categories: [{ path: words }] }', '.path is none of the choices; write term'],
    ['firstReading: { newest: some }', '.newest'],
    ['identity: { keys: { in: guid } }', 'is a map of settings where a list belongs'],
    ['taxonomy: []', 'is a list where a map of settings belongs'],
  ])('such as %s is told what to write instead', async (settings, message) => {
    const problems = await problemsOf(sourceWith(settings));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  test.each([
    ['', '1:1: holds no settings'],
    ['# nothing but a comment\n', '1:1: holds no settings'],
    ['dataDir: x\n', '1:1: sources lists no source'],
    ['sources: []\n', '1:10: sources lists no source'],
    ['sources:\n', '1:9: sources lists no source'],
    ['sources:\n\t- id: a\n', '2:1: is indented with a tab; use spaces'],
    ['sources: [\n', '1:10: opens a bracket that is never closed'],
    ['sources: [a: b: c]\n', '1:14: is not YAML here'],
    ['http: { timeout: ${T} }\n', '1:19: needs quotes around ${…}'],
    ['a: 1\n---\nb: 2\n', '2:1: begins a second document'],
    ['sources: *nowhere\n', '1:1: has aliases (*name) that cannot be followed'],
    ['- id: a\n', '1:1: is a list where a map of settings belongs'],
  ])('in its very shape (%j) has one problem that says where', async (text, start) => {
    const problems = await problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(start);
  });

  test('has an include that is no list followed all the same', async () => {
    expect(await problemsOf('include: "*.none"\n')).toEqual([
      '1:10: include is text where a list belongs; write [a, b], or one item a line, each after "- "',
      expect.stringContaining('include[0] matches no file'),
    ]);
  });

  test('that is no UTF-8 says so', async () => {
    expect(await problemsOf(Uint8Array.of(0x6e, 0x61, 0xef, 0xf1))).toEqual([
      '1:1: is not UTF-8 text; save it as UTF-8',
    ]);
  });

  test('that does not exist says so', async () => {
    const outcome = await loadConfig(inside('absent.yaml'), {});
    expect(outcome).toMatchObject({
      problems: [{ line: 1, column: 1, message: expect.stringContaining('does not exist') }],
    });
  });

  test('survives keys that JavaScript objects have by themselves', async () => {
    const problems = await problemsOf(`${sourceWith('__proto__: { a: 1 }')}constructor: 1\n`);
    expect(problems.map((problem) => problem.replace(/ is no.*/, ''))).toEqual([
      '2:53: sources[0].__proto__',
      '3:1: constructor',
    ]);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  test('cannot blow up through aliases', async () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1) {
      const ten = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
      bomb.push(`a${level}: &a${level} [${ten}]`);
    }
    expect(await problemsOf(bomb.join('\n'))).toEqual([expect.stringMatching(/^1:1: has aliases/)]);
  });

  test('has feeds of one source that differ in a secret alone told without it', async () => {
    const feeds = ['key=one', 'key=two', 'page=2'].map((query) => `"https://a.example/f?${query}"`);
    const text = `sources:\n  - { id: a, name: A, feeds: [${feeds.join(', ')}] }\n`;
    expect(await problemsOf(text)).toEqual([
      expect.stringMatching(/feeds\[1\] differs from feeds\[0\] in a secret alone; give it/),
    ]);
  });

  test('such as a setting in the wrong place is told with the places that have it', async () => {
    const [told] = await problemsOf(`filter: []\n${sourceWith('')}`);
    expect(told).toContain(
      'filter is no setting here; did you mean defaults.filter or sources[].filter or destinations[].filter?',
    );
  });

  test('has a feed that two sources poll told with both places', async () => {
    const text = `${sourceWith('')}  - { id: b, name: B, feeds: ["https://A.example:443/f#top"] }\n`;
    expect(await problemsOf(text)).toEqual([
      expect.stringMatching(
        /^3:31: sources\[1\].feeds\[0\] is polled already, at .*config.yaml:2:31; /,
      ),
    ]);
  });

  test('has full text by default without a licence told at each source that inherits it', async () => {
    const text = `defaults: { republish: full }\n${sourceWith('')}${sourceWith('republish: link').slice(9)}`;
    expect((await problemsOf(text.replace(/id: a(?=.*link)/, 'id: b')))[0]).toContain(
      '3:5: sources[0] inherits republish: full but has no licence',
    );
  });
});

test.each([
  ['{ type: quue }', 'destinations[0].type is none of the choices; write queue, wordpress,'],
  ['{ name: desk }', 'destinations[0].type is missing; write queue, wordpress,'],
])('the type of a destination, %s, is told with those there are', async (destination, told) => {
  expect(await problemsOf(`${sourceWith('')}destinations: [${destination}]\n`)).toEqual([
    expect.stringContaining(told),
  ]);
});

test('a mistake that is used twice by an alias is told at both sources, where it stands', async () => {
  const rules = 'article: &rules { body: "p[" }';
  const other = sourceWith('article: *rules')
    .slice(9)
    .replace('id: a', 'id: b')
    .replace('/f]', '/g]');
  const problems = await problemsOf(sourceWith(rules) + other);
  expect(problems.map((problem) => problem.replace(/ is not a CSS.*/, ''))).toEqual([
    '2:77: sources[0].article.body',
    '2:77: sources[1].article.body',
  ]);
});

test.each([
  ['minConfidence', '0.5', 0],
  ['minConfidence', '-0.5', 1],
  ['minConfidence', '.5', 1],
  ['enabled', 'true', 0],
  ['enabled', 'false', 0],
  ['enabled', 'True', 1],
  ['channel', '7', 0],
])('%s takes "%s" from the environment with %i mistakes', async (setting, value, mistakes) => {
  expect(await problemsOf(sourceWith(`${setting}: "\${V}"`), { V: value })).toHaveLength(mistakes);
});
