import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  reachableOnlyNow,
  siteConnections,
  toldConnections,
} from '../../../src/cli/site-connection.ts';
import { configSchema } from '../../../src/config/schema.ts';

const configOf = (settings: object) =>
  ({ ...configSchema.parse({ sources: [], ...settings }) }) as never;

test('A site is told the address without its password, the prefix and the queue.', () => {
  const config = configOf({
    redis: { url: 'redis://site:secret@redis.example:6380/2' },
    queue: { prefix: 'wire' },
  });
  expect(siteConnections(config)).toEqual([
    { redis: 'redis.example:6380', prefix: 'wire', queue: 'republish', private: false },
  ]);
  expect(toldConnections(config).join()).not.toContain('secret');
  expect(reachableOnlyNow(config)).toBeUndefined();
});

test('The queue of a cluster is told by the name that it has there.', () => {
  const config = configOf({ redis: { url: 'redis://a.example:7000,redis://b.example:7001' } });
  expect(siteConnections(config)).toMatchObject([{ queue: '{republish}' }]);
});

test('A private Redis is told by its socket, with whom it serves and when.', () => {
  const config = configOf({ dataDir: '/var/lib/wire' });
  const socket = join('/var/lib/wire', 'redis/redis.sock');
  expect(siteConnections(config)).toMatchObject([{ redis: socket, private: true }]);
  expect(toldConnections(config)).toEqual([
    `sites connect to Redis at ${socket}, prefix newsrelay, queue republish; this private Redis is there while newsrelay runs, for this user alone: a site of another user or machine needs redis.url in the config`,
  ]);
  expect(reachableOnlyNow(config)).toContain('only while newsrelay runs');
});

test('Where every destination is delivered to, no site connects.', () => {
  const config = configOf({ destinations: [{ type: 'directory', name: 'files', path: '/tmp/x' }] });
  expect(siteConnections(config)).toEqual([]);
  expect(reachableOnlyNow(config)).toBeUndefined();
});
