import type { WebhookOptions } from '../config/destinations.ts';
import { TransientError } from '../errors.ts';
import type { Send, SendResponse } from '../http/send.ts';
import { republishJobId, type RepublishJob } from '../queue/republish-job.ts';
import type { DeliveryContext, Destination, CheckFinding } from './destination.ts';
import { reach, startOf, throwIfBusy } from './reply.ts';
import { webhookSignature } from './webhook-signature.ts';

/**
 * POSTs every job as JSON, signed as Standard Webhooks 1.0 has it. `webhook-id` is the same for every retry:
 * receivers apply one id once. Anything but 2xx is a failure; redirects are not followed.
 */
export function webhookDestination(options: WebhookOptions, send: Send): Destination {
  const post = (id: string, body: string, { now, signal }: DeliveryContext) => {
    const timestamp = Math.floor(now().getTime() / 1_000);
    return reach(send, {
      method: 'POST',
      url: options.url,
      headers: {
        ...lowerCased(options.headers),
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': webhookSignature(options.secrets, id, timestamp, body),
      },
      body,
      signal,
      timeoutMs: options.timeout,
    });
  };
  // Receivers tell a test by its schema, and must ignore schemas they do not know.
  const postTest = (context: DeliveryContext) =>
    post('newsrelay-test', '{"schema":"newsrelay.test/1"}', context);

  return {
    name: options.name,
    async deliver(job, context) {
      const id = webhookId(job);
      const response = await post(id, JSON.stringify(job), context);
      if (response.status === 410) {
        return { kind: 'gone', message: `${options.name} answered 410: it wants no more webhooks` };
      }
      throwIfBusy(response, options.name, context.now());
      if (!isSuccess(response)) throw refusedDelivery(options.name, response);
      return job.action === 'withdraw'
        ? { kind: 'withdrawn', remoteId: id }
        : { kind: 'delivered', remoteId: id, notes: [] };
    },
    /**
     * The signed test message goes the way of the articles; a GET would tell of the web server only.
     * Whatever it answers, it is up: what it takes is shown by other articles.
     */
    async probe(context) {
      throwIfBusy(await postTest(context), options.name, context.now());
    },
    async check(context) {
      return [finding(options.name, await postTest(context))];
    },
  };
}

/** A job that was sent once more on demand has an id of its own, for the site may have lost its data and kept its ids. */
function webhookId(job: RepublishJob): string {
  const id = republishJobId(job);
  return job.resentAt === undefined ? id : `${id}-resent-${Date.parse(job.resentAt)}`;
}

/** So that none of them can stand beside one of ours. */
const lowerCased = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const isSuccess = ({ status }: SendResponse) => status >= 200 && status < 300;

function refusedDelivery(name: string, { status, headers, body }: SendResponse): TransientError {
  const detail = headers['location'] ? `redirects to ${headers['location']}` : startOf(body);
  // A receiver's mistake is mended at the receiver: worth trying again, whatever the status.
  return new TransientError(`http-${status}`, `${name} answered ${status} ${detail}`.trim());
}

function finding(name: string, response: SendResponse): CheckFinding {
  return isSuccess(response)
    ? { what: 'signed test message', result: 'ok', message: `answered ${response.status}` }
    : {
        what: 'signed test message',
        result: 'failed',
        message: refusedDelivery(name, response).message,
      };
}
