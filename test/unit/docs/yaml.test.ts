import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { formatProblem } from '../../../src/config/problems/problem.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { documents, type Block } from '../../support/docs/documents.ts';

/**
 * What an example is, by the comment above it that readers do not see. Without one it is a config by
 * itself, but for the sources, which an example of another part need not repeat.
 */
const MARKS = ['a source', 'a part of a source', 'not a config'] as const;

const SOURCE = 'id: example-news\nname: Example News\nfeeds: [https://news.example/feed.xml]\n';

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '    ');

const asItem = (source: string) => `sources:\n  -\n${indented(source)}`;

function wrapped({ code, mark }: Block): string {
  if (mark === 'a source')
    return code.startsWith('- ') ? `sources:\n${indented(code)}` : asItem(code);
  if (mark === 'a part of a source') return asItem(SOURCE + code);
  const listsSources = /^(?:sources|include):/m.test(code);
  return listsSources ? code : `${code}\n${asItem(SOURCE)}`;
}

// Whatever an example takes from the environment, in a form that fits.
const environment = {
  REDIS_URL: 'redis://127.0.0.1:6379',
  WORDPRESS_PASSWORD: 'abcd efgh ijkl mnop qrst uvwx',
  WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
  WEBHOOK_SECRET_OLD: `whsec_${Buffer.alloc(32, 8).toString('base64')}`,
  PARTNER_KEY: 'a-key',
  PARTNER_USER: 'reader',
  PARTNER_PASSWORD: 'secret',
  GATEWAY_KEY: 'a-key',
  DEPLOYMENT: 'production',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsrelay-docs-'));
  await mkdir(join(folder, 'sources'));
  await writeFile(
    join(folder, 'sources/other.yaml'),
    SOURCE.replaceAll('example-', 'included-').replace('news.example', 'other.example'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function problemsOf(block: Block): Promise<string[]> {
  const file = join(folder, 'newsrelay.yaml');
  await writeFile(file, wrapped(block));
  const outcome = await loadConfig(file, environment);
  return outcome.kind === 'config' ? [] : outcome.problems.map(formatProblem);
}

const examples = documents().flatMap(({ path, blocks }) =>
  blocks
    .filter(({ language }) => language === 'yaml')
    .map((block) => ({ place: `${path}:${block.line}`, block })),
);

const isConfig = ({ block }: { block: Block }) => block.mark !== 'not a config';

test.each(examples)('the YAML at $place has no mark but those that are known', ({ block }) => {
  expect([undefined, ...MARKS]).toContain(block.mark);
});

test.each(examples.filter(isConfig))(
  'the YAML at $place is a config that loads',
  async ({ block }) => {
    expect(await problemsOf(block)).toEqual([]);
  },
);

test.each(examples.filter((example) => !isConfig(example)))(
  'the YAML at $place, which is no config, is sound YAML',
  ({ block }) => {
    expect(parseAllDocuments(block.code).flatMap(({ errors }) => errors)).toEqual([]);
  },
);

test('an example with a key that no schema knows is found', async () => {
  const block = { language: 'yaml', mark: 'a part of a source', code: 'feads: []\n', line: 1 };
  expect(await problemsOf(block)).toEqual([expect.stringContaining('did you mean feeds?')]);
});
