import type { WebhookOptions, WordpressOptions } from '../config/destinations.ts';
import type { Send } from '../http/send.ts';

/** Shorter values would be found in answers by chance. */
const SHORTEST = 4;

/** What nobody but the destination may be told, in every spelling that goes over the wire. */
export function secretsOf(options: WordpressOptions | WebhookOptions): string[] {
  const secrets =
    options.type === 'webhook'
      ? [
          ...options.secrets.flatMap((secret) => [secret, secret.replace(/^whsec_/, '')]),
          ...Object.values(options.headers),
        ]
      : [
          ...Object.values(options.headers),
          options.password,
          // WordPress takes its application passwords with and without their spaces.
          options.password.replaceAll(' ', ''),
          Buffer.from(`${options.username}:${options.password}`).toString('base64'),
        ];
  return secrets.filter((secret) => secret.length >= SHORTEST);
}

/**
 * `send` for a site that may repeat what it was told, as error pages and debugging plugins do: its
 * answers are quoted in messages, logs and jobs, so that the secrets are taken out before anybody reads.
 */
export function discreetly(send: Send, secrets: readonly string[]): Send {
  const masked = (text: string) =>
    secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  return async (request) => {
    const { status, headers, body } = await send(request);
    const shownHeaders = Object.entries(headers).map(([name, value]) => [name, masked(value)]);
    const text = Buffer.from(body);
    const isTold = secrets.some((secret) => text.includes(secret));
    return {
      status,
      headers: Object.fromEntries(shownHeaders),
      body: isTold ? Buffer.from(masked(text.toString('utf8'))) : body,
    };
  };
}
