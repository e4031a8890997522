import { completeSources } from '../../../src/config/load.ts';
import { configSchema, type Source } from '../../../src/config/schema.ts';
import { withoutSecrets } from '../../../src/printable-url.ts';
import { feedId } from '../../../src/queue/queues.ts';
import type { FeedHealth } from '../../../src/store/health/feed-health.ts';
import { needsOf, type NeedFacts } from '../../../src/monitor/needs.ts';
import type { SourceFacts } from '../../../src/monitor/source-status.ts';

export const NOW = Date.UTC(2026, 10, 29, 12);
export const MINUTE = 60_000;

export function sourceOf(options: object = {}): Source {
  const source = {
    id: 'harbour',
    name: 'Harbour Post',
    feeds: ['https://harbour.example/feed.xml'],
    schedule: '15m',
    recheck: [],
    republish: 'excerpt',
    minConfidence: 0,
    ...options,
  };
  return completeSources(configSchema.parse({ sources: [source] }))[0]!;
}

/** A feed that was read five minutes ago, but for what is said otherwise. */
export function healthOf(options: Partial<FeedHealth> = {}): FeedHealth {
  const at = NOW - 5 * MINUTE;
  return {
    sourceId: 'harbour',
    polledAtMs: at,
    succeededAtMs: at,
    nextPollAtMs: NOW + 10 * MINUTE,
    ...options,
  };
}

export function factsOf(source: Source, health: FeedHealth[], more: Partial<SourceFacts> = {}) {
  const ids = source.feeds.map((feed) =>
    feedId({ sourceId: source.id, feedUrl: withoutSecrets(feed) }),
  );
  const feeds = new Map(health.map((one, index) => [ids[index]!, one]));
  const none = new Map<string, never>();
  const facts: SourceFacts = {
    feeds,
    news: none,
    pages: none,
    drifts: none,
    held: none,
    paused: none,
    ...more,
  };
  return facts;
}

export function failureWith(code: string, message = `it is ${code}`) {
  return { sinceMs: NOW - 60 * MINUTE, failures: 3, code, message };
}

export const NO_MEMORY_USED = {
  usedBytes: 1,
  limitBytes: null,
  use: 0,
  bytesPerDay: null,
  fullAt: null,
};
const NOTHING: NeedFacts = {
  sources: [],
  destinations: [],
  queues: [],
  memory: NO_MEMORY_USED,
  unsent: 0,
  licences: new Map(),
  faults: [],
  missing: new Map(),
  members: [],
  damaged: new Map(),
  nowMs: NOW,
};
/** What needs a person where nothing but these facts is known. */
export const needs = (facts: Partial<NeedFacts>) => needsOf({ ...NOTHING, ...facts });
