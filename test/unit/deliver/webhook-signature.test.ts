import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { webhookSignature } from '../../../src/deliver/webhook-signature.ts';

// The example of Standard Webhooks 1.0.
test('a signature is that of id, time and body under the secret, and of each secret while they change', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const [id, time, body] = [
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1_614_265_330,
    '{"test": 2432232314}',
  ] as const;
  const first = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
  expect(webhookSignature([secret], id, time, body)).toBe(first);
  const other = Buffer.from('another secret of thirty bytes');
  const second = createHmac('sha256', other).update(`${id}.${time}.${body}`).digest('base64');
  expect(webhookSignature([secret, `whsec_${other.toString('base64')}`], id, time, body)).toBe(
    `${first} v1,${second}`,
  );
});
