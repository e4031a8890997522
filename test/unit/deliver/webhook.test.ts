import { describe, expect, test } from 'vitest';
import { webhookDestinationSchema } from '../../../src/config/destinations.ts';
import { webhookDestination } from '../../../src/deliver/webhook.ts';
import type { SendRequest } from '../../../src/http/send.ts';
import { republishJob } from '../../support/records/republish-job.ts';

const now = () => new Date('2026-11-29T12:00:00.999Z');
const secrets = [`whsec_${Buffer.alloc(32, 7).toString('base64')}`];

/** A webhook whose receiver answers like this, and what it was sent. */
function webhook(status: number, headers: Record<string, string> = {}, body = '') {
  const sent: SendRequest[] = [];
  const options = webhookDestinationSchema.parse({
    type: 'webhook',
    name: 'site',
    url: 'https://site.example/hook',
    secrets,
    headers: { 'X-Key': 'k', 'Webhook-Id': 'another' },
    timeout: '7s',
  });
  const target = webhookDestination(options, async (request) => {
    sent.push(request);
    return { status, headers, body: Buffer.from(body) };
  });
  return { target, sent };
}

test('a message is signed for its second, and no header of the config stands in for one of ours', async () => {
  const { target, sent } = webhook(200);
  const { signal } = new AbortController();
  const job = republishJob();
  await target.deliver(job, { now, signal });
  const id = `${job.record.id}-${job.record.revision}`;
  expect(sent).toEqual([
    {
      method: 'POST',
      url: 'https://site.example/hook',
      body: JSON.stringify(job),
      signal,
      timeoutMs: 7_000,
      headers: {
        'x-key': 'k',
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': '1795953600',
        'webhook-signature': expect.stringMatching(/^v1,\S{44}$/),
      },
    },
  ]);
});

describe('an answer to a job', () => {
  test.each([200, 204, 299])('of status %i is taken', async (status) => {
    const { target } = webhook(status);
    expect(await target.deliver(republishJob(), { now })).toMatchObject({ kind: 'delivered' });
    expect(await target.deliver(republishJob({}, 'withdraw'), { now })).toMatchObject({
      kind: 'withdrawn',
    });
  });

  test.each([199, 300, 404])('of status %i is a failure that may be mended', async (status) => {
    const { target } = webhook(status, {}, ' no \n luck ');
    await expect(target.deliver(republishJob(), { now })).rejects.toMatchObject({
      name: 'TransientError',
      code: `http-${status}`,
      message: `site answered ${status} no luck`,
    });
  });

  test.each([429, 503])('of status %i asks for patience', async (status) => {
    const { target } = webhook(status, { 'retry-after': '120' });
    await expect(target.deliver(republishJob(), { now })).rejects.toMatchObject({
      name: 'ThrottledError',
      message: `site asked to wait (HTTP ${status})`,
      untilMs: now().getTime() + 120_000,
    });
  });

  test('to a job that was sent once more goes by that job alone', async () => {
    const { target } = webhook(200);
    const resentAt = '2026-11-28T00:00:00.000Z';
    const [first, again] = await Promise.all(
      [republishJob(), { ...republishJob(), resentAt }].map((job) => target.deliver(job, { now })),
    );
    const { remoteId } = first as { remoteId: string };
    expect(again).toMatchObject({ remoteId: `${remoteId}-resent-${Date.parse(resentAt)}` });
  });

  test('of status 410 ends all deliveries', async () => {
    expect(await webhook(410).target.deliver(republishJob(), { now })).toEqual({
      kind: 'gone',
      message: 'site answered 410: it wants no more webhooks',
    });
  });
});

describe('a test message', () => {
  test('is told by its own schema and id', async () => {
    const { target, sent } = webhook(200);
    await target.check({ now });
    expect(sent[0]).toMatchObject({
      body: '{"schema":"newsrelay.test/1"}',
      headers: { 'webhook-id': 'newsrelay-test' },
    });
  });

  test.each([
    [200, {}, 'ok', 'answered 200'],
    [404, {}, 'failed', 'site answered 404'],
    [302, { location: '/login' }, 'failed', 'site answered 302 redirects to /login'],
  ])('that is answered with %i (%j) is %s', async (status, headers, result, message) => {
    expect(await webhook(status, headers).target.check({ now })).toEqual([
      { what: 'signed test message', result, message },
    ]);
  });

  test('shows that the receiver is up whatever it says of it, unless it is busy or away', async () => {
    for (const status of [200, 302, 401, 404, 410]) {
      await expect(webhook(status).target.probe({ now })).resolves.toBeUndefined();
    }
    for (const status of [429, 502, 503]) {
      await expect(webhook(status).target.probe({ now })).rejects.toThrow(/^site /);
    }
  });
});
