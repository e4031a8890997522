import { expect, test } from 'vitest';
import { tellNews } from '../../../src/alerts/alert-round.ts';
import { need, type Need } from '../../../src/monitor/need.ts';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { AlertStore } from '../../../src/store/health/alerts.ts';
import { Keys } from '../../../src/store/keys.ts';

const MINUTE = 60_000;
const startMs = Date.parse('2026-11-29T08:00:00Z');
const after = { failing: 0, destination: 0, held: 20 };
const keys = new Keys('news');
const down: Need = need({
  kind: 'destination-down',
  subject: 'blog',
  cause: 'is down',
  since: new Date(startMs).toISOString(),
  mend: 'mend it',
});

/** Looks a minute apart; each status is the answer of one receiver, from the first on. */
function looks(...statuses: number[]) {
  const redis = new MemoryRedis();
  const alerts = new AlertStore(redis as never, keys);
  const to = statuses.map((_status, at) => ({
    type: 'webhook' as const,
    url: `https://chat.example/${at}`,
    secrets: [],
  }));
  const told: string[] = [];
  const troubles: string[] = [];
  let nowMs = startMs;
  const look = async (needs: Need[]) => {
    nowMs += MINUTE;
    const send = async ({ url, body }: { url: string; body?: unknown }) => {
      const { began } = JSON.parse(String(body)) as { began: { subject: string }[] };
      told.push(`${url} ${began.map(({ subject }) => subject).join()}`);
      return { status: statuses[Number(url.at(-1))]!, headers: {}, body: Buffer.from('') };
    };
    const parts = { alerts, send, onTrouble: (message: string) => void troubles.push(message) };
    await tellNews({ needs, held: 0, nowMs }, { to, after }, parts);
  };
  return { look, told, troubles, redis, statuses };
}

test('what is news is told to each receiver once', async () => {
  const { look, told, troubles } = looks(204, 200);
  await look([down]);
  expect(told).toEqual([]);
  await look([down]);
  await look([down]);
  expect(told).toEqual(['https://chat.example/0 blog', 'https://chat.example/1 blog']);
  expect(troubles).toEqual([]);
});

test('what reached one receiver is told, and what reached nobody is told again', async () => {
  const { look, told, troubles, statuses } = looks(503, 503);
  await look([down]);
  await look([down]);
  expect(troubles).toEqual([
    'an alert could not be sent by webhook: answered with status 503',
    'an alert could not be sent by webhook: answered with status 503',
  ]);
  statuses[1] = 204;
  await look([down]);
  await look([down]);
  expect(told).toHaveLength(4);
  expect(troubles).toHaveLength(3);
});

test('what was told is forgotten where it cannot be read any more, and alerts go on', async () => {
  const { look, told, redis } = looks(204);
  await redis.set(keys.alerts(), '{"standing":');
  await look([down]);
  await look([down]);
  expect(told).toEqual(['https://chat.example/0 blog']);
  expect(Object.keys(await redis.hgetall(keys.damaged()))).toEqual([keys.alerts()]);
});
