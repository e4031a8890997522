import { createHmac } from 'node:crypto';

/**
 * The `webhook-signature` header of Standard Webhooks 1.0: `v1,` and the base64 HMAC-SHA256 of
 * `id.timestamp.body` for each secret, separated by a space, so that receivers may still hold the old
 * secret while they change over.
 * @param secrets `whsec_` and base64
 * @param body exactly the text that is sent
 */
export function webhookSignature(
  secrets: readonly string[],
  id: string,
  timestampSeconds: number,
  body: string,
): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      const signed = createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`);
      return `v1,${signed.digest('base64')}`;
    })
    .join(' ');
}
