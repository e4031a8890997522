import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { CommandLine } from '../../../src/cli/command-line.ts';
import type { LoadedConfig } from '../../../src/config/load.ts';

const CONFIG = 'test/fixtures/config/whole/newsrelay.yaml';

function commandLine(configPath = CONFIG) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const { signal } = new AbortController();
  const cli = new CommandLine({ stdin, stdout, stderr, environment: {}, signal });
  cli.program.parseOptions(['--config', configPath]);
  return { cli, told: () => String(stderr.read() ?? '') };
}

test('an action has the config, and its status is that of the command', async () => {
  const { cli } = commandLine();
  expect(cli.status).toBe(0);
  const seen: unknown[] = [];
  await cli.withConfig(async ({ sources }) => {
    seen.push(sources.length);
    return 1;
  });
  expect([seen, cli.status]).toEqual([[4], 1]);
});

test('with a config that cannot be read nothing is done, which is wrong usage', async () => {
  const { cli, told } = commandLine('test/fixtures/config/none.yaml');
  let isDone = false;
  await cli.withConfig(async () => {
    isDone = true;
    return 0;
  });
  expect([isDone, cli.status]).toEqual([false, 2]);
  expect(told()).toContain('none.yaml');
});

test('a source that is named is given, none where none is named, and one that there is not is wrong usage', async () => {
  const { cli, told } = commandLine();
  const seen: unknown[] = [];
  const note = async (_config: LoadedConfig, source: { id: string } | undefined) => {
    seen.push(source?.id);
    return 0;
  };
  await cli.withSource('mill', note);
  await cli.withSource(undefined, note);
  expect([seen, cli.status]).toEqual([['mill', undefined], 0]);
  await cli.withSource('nosuch', note);
  expect([seen.length, cli.status]).toEqual([2, 2]);
  expect(told()).toBe('no such source: nosuch; there are harbour, hill, mill, valley\n');
});

test('of several names those are told that are no source’s', () => {
  const { cli, told } = commandLine();
  const config = { sources: [{ id: 'a' }, { id: 'b' }] } as LoadedConfig;
  expect(cli.unknownSources([], config)).toBeUndefined();
  expect(cli.unknownSources(['b', 'a'], config)).toBeUndefined();
  expect(told()).toBe('');
  expect(cli.unknownSources(['c', 'a', 'd'], config)).toBe(2);
  expect(told()).toBe('no such source: c, d; there are a, b\n');
});

describe('where no config is named', () => {
  /** The sources that an action was given; undefined where it was not done. */
  async function sourcesSeen(configPath: string, isNamed: boolean, name?: string) {
    const { cli, told } = commandLine(configPath);
    if (!isNamed) cli.program.setOptionValueWithSource('config', configPath, 'default');
    let seen: number | undefined;
    await cli.withSource(name, async ({ sources }) => {
      seen = sources.length;
      return 1;
    });
    return { seen, status: cli.status, told: told() };
  }

  test('something is tried out by the defaults, outside of a checkout', async () => {
    expect(await sourcesSeen('nowhere.yaml', false)).toEqual({ seen: 0, status: 1, told: '' });
  });

  test('no source can be named without a config that has it', async () => {
    const { seen, status, told } = await sourcesSeen('nowhere.yaml', false, 'mill');
    expect([seen, status]).toEqual([undefined, 2]);
    expect(told).toMatch(/^no such source: mill;/);
  });

  test('the config of a checkout is read where there is one', async () => {
    expect(await sourcesSeen(CONFIG, false)).toMatchObject({ seen: 4, status: 1 });
  });

  test('one that is named has to be there', async () => {
    const { seen, status, told } = await sourcesSeen('nowhere.yaml', true);
    expect([seen, status]).toEqual([undefined, 2]);
    expect(told).toContain('nowhere.yaml');
  });
});
