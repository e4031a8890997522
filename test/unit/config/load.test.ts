import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { formatProblem } from '../../../src/config/problem.ts';

const fixtures = 'test/fixtures/config';
const hour = 3_600_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsrelay-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The problems of a config with this text, each as `line:column path message`. */
async function problemsOf(text: string | Uint8Array, environment = {}): Promise<string[]> {
  const file = path.join(folder, 'config.yaml');
  await writeFile(file, text);
  const outcome = await loadConfig(file, environment);
  return outcome.kind === 'problems'
    ? outcome.problems.map((problem) => formatProblem(problem).slice(file.length + 1))
    : [];
}

const source = (settings: string) =>
  `sources:\n  - { id: a, name: A, feeds: [https://a.example/f], ${settings} }\n`;

describe('a sound config', () => {
  test('comes whole: includes merged, defaults filled in, durations in milliseconds', async () => {
    const outcome = await loadConfig(`${fixtures}/whole/newsrelay.yaml`, { PER_HOST: '3' });
    if (outcome.kind !== 'config') throw new Error(outcome.problems.map(formatProblem).join('\n'));
    const { config, warnings } = outcome;
    expect(config.sources.map(({ id }) => id)).toEqual(['harbour', 'hill', 'mill', 'valley']);
    expect(config.sources.map(({ schedule }) => schedule)).toEqual([
      { kind: 'adaptive', minMs: hour / 12, maxMs: 6 * hour },
      { kind: 'interval', everyMs: hour / 3 },
      { kind: 'cron', pattern: '*/10 6-22 * * *', timezone: 'Asia/Manila' },
      { kind: 'interval', everyMs: hour / 3 },
    ]);
    expect(config.sources.map(({ republish }) => republish)).toEqual([
      'excerpt',
      'link',
      'excerpt',
      'excerpt',
    ]);
    expect(config.sources[3]).toMatchObject({
      channel: '',
      recheck: [hour, 24 * hour],
      minConfidence: 0.5,
    });
    expect(config.http.perHost).toEqual({ concurrency: 3, spacing: 1000 });
    expect(config.redis.url).toBe('');
    expect(warnings).toEqual([]);
  });

  test('has its relative paths read from its own folder, wherever the command was started', async () => {
    const outcome = await loadConfig(`${fixtures}/whole/newsrelay.yaml`, {});
    expect(outcome).toMatchObject({
      config: {
        dataDir: path.resolve(fixtures, 'state'),
        baseDir: path.resolve(fixtures, 'whole'),
      },
    });
  });

  test('may share settings by anchor, alias and merge key', async () => {
    const text = `
defaults: &rhythm { schedule: 5m }
sources:
  - { <<: *rhythm, id: a, name: A, feeds: &feeds [https://a.example/f] }
  - { id: b, name: B, feeds: [https://b.example/f], article: &rules { body: .text } }
  - { id: c, name: C, feeds: [https://c.example/f], article: *rules }
`;
    expect(await problemsOf(text)).toEqual([]);
  });
});

describe('an include', () => {
  /** What is loaded from a folder of these files, the config itself being `main.yaml`. */
  async function loadFrom(files: Record<string, string>) {
    const inner = await mkdtemp(path.join(folder, 'faults-'));
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(inner, name), text);
    const outcome = await loadConfig(path.join(inner, 'main.yaml'), {});
    const told = outcome.kind === 'config' ? outcome.config.faults : outcome.problems;
    return {
      kind: outcome.kind,
      ids: outcome.kind === 'config' ? outcome.config.sources.map(({ id }) => id) : [],
      told: told.map(({ file, line, path: at, message }) =>
        `${path.basename(file)}:${line} ${at} ${message}`.trim(),
      ),
    };
  }
  const source = (id: string, more = '') =>
    `{ id: ${id}, name: ${id}, feeds: ['https://${id}.example/feed.xml'] ${more}}\n`;
  const main = 'include: [a.yaml, b.yaml]\n';

  test.each([
    ['a mistake in a setting', 'id: b\nname: B\nfeed: x\n', /b\.yaml:1 .*feeds|b\.yaml:3 feed/],
    ['no YAML', 'id: [b\n', /b\.yaml:\d/],
    ['the id of another source', source('a'), /b\.yaml:1 id is another source's id too/],
  ])('with %s is left out and named, and holds up no other', async (_what, text, told) => {
    const loaded = await loadFrom({ 'main.yaml': main, 'a.yaml': source('a'), 'b.yaml': text });
    expect(loaded).toMatchObject({ kind: 'config', ids: ['a'] });
    expect(loaded.told.join('\n')).toMatch(told);
  });

  test('that matches no file is named, and holds up no source', async () => {
    const text = `include: [none/*.yaml]\nsources: [${source('a').trim()}]\n`;
    const loaded = await loadFrom({ 'main.yaml': text });
    expect(loaded).toMatchObject({ kind: 'config', ids: ['a'] });
    expect(loaded.told).toEqual([expect.stringContaining('include[0] matches no file')]);
  });

  test.each([
    ['the config itself is wrong', `${main}site: 3\n`, source('b')],
    ['no source is left', 'include: [b.yaml]\n', 'id: [b\n'],
    ['a source of the config itself is wrong', `${main}sources: [{ id: c }]\n`, source('b')],
  ])('does not help where %s', async (_what, mainText, b) => {
    const files = { 'main.yaml': mainText, 'a.yaml': source('a'), 'b.yaml': b };
    expect(await loadFrom(files)).toMatchObject({ kind: 'problems' });
  });

  test.each([
    ['of a source that there is', source('a'), ", formerly: ['a']"],
    ['that another source claims', source('a', ", formerly: ['old']"), ", formerly: ['old']"],
  ])('has a former id %s told', async (_what, a, claim) => {
    const files = { 'main.yaml': main, 'a.yaml': a, 'b.yaml': source('b', claim) };
    const loaded = await loadFrom(files);
    expect(loaded.told).toEqual([expect.stringContaining('formerly[0] is an id already')]);
  });

  test('may hold a source that is not polled beside one with the same feed', async () => {
    const off = source('a').replace('id: a', 'id: z, enabled: false');
    const files = { 'main.yaml': main, 'a.yaml': off, 'b.yaml': source('a') };
    expect(await loadFrom(files)).toEqual({ kind: 'config', ids: ['z', 'a'], told: [] });
  });

  test('takes files in alphabetical order, each once, never hidden ones nor the config itself', async () => {
    const inner = await mkdtemp(path.join(folder, 'include-'));
    const one = (id: string) => `{ id: ${id}, name: X, feeds: [https://${id}.example/f] }\n`;
    await writeFile(path.join(inner, 'b.yaml'), one('b'));
    await writeFile(path.join(inner, 'a.yaml'), `[${one('a2')}, ${one('a1')}]`);
    await writeFile(path.join(inner, '.a.yaml'), 'left behind by an editor');
    await writeFile(path.join(inner, 'main.yaml'), 'include: ["*.yaml", b.yaml]\n');
    const outcome = await loadConfig(path.join(inner, 'main.yaml'), {});
    expect(outcome.kind === 'config' && outcome.config.sources.map(({ id }) => id)).toEqual([
      'a2',
      'a1',
      'b',
    ]);
  });
});

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
    ['schedule: 15 minutes', 'is not a schedule; write a duration such as 15m'],
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
    ['identity: { keys: { in: guid } }', 'is a map of settings where a list belongs'],
    ['taxonomy: []', 'is a list where a map of settings belongs'],
  ])('such as %s is told what to write instead', async (settings, message) => {
    const problems = await problemsOf(source(settings));
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
    ['sources: [\n', '2:1: is indented wrongly'],
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
    const outcome = await loadConfig(path.join(folder, 'absent.yaml'), {});
    expect(outcome).toMatchObject({
      problems: [{ line: 1, column: 1, message: expect.stringContaining('does not exist') }],
    });
  });

  test('survives keys that JavaScript objects have by themselves', async () => {
    const problems = await problemsOf(`${source('__proto__: { a: 1 }')}constructor: 1\n`);
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

  test('has a feed that two sources poll told with both places', async () => {
    const text = `${source('')}  - { id: b, name: B, feeds: ["https://A.example:443/f#top"] }\n`;
    expect(await problemsOf(text)).toEqual([
      expect.stringMatching(
        /^3:31: sources\[1\].feeds\[0\] is polled already, at .*config.yaml:2:31; /,
      ),
    ]);
  });

  test('has full text by default without a licence told at each source that inherits it', async () => {
    const text = `defaults: { republish: full }\n${source('')}${source('republish: link').slice(9)}`;
    expect((await problemsOf(text.replace(/id: a(?=.*link)/, 'id: b')))[0]).toContain(
      '3:5: sources[0] inherits republish: full but has no licence',
    );
  });
});

describe('an environment variable', () => {
  test('that is not set and has no default is a problem at its place', async () => {
    expect(await problemsOf(`redis: { url: "\${REDIS_URL}" }\n${source('')}`)).toEqual([
      '1:15: redis.url needs the environment variable REDIS_URL, which is not set; set it, or write ${REDIS_URL:-default}',
    ]);
  });

  test('takes the type that its setting wants', async () => {
    const text = `http: { perHost: { concurrency: "\${N}" } }\n${source('enabled: "${ON}", channel: "${N}"')}`;
    expect(await problemsOf(text, { N: '7', ON: 'false' })).toEqual([]);
    expect(await problemsOf(text, { N: 'many', ON: 'perhaps' })).toHaveLength(2);
  });

  test('is filled into values only, once, and never into comments or keys', async () => {
    const text = `# \${NOWHERE}\n${source('"${KEY}": 1')}`;
    expect(await problemsOf(text, { KEY: 'channel' })).toEqual([
      expect.stringContaining('sources[0].${KEY} is no setting here'),
    ]);
    expect(await problemsOf(source('channel: "${A}"'), { A: '${B}' })).toEqual([]);
  });

  test('never shows its value in a problem, whatever is wrong with it', async () => {
    const secret = 'c4n4ry';
    const text = `
redis: { url: "\${S}" }
dataDir: { a: "\${S}" }
queue: { prefix: "\${S}!" }
http: { userAgent: "\${S}", allowPorts: ["\${S}"], allowPrivateAddresses: ["\${S}"], timeout: "\${S}" }
include: ["\${S}/*.yaml"]
destinations: [{ type: "\${S}" }, { type: queue, name: "\${S}" }, { type: queue, name: "\${S}" }]
sources:
  - id: "\${S}"
    name: ["\${S}"]
    feeds: ["\${S}", "https://a.example/\${S}"]
    schedule: "\${S}"
    republish: "\${S}"
    licence: { basis: x, reference: y, until: "\${S}" }
    identity: { keys: [{ in: "\${S}", match: "(\${S}" }] }
    article: { body: "\${S}[" }
  - { id: "\${S}", name: B, feeds: ["https://a.example/\${S}"], schedule: { cron: "\${S}", timezone: "\${S}" } }
`;
    const problems = await problemsOf(text, { S: secret });
    expect(problems.length).toBeGreaterThan(20);
    expect(problems.join('\n')).not.toContain(secret);
  });
});

describe('a warning', () => {
  const warningsOf = async (text: string, now: string) => {
    const file = path.join(folder, 'warned.yaml');
    await writeFile(file, text);
    const outcome = await loadConfig(file, {}, new Date(now));
    return outcome.kind === 'config' ? outcome.warnings : outcome.problems;
  };
  const contact = 'http: { userAgent: newsrelay/1.0 (+mailto:desk@harbour-news.org) }\n';

  test('names a licence that has run out, and does not stop the service', async () => {
    const text =
      contact + source('republish: full, licence: { basis: x, reference: y, until: 2026-01-31 }');
    expect(await warningsOf(text, '2026-01-31T23:59:59Z')).toEqual([]);
    expect(await warningsOf(text, '2026-02-01T00:00:00Z')).toMatchObject([
      { line: 3, path: 'sources[0].licence.until' },
    ]);
  });

  test('names a password that stands in the file, and none that comes from the environment', async () => {
    const warned = async (feed: string) => {
      const file = path.join(folder, 'secret.yaml');
      const http = "http: { userAgent: 'bot/1.0 (+https://relay.test/bot)' }";
      await writeFile(file, `${http}\nsources: [{ id: a, name: A, feeds: ['${feed}'] }]\n`);
      const outcome = await loadConfig(file, { PASSWORD: 'hunter2' });
      return outcome.kind === 'config' ? outcome.warnings.map(({ message }) => message) : [];
    };
    expect(await warned('https://me:hunter2@a.test/feed.xml')).toEqual([
      expect.stringContaining('holds a password in the file'),
    ]);
    expect(await warned('https://me:${PASSWORD}@a.test/feed.xml')).toEqual([]);
    expect(await warned('https://me@a.test/feed.xml')).toEqual([]);
  });

  test('names a contact in the user agent at which nobody can be reached', async () => {
    expect(await warningsOf(source(''), '2026-01-01')).toMatchObject([{ path: 'http.userAgent' }]);
  });
});
