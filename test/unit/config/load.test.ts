import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { formatProblem } from '../../../src/config/problems/problem.ts';
import { configFolder, sourceWith } from '../../support/config/config-folder.ts';

const fixtures = 'test/fixtures/config';
const hour = 3_600_000;

const { inside, problemsOf } = configFolder();

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

describe('an environment variable', () => {
  test('that is not set and has no default is a problem at its place', async () => {
    expect(await problemsOf(`redis: { url: "\${REDIS_URL}" }\n${sourceWith('')}`)).toEqual([
      '1:15: redis.url needs the environment variable REDIS_URL, which is not set; set it, or write ${REDIS_URL:-default}',
    ]);
  });

  test('takes the type that its setting wants', async () => {
    const text = `http: { perHost: { concurrency: "\${N}" } }\n${sourceWith('enabled: "${ON}", channel: "${N}"')}`;
    expect(await problemsOf(text, { N: '7', ON: 'false' })).toEqual([]);
    expect(await problemsOf(text, { N: 'many', ON: 'perhaps' })).toHaveLength(2);
  });

  test('is filled into values only, once, and never into comments or keys', async () => {
    const text = `# \${NOWHERE}\n${sourceWith('"${KEY}": 1')}`;
    expect(await problemsOf(text, { KEY: 'channel' })).toEqual([
      expect.stringContaining('sources[0].${KEY} is no setting here'),
    ]);
    expect(await problemsOf(sourceWith('channel: "${A}"'), { A: '${B}' })).toEqual([]);
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

test.each([
  ['', ['keep', 'drop']],
  ['defaults: { links: drop }', ['drop', 'drop']],
])(
  'what a source does not say is filled in from the defaults: "%s"',
  async (defaults, expected) => {
    const file = inside('defaults.yaml');
    const sources = ['a', 'b, links: drop'].map(
      (id) => `{ id: ${id}, name: A, feeds: ['https://${id[0]}.example/f'] }`,
    );
    await writeFile(file, `${defaults}\nsources: [${sources.join(', ')}]\n`);
    const outcome = await loadConfig(file, {});
    const links = outcome.kind === 'config' && outcome.config.sources.map((source) => source.links);
    expect(links).toEqual(expected);
  },
);

describe('a warning', () => {
  const warningsOf = async (text: string, now: string) => {
    const file = inside('warned.yaml');
    await writeFile(file, text);
    const outcome = await loadConfig(file, {}, new Date(now));
    return outcome.kind === 'config' ? outcome.warnings : outcome.problems;
  };
  const contact = 'http: { userAgent: newsrelay/1.0 (+mailto:desk@harbour-news.org) }\n';

  test('names a licence that has run out, and does not stop the service', async () => {
    const text =
      contact +
      sourceWith('republish: full, licence: { basis: x, reference: y, until: 2026-01-31 }');
    expect(await warningsOf(text, '2026-01-31T23:59:59Z')).toEqual([]);
    expect(await warningsOf(text, '2026-02-01T00:00:00Z')).toMatchObject([
      { line: 3, path: 'sources[0].licence.until' },
    ]);
  });

  test('names a password that stands in the file, and none that comes from the environment', async () => {
    const warned = async (feed: string) => {
      const file = inside('secret.yaml');
      const http = "http: { userAgent: 'bot/1.0 (+https://relay.test/bot)' }";
      await writeFile(file, `${http}\nsources: [{ id: a, name: A, feeds: ['${feed}'] }]\n`);
      const outcome = await loadConfig(file, { PASSWORD: 'hunter2' });
      return outcome.kind === 'config' ? outcome.warnings.map(({ message }) => message) : [];
    };
    expect(await warned('https://me:hunter2@a.test/feed.xml')).toEqual([
      expect.stringContaining('holds a secret in the file'),
    ]);
    expect(await warned('https://me:${PASSWORD}@a.test/feed.xml')).toEqual([]);
    expect(await warned('https://me@a.test/feed.xml')).toEqual([]);
  });

  test('names a contact in the user agent at which nobody can be reached', async () => {
    expect(await warningsOf(sourceWith(''), '2026-01-01')).toMatchObject([
      { path: 'http.userAgent' },
    ]);
  });
});
