import type { RedisClient } from '../../redis/redis-client.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';
import { AlertStore } from './alerts.ts';
import { DeedStore } from './deeds.ts';
import { DriftStore } from './drifts.ts';
import { FeedHealthStore } from './feed-health.ts';
import { FlowStore } from './flow.ts';
import { MemoryStore } from './memory.ts';
import { MissingSources } from './missing-sources.ts';
import { PageTroubleStore } from './page-troubles.ts';
import { PausedSources } from './paused-sources.ts';
import { PulseStore } from './pulses.ts';
import { RecentArticles } from './recent-articles.ts';

/** How things stand, written as work is done. Nothing of the news itself is decided by it. */
export interface Health {
  feeds: FeedHealthStore;
  pulses: PulseStore;
  pages: PageTroubleStore;
  drifts: DriftStore;
  paused: PausedSources;
  missing: MissingSources;
  deeds: DeedStore;
  alerts: AlertStore;
  flow: FlowStore;
  recent: RecentArticles;
  memory: MemoryStore;
  damaged: DamagedValues;
}

export function createHealth(redis: RedisClient, keys: Keys): Health {
  return {
    feeds: new FeedHealthStore(redis, keys),
    pulses: new PulseStore(redis, keys),
    pages: new PageTroubleStore(redis, keys),
    drifts: new DriftStore(redis, keys),
    paused: new PausedSources(redis, keys),
    missing: new MissingSources(redis, keys),
    deeds: new DeedStore(redis, keys),
    alerts: new AlertStore(redis, keys),
    flow: new FlowStore(redis, keys),
    recent: new RecentArticles(redis, keys),
    memory: new MemoryStore(redis, keys),
    damaged: new DamagedValues(redis, keys),
  };
}
