import { expect, test } from 'vitest';
import type { LoadedConfig } from '../../../src/config/load.ts';
import { configMark, ConfigWatch } from '../../../src/service/config-watch.ts';
import type { DeploymentMember } from '../../../src/store/deployment.ts';
import { testConfig } from '../../support/commands/pipeline.ts';
import { offlinePipeline } from '../../support/site/offline-pipeline.ts';

const other = (sources: string[], changes: Partial<DeploymentMember> = {}): DeploymentMember => ({
  deployment: 'news',
  host: 'two',
  config: 'theirs',
  sources,
  ...changes,
});

/** A process with sources a and b, beside these others. */
function watching() {
  const { pipeline, notices } = offlinePipeline([{ id: 'a', feeds: ['https://a.example/f'] }]);
  let members: DeploymentMember[] = [];
  const deployment = { members: async () => members } as unknown as typeof pipeline.deployment;
  const own = { config: 'ours', sources: ['a', 'b'] };
  const watch = new ConfigWatch(own, { ...pipeline, deployment });
  return {
    notices,
    look: async (...beside: DeploymentMember[]) => {
      members = [{ ...own, deployment: 'news', host: 'one' }, ...beside];
      await watch.look();
      return notices.map(({ message }) => message);
    },
  };
}

test('another config is told once, when it is there at a second look', async () => {
  const { look, notices } = watching();
  expect(await look(other(['a', 'c']))).toEqual([]);
  expect(await look(other(['a', 'c']))).toEqual([
    'two works by another config: it alone has c, this process alone has b; give both the same and reload',
  ]);
  expect(notices[0]).toMatchObject({ change: 'configs-differ' });
  await look(other(['a', 'c']));
  expect(notices).toHaveLength(1);
});

test('one that is gone at the look between is a restart', async () => {
  const { look } = watching();
  await look(other(['c']));
  await look();
  expect(await look(other(['c']))).toEqual([]);
  await look(other(['c'], { host: 'three' }));
  expect(await look(other(['c']))).toEqual([]);
});

test('the same config, or one of an earlier version that does not say, is no other', async () => {
  const { look } = watching();
  const same = other(['c'], { config: 'ours' });
  const { config: _, ...silent } = other(['c']);
  await look(same, silent);
  expect(await look(same, silent)).toEqual([]);
});

test.each([
  [['a', 'b'], 'the same sources with other settings'],
  [['a', 'b', 'c'], 'it alone has c'],
  [['b'], 'this process alone has a'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'it alone has c, d, e, f, g'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], 'it alone has c, d, e, f, g and 2 more'],
])('of sources %j it is said: %s', async (sources, difference) => {
  const { look } = watching();
  await look(other(sources));
  expect(await look(other(sources))).toEqual([
    `two works by another config: ${difference}; give both the same and reload`,
  ]);
});

test('a config’s mark tells apart what jobs are treated by, and nothing else', () => {
  const config = testConfig([{ id: 'a', feeds: ['https://a.example/f'] }], 'news');
  const mark = (changes: Partial<LoadedConfig>) => configMark({ ...config, ...changes });
  const same = mark({ baseDir: '/elsewhere', http: { ...config.http, timeout: 1 } });
  expect(same).toBe(mark({}));
  const others = [
    mark({ sources: [] }),
    mark({ destinations: [] }),
    mark({ site: { ...config.site, byline: 'other' } }),
    mark({ takedowns: ['https://a.example/1'] }),
  ];
  expect(new Set([same, ...others]).size).toBe(5);
});
