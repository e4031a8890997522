import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfigFile } from '../../../../src/config/file/included-sources.ts';
import { loadConfig } from '../../../../src/config/load.ts';
import { configFolder } from '../../../support/config/config-folder.ts';

const { inside } = configFolder();

describe('an include', () => {
  /** What is loaded from a folder of these files, the config itself being `main.yaml`. */
  async function loadFrom(files: Record<string, string>) {
    const inner = await mkdtemp(inside('faults-'));
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
    const inner = await mkdtemp(inside('include-'));
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

test.each([
  ['is not there', 'absent.yaml', /^does not exist; write the file or name another with --config$/],
  ['is a folder', '', /^is a folder; name a file$/],
])(
  'A file that %s is a problem at its first line, with the mend.',
  async (_what, name, message) => {
    const { data, problems } = await readConfigFile(inside(name), {});
    expect(data).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({
        line: 1,
        column: 1,
        path: '',
        message: expect.stringMatching(message),
      }),
    ]);
  },
);
