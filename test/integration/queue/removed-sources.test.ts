import { Worker } from 'bullmq';
import { expect, onTestFinished, test } from 'vitest';
import { dropOfRemovedSources, listQuarantine } from '../../../src/queue/quarantine.ts';
import { Queues } from '../../../src/queue/queues.ts';
import { workerConnection } from '../../../src/redis/connection.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();

test('what was given up of a removed source is forgotten, and of a source that is there, or of none, it is kept', async () => {
  const connection = workerConnection(url);
  const queues = new Queues(connection, prefix, []);
  const worker = new Worker('poll', null, { connection, prefix, autorun: false });
  onTestFinished(async () => {
    await worker.close();
    await queues.close();
    connection.disconnect();
  });
  const names = ['harbour', 'removed', 'gone', undefined];
  for (const sourceId of names) {
    await queues.poll.add('poll', { ...(sourceId && { sourceId }), feedUrl: 'f' });
    const one = await worker.getNextJob('token', { block: false });
    await one!.moveToFailed(new Error('no'), 'token', false);
  }
  const given = async () => (await listQuarantine([queues.poll])).map(({ sourceId }) => sourceId);
  expect(new Set(await given())).toEqual(new Set(names));
  expect(await dropOfRemovedSources([queues.poll], (sourceId) => sourceId === 'harbour')).toBe(2);
  expect(new Set(await given())).toEqual(new Set(['harbour', undefined]));
});
