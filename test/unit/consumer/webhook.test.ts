import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { verifyWebhook } from '../../../consumer/index.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const body = '{"schema":"newsrelay.job/1"}';
const nowMs = Date.parse('2026-11-23T09:00:00Z');
const headersAt = (ms: number) => ({
  'webhook-id': 'job-1',
  'webhook-timestamp': String(ms / 1_000),
  'webhook-signature': new Webhook(secret).sign('job-1', new Date(ms), body),
});
const headers = headersAt(nowMs);

test('what one of the secrets signed is ours', () => {
  expect(verifyWebhook(headers, body, [secret], nowMs)).toBe(true);
  expect(verifyWebhook(headers, body, [other, secret], nowMs)).toBe(true);
  const two = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` };
  expect(verifyWebhook(two, body, [secret], nowMs)).toBe(true);
});

test.each<[string, Record<string, string | undefined>, string, string[], number]>([
  ['another secret', headers, body, [other], nowMs],
  ['no secret', headers, body, [], nowMs],
  ['another body', headers, `${body} `, [secret], nowMs],
  ['another id', { ...headers, 'webhook-id': 'job-2' }, body, [secret], nowMs],
  ['no signature', { ...headers, 'webhook-signature': undefined }, body, [secret], nowMs],
  [
    'another version',
    { ...headers, 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') },
    body,
    [secret],
    nowMs,
  ],
  ['a time in words', { ...headers, 'webhook-timestamp': 'now' }, body, [secret], nowMs],
  ['a recording of an hour ago', headersAt(nowMs - 3_600_000), body, [secret], nowMs],
  ['a message of tomorrow', headersAt(nowMs + 86_400_000), body, [secret], nowMs],
])('%s is not', (_what, given, text, secrets, now) => {
  expect(verifyWebhook(given, text, secrets, now)).toBe(false);
});
