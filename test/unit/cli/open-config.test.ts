import { PassThrough } from 'node:stream';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { leftOut, openConfig, tellStandIns } from '../../../src/cli/open-config.ts';

const fault = {
  file: 'sources/a.yaml',
  line: 3,
  column: 1,
  path: 'sources[0].id',
  message: 'is missing',
};

test('of a mistake in an included file it is said that the file is left out, of one in the list of files not', () => {
  expect(leftOut(fault)).toMatch(/is missing.* \(sources\/a\.yaml is left out until then\)$/);
  expect(leftOut({ ...fault, path: 'include[0]' })).not.toContain('left out');
});

const SOURCE = `{ id: harbour, name: Harbour, feeds: ['https://harbour.example/f'], schedule: 15m }`;

async function opened(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-open-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const stderr = new PassThrough();
  const config = await openConfig(join(folder, 'newsrelay.yaml'), { environment: {}, stderr });
  return {
    config,
    lines: String(stderr.read() ?? '')
      .split('\n')
      .slice(0, -1),
  };
}

test('a config that is sound opens without a word, each mistake of one that is not is a line', async () => {
  expect(await opened({ 'newsrelay.yaml': `sources: [${SOURCE}]` })).toMatchObject({
    config: { sources: [{ id: 'harbour' }] },
    lines: [],
  });
  const wrong = await opened({ 'newsrelay.yaml': 'sourcs: []\nstie: {}\n' });
  expect(wrong.config).toBeUndefined();
  expect(wrong.lines).toHaveLength(2);
});

test('a mistake of an included file is told, and all else opens', async () => {
  const { config, lines } = await opened({
    'newsrelay.yaml': `include: [more.yaml]\nsources: [${SOURCE}]`,
    'more.yaml': 'sources: [{ id: 7 }]',
  });
  expect(config).toMatchObject({ sources: [{ id: 'harbour' }] });
  expect(lines.join('\n')).toMatch(/more\.yaml.* is left out until then\)/);
});

test.each([
  [['poll'], ['sources', 'redis']],
  [['scrape'], ['sources', 'redis']],
  [['deliver'], ['destinations', 'redis']],
  [['web'], ['web', 'redis']],
  [
    ['poll', 'scrape', 'deliver', 'web'],
    ['sources', 'destinations', 'web', 'redis'],
  ],
] as const)('Of %j it is told which secrets of %j are missing.', (roles, parts) => {
  const reasons: string[] = [];
  const log = {
    warn: ({ reason }: { reason: string }, message: string) => {
      expect(message).toBe('a secret is missing');
      reasons.push(reason);
    },
  } as unknown as Parameters<typeof tellStandIns>[2];
  const standIns = ['sources', 'destinations', 'web', 'redis'].map((part) => ({
    ...fault,
    part,
    message: part,
  }));
  tellStandIns({ standIns }, roles, log);
  expect(reasons.map((reason) => reason.split(' ').at(-1))).toEqual(parts);
});

test('A config that names its stand-ins opens with them.', async () => {
  const { config, lines } = await opened({
    'newsrelay.yaml': `include: [more.yaml]\nsources: [${SOURCE}]\nweb: { token: '\${WEB_TOKEN:-the-container-of-the-page-has-it}' }`,
    'more.yaml':
      '{ id: quay, name: Quay, schedule: 15m, feeds: ["https://reader:${QUAY_PASSWORD:-poll}@quay.example/f"] }',
  });
  expect(lines).toEqual([]);
  expect(config?.standIns?.map(({ part, path }) => [part, path])).toEqual([
    ['web', 'web.token'],
    ['sources', 'feeds[0]'],
  ]);
});
