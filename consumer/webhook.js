import { createHmac, timingSafeEqual } from 'node:crypto';

/** As Standard Webhooks has it: what is older was recorded and is played back. */
const TOLERANCE_S = 5 * 60;

/**
 * @param {Record<string, string | string[] | undefined>} headers
 * @param {string} body
 * @param {readonly string[]} secrets
 * @param {number} [nowMs]
 */
export function verifyWebhook(headers, body, secrets, nowMs = Date.now()) {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => {
    const value = headers[`webhook-${name}`];
    return Array.isArray(value) ? value[0] : value;
  });
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowMs / 1_000 - Number(timestamp)) > TOLERANCE_S) return false;
  const signed = `${id}.${timestamp}.${body}`;
  const given = signatures.split(' ').flatMap((signature) => {
    const [version, value = ''] = signature.split(',');
    return version === 'v1' ? [Buffer.from(value, 'base64')] : [];
  });
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const own = createHmac('sha256', key).update(signed).digest();
    return given.some((one) => one.length === own.length && timingSafeEqual(one, own));
  });
}
