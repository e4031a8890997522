import { afterAll, expect, test, vi } from 'vitest';
import { webhookDestinationSchema } from '../../../src/config/destinations.ts';
import { createDestination } from '../../../src/deliver/create-destination.ts';
import { createSend } from '../../../src/http/send.ts';
import { explain } from '../../../src/operations/explain.ts';
import { listQuarantine } from '../../../src/queue/quarantine.ts';
import { writeSeedText } from '../../../src/record/seed-format.ts';
import { openTestPipeline, type TestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { type Answer, startReceiver } from '../../support/site/receiver.ts';
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

const POISON = articleId(3);
const hangs = () => Promise.withResolvers<{ status: number }>().promise;

const ways: [what: string, answer: () => Answer | Promise<Answer>, reason: RegExp][] = [
  ['hangs on', hangs, /in time/],
  ['answers with a broken gateway', () => ({ status: 502, body: '' }), /HTTP 502/],
  ['is said to be down for', () => ({ status: 503, body: '<h1>Blocked</h1>' }), /HTTP 503/],
];

test.each(ways)(
  'an article that one receiver %s ends in quarantine alone with one warning, and 199 arrive at both',
  async (_what, answer, reason) => {
    const picky = await startReceiver(({ body }) =>
      body.includes(POISON) ? answer() : { status: 204 },
    );
    const easy = await startReceiver(() => ({ status: 204 }));
    const pushes = [push('picky', picky.url), push('easy', easy.url)];
    try {
      await using pipeline = await openTestPipeline(
        [],
        { url, prefix: `${prefix}-${crypto.randomUUID().slice(0, 8)}` },
        {
          now,
          destinations: pushes.map(({ options }) => options),
          pushes: pushes.map((one) => one.push),
        },
      );
      await deliverAll(pipeline, 200);
      await expectOneGivenUp(pipeline, reason);
    } finally {
      await picky.close();
      await easy.close();
    }
  },
);

async function deliverAll({ open }: TestPipeline, count: number): Promise<void> {
  const { queues } = open.pipeline;
  const jobs = Array.from({ length: count }, (_, n) =>
    republishJob({ id: articleId(n), images: [] }),
  );
  await Promise.all(jobs.map((job) => sendToAll(queues, job)));
  const done = (name: string) => queues.named(`deliver-${name}`).getJobCounts();
  await vi.waitFor(
    async () => {
      expect(await done('picky')).toMatchObject({ completed: count - 1, failed: 1 });
      expect(await done('easy')).toMatchObject({ completed: count, failed: 0 });
    },
    { timeout: 25_000, interval: 50 },
  );
}

async function expectOneGivenUp(
  { open, troubles, notices, changes }: TestPipeline,
  reason: RegExp,
): Promise<void> {
  const given = await listQuarantine(open.pipeline.queues.sites);
  expect(given).toMatchObject([{ queue: 'deliver-picky', attempts: 1 }]);
  expect(given[0]?.reason).toMatch(/^not-taken: .*5 tries .* while picky was well/);
  expect(given[0]?.reason).toMatch(reason);
  // All that the log would say: one line for the job that was given up.
  expect(troubles).toEqual([given[0]?.reason]);
  expect(changes).toEqual([]);
  expect(notices.filter(({ level = 'warn' }) => level === 'warn')).toEqual([]);
  const { events } = await explain(POISON, open.pipeline);
  expect(events.filter(({ event }) => event === 'put-off')).toHaveLength(4);
  expect(events.find(({ event }) => event === 'put-off')).toMatchObject({
    destination: 'picky',
    reason: expect.stringContaining('try 1, while others are taken'),
  });
}

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
