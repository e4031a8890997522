import { HOSTS } from './plan.ts';
import { sourceId, type Sources } from './sources.ts';

export const PREFIX = 'storm';
export const SPACING_MS = 60;
const TAKEOVER_MS = 3_000;

/** What the workers of a storm are told: everything sooner than in production. */
export function configOf(sources: Sources, redisUrl: string) {
  return {
    redis: { url: redisUrl },
    queue: { prefix: PREFIX, takeover: `${TAKEOVER_MS}ms` },
    http: {
      userAgent: 'newsrelay-faults/1.0 (+https://aggregator.test/bot)',
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: sources.ports,
      perHost: { concurrency: 1, spacing: `${SPACING_MS}ms` },
      timeout: '2s',
    },
    sources: HOSTS.map((_, host) => ({
      id: sourceId(host),
      name: `Source ${host}`,
      feeds: sources.feeds(host),
      schedule: '1s',
      recheck: [],
      firstReading: { newest: 'all' },
      republish: 'full',
      licence: { basis: 'own text', reference: 'test' },
    })),
  };
}
