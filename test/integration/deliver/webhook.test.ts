import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { webhookDestinationSchema } from '../../../src/config/destinations.ts';
import { heedGone } from '../../../src/deliver/heed-gone.ts';
import { webhookDestination } from '../../../src/deliver/webhook.ts';
import { createSend } from '../../../src/http/send.ts';
import { republishJobSchema } from '../../../src/queue/republish-job.ts';
import { type Answer, type Received, startReceiver } from '../../support/site/receiver.ts';
import { nextJob, republishJob } from '../../support/records/republish-job.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const oldSecret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
const context = { now: () => new Date() };

let stop: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stop.map((end) => end()));
  stop = [];
});
afterAll(close);

async function webhook(answer: (request: Received) => Answer, secrets = [secret]) {
  const receiver = await startReceiver(answer);
  stop.push(receiver.close);
  const options = webhookDestinationSchema.parse({
    type: 'webhook',
    name: 'site',
    url: receiver.url,
    secrets,
    headers: { 'x-gateway-key': 'k' },
    timeout: '2s',
  });
  return { receiver, target: webhookDestination(options, send) };
}

function only(received: Received[]): Received {
  const [first, ...more] = received;
  if (!first || more.length > 0) throw new Error(`received ${received.length}`);
  return first;
}

test('the receiver verifies the signature with the standard library and gets the job', async () => {
  const { receiver, target } = await webhook(() => ({ status: 204 }));
  const job = republishJob({ title: 'Piñas — “quoted” 🚢' });
  const { id, revision } = job.record;
  expect(await target.deliver(job, context)).toEqual({
    kind: 'delivered',
    remoteId: `${id}-${revision}`,
    notes: [],
  });
  const { headers, body } = only(receiver.received);
  const verified = new Webhook(secret).verify(body, headers);
  expect(republishJobSchema.parse(verified)).toEqual(job);
  expect(headers['webhook-id']).toBe(`${id}-${revision}`);
  expect(headers['x-gateway-key']).toBe('k');
});

test('a job that is sent once more has an id of its own, the same for each retry of it', async () => {
  const { receiver, target } = await webhook(() => ({ status: 204 }));
  const job = republishJob();
  const again = { ...job, resentAt: '2026-11-23T09:00:00.000Z' };
  for (const sent of [job, again, again]) await target.deliver(sent, context);
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  const id = `${job.record.id}-${job.record.revision}`;
  expect(ids).toEqual([id, `${id}-resent-1795424400000`, `${id}-resent-1795424400000`]);
});

test('both secrets verify while they are rotated, and no third one', async () => {
  const { receiver, target } = await webhook(() => ({ status: 200 }), [secret, oldSecret]);
  await target.deliver(republishJob(), context);
  const { headers, body } = only(receiver.received);
  const verify = (key: string) => new Webhook(key).verify(body, headers);
  expect(verify(secret)).toEqual(verify(oldSecret));
  expect(() => verify(`whsec_${Buffer.alloc(32, 1).toString('base64')}`)).toThrow('signature');
});

test('retries carry the same id and body under a new timestamp', async () => {
  const answers = [500, 200];
  const { receiver, target } = await webhook(() => ({ status: answers.shift() ?? 200 }));
  const job = republishJob();
  const at = (time: string) => ({ now: () => new Date(time) });
  await expect(target.deliver(job, at('2026-11-20T10:00:00Z'))).rejects.toMatchObject({
    name: 'TransientError',
    code: 'http-500',
  });
  await target.deliver(job, at('2026-11-20T10:05:00Z'));
  const [first, second] = receiver.received;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.body).toBe(first?.body);
  expect(Number(second?.headers['webhook-timestamp'])).toBe(
    Number(first?.headers['webhook-timestamp']) + 300,
  );
});

describe('answers', () => {
  const at = { now: () => new Date('2026-11-20T10:00:00Z') };
  const failures: [name: string, answer: Answer, error: object][] = [
    [
      '429 waits as long as it asks',
      { status: 429, headers: { 'retry-after': '120' } },
      { name: 'ThrottledError', untilMs: Date.parse('2026-11-20T10:02:00Z') },
    ],
    [
      '429 with a date waits until then',
      {
        status: 429,
        headers: {
          date: 'Fri, 20 Nov 2026 10:00:00 GMT',
          'retry-after': 'Fri, 20 Nov 2026 11:00:00 GMT',
        },
      },
      { name: 'ThrottledError', untilMs: Date.parse('2026-11-20T11:00:00Z') },
    ],
    [
      '429 with nonsense waits a minute',
      { status: 429, headers: { 'retry-after': 'soon' } },
      { name: 'ThrottledError', untilMs: Date.parse('2026-11-20T10:01:00Z') },
    ],
    [
      '429 waits a week at most',
      { status: 429, headers: { 'retry-after': '999999999' } },
      { name: 'ThrottledError', untilMs: Date.parse('2026-11-27T10:00:00Z') },
    ],
    ['502 is unavailability', { status: 502 }, { name: 'TransientError', code: 'unavailable' }],
    ['400 is tried again', { status: 400, body: 'no' }, { code: 'http-400' }],
  ];
  test.each(failures)('%s', async (_name, answer, error) => {
    const { target } = await webhook(() => answer);
    await expect(target.deliver(republishJob(), at)).rejects.toMatchObject(error);
  });

  test('a redirect is a failure and is not followed', async () => {
    const { receiver, target } = await webhook(() => ({
      status: 307,
      headers: { location: '/elsewhere' },
    }));
    await expect(target.deliver(republishJob(), context)).rejects.toMatchObject({
      code: 'http-307',
      message: expect.stringContaining('/elsewhere'),
    });
    expect(receiver.received).toHaveLength(1);
  });

  test('410 ends deliveries to the endpoint', async () => {
    const { receiver, target } = await webhook(() => ({ status: 410 }));
    const guarded = heedGone(target);
    const job = republishJob();
    expect(await guarded.deliver(job, context)).toMatchObject({ kind: 'gone' });
    expect(await guarded.deliver(nextJob(job, 'update'), context)).toMatchObject({ kind: 'gone' });
    expect(receiver.received).toHaveLength(1);
  });

  test('a receiver that is not there is unavailable', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    const url = receiver.url;
    await receiver.close();
    const options = webhookDestinationSchema.parse({
      type: 'webhook',
      name: 'site',
      url,
      secrets: [secret],
    });
    await expect(
      webhookDestination(options, send).deliver(republishJob(), context),
    ).rejects.toMatchObject({ name: 'TransientError', code: 'unavailable' });
  });
});

test('the connection test is signed too', async () => {
  const { receiver, target } = await webhook(() => ({ status: 202 }));
  expect(await target.check(context)).toEqual([
    { what: 'signed test message', result: 'ok', message: 'answered 202' },
  ]);
  const { headers, body } = only(receiver.received);
  expect(new Webhook(secret).verify(body, headers)).toEqual({
    schema: 'newsrelay.test/1',
  });
});
