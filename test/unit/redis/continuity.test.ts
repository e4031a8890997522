import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { connectionCount } from '../../../src/redis/continuity.ts';
import type { RedisClient } from '../../../src/redis/redis-client.ts';

test.each([
  ['ready', 1],
  ['connecting', 0],
])('of a client that is %s, each connection after its first counts', (status, counted) => {
  const client = Object.assign(new EventEmitter(), { status });
  const count = connectionCount(client as unknown as RedisClient);
  expect(count()).toBe(0);
  client.emit('ready');
  expect(count()).toBe(counted);
  client.emit('ready');
  client.emit('ready');
  expect(count()).toBe(counted + 2);
});
