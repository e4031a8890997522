import { afterAll, expect, test, vi } from 'vitest';
import { webhookDestinationSchema } from '../../../src/config/destinations.ts';
import { createDestination } from '../../../src/deliver/create-destination.ts';
import { createSend } from '../../../src/http/send.ts';
import { explain } from '../../../src/operations/explain.ts';
import { listQuarantine } from '../../../src/queue/quarantine.ts';
import { writeSeedText } from '../../../src/record/seed-format.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { startReceiver } from '../../support/site/receiver.ts';
import { articleId, republishJob, sendToAll } from '../../support/records/republish-job.ts';

const { url, prefix } = testRedis();
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);

// So far behind that every wait is over as soon as it begins.
const now = () => Date.now() - 3_600_000;
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

function push(name: string, address: string) {
  const options = webhookDestinationSchema.parse({
    type: 'webhook',
    name,
    url: address,
    secrets: [secret],
    timeout: '1s',
  });
  const tools = {
    send,
    fetch: () => Promise.reject(new Error('no pictures here')),
    renderText: writeSeedText,
  };
  return { options, push: { destination: createDestination(options, tools), concurrency: 4 } };
}

test('an article that one receiver hangs on ends in quarantine alone, and 199 arrive at both', async () => {
  const jobs = Array.from({ length: 200 }, (_, n) =>
    republishJob({ id: articleId(n), images: [] }),
  );
  const poison = articleId(3);
  const hangs = Promise.withResolvers<{ status: number }>().promise;
  const picky = await startReceiver(({ body }) =>
    body.includes(poison) ? hangs : { status: 204 },
  );
  const easy = await startReceiver(() => ({ status: 204 }));
  const pushes = [push('picky', picky.url), push('easy', easy.url)];
  try {
    await using pipeline = await openTestPipeline(
      [],
      { url, prefix },
      {
        now,
        destinations: pushes.map(({ options }) => options),
        pushes: pushes.map((one) => one.push),
      },
    );
    const { queues } = pipeline.open.pipeline;
    await Promise.all(jobs.map((job) => sendToAll(queues, job)));
    const done = (name: string) => queues.named(`deliver-${name}`).getJobCounts();
    await vi.waitFor(
      async () => {
        expect(await done('picky')).toMatchObject({ completed: 199, failed: 1 });
        expect(await done('easy')).toMatchObject({ completed: 200, failed: 0 });
      },
      { timeout: 25_000, interval: 50 },
    );
    const [given] = await listQuarantine(queues.sites);
    expect(given).toMatchObject({ queue: 'deliver-picky', attempts: 1 });
    expect(given?.reason).toMatch(/^not-taken: .*in time; 5 tries .* while picky was well/);
    expect(pipeline.troubles).toEqual([given?.reason]);
    expect(pipeline.changes).toEqual([]);
    const { events } = await explain(poison, pipeline.open.pipeline);
    expect(events.filter(({ event }) => event === 'put-off')).toHaveLength(4);
    expect(events.find(({ event }) => event === 'put-off')).toMatchObject({
      destination: 'picky',
      reason: expect.stringContaining('try 1, while others are taken'),
    });
  } finally {
    await picky.close();
    await easy.close();
  }
});

test('a receiver that is down is told once, with what waits for it, and told again when it is back', async () => {
  let isUp = false;
  const receiver = await startReceiver(() => ({ status: isUp ? 204 : 503 }));
  const { options, push: one } = push('hook', receiver.url);
  await using pipeline = await openTestPipeline(
    [],
    { url, prefix: `${prefix}-down` },
    {
      destinations: [options],
      pushes: [one],
    },
  );
  const { queues } = pipeline.open.pipeline;
  const job = republishJob({ id: articleId(7), images: [] });
  await sendToAll(queues, job);
  await vi.waitFor(() => expect(pipeline.changes).toHaveLength(1), 10_000);
  const waiting = await vi.waitFor(async () => {
    const found = await explain(job.record.id, pipeline.open.pipeline);
    expect(found.events).toMatchObject([{ event: 'put-off' }]);
    return found;
  });
  const { destinations, events } = waiting;
  expect(destinations).toMatchObject([
    { name: 'hook', state: 'down', reason: 'hook is down (HTTP 503)' },
  ]);
  expect(events[0]?.['reason']).toMatch(/^hook is put off since .*: hook is down \(HTTP 503\)$/);
  isUp = true;
  await vi.waitFor(() => expect(pipeline.changes).toHaveLength(2), 20_000);
  expect(pipeline.changes.map(({ kind }) => kind)).toEqual(['put-off', 'back']);
  expect(pipeline.troubles).toEqual([]);
  await receiver.close();
});
