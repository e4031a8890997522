import { wordpressDestinationSchema } from '../../../src/config/destinations.ts';
import type { DeliveryOutcome } from '../../../src/deliver/destination.ts';
import { wordpressDestination } from '../../../src/deliver/wordpress/wordpress-destination.ts';
import type { Fetch } from '../../../src/http/fetch.ts';
import type { Send } from '../../../src/http/send.ts';
import type { RepublishJob } from '../../../src/queue/republish-job.ts';
import { SiteInMemory } from './site-in-memory.ts';

export const NOW = new Date('2026-11-23T10:00:00Z');

export function wordpressOptions(changes: object = {}) {
  return wordpressDestinationSchema.parse({
    type: 'wordpress',
    name: 'site',
    url: 'https://aggregator.example',
    username: 'mfnnews',
    password: 'secret',
    ...changes,
  });
}

/** Deliveries to a site in memory, all by one process. */
export function deliveryInMemory(given: { options?: object; fetch?: Fetch; send?: Send } = {}) {
  const site = new SiteInMemory();
  const { options, fetch, send = site.send } = given;
  const destination = wordpressDestination(wordpressOptions(options), {
    send,
    ...(fetch && { fetch }),
  });
  const clock = { now: NOW };
  const context = { now: () => clock.now };
  const deliver = (job: RepublishJob): Promise<DeliveryOutcome> =>
    destination.deliver(job, context);
  const check = (byline?: string) => destination.check({ ...context, byline });
  return { site, destination, deliver, check, context, clock };
}
