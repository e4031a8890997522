import { expect, test } from 'vitest';
import { holdersIn } from '../../../src/redis/redis-server.ts';

test('the holders of the private server are told from its other clients', () => {
  const client = (name: string) => `id=1 addr=/tmp/redis.sock:0 name=${name} db=0 cmd=client`;
  const names = ['newsrelay-holder', '', 'newsrelay-holder-2', 'x:newsrelay-holder'];
  const clients = [...names, 'newsrelay-holder'].map((name) => `${client(name)}\n`).join('');
  expect(holdersIn(clients)).toBe(2);
  expect(holdersIn('')).toBe(0);
});
