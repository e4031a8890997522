import type { JobSchedulerJson, Queue, RepeatOptions } from 'bullmq';
import type { Schedule } from '../config/schedule.ts';
import type { Source } from '../config/schema.ts';
import { withoutSecrets } from '../printable-url.ts';
import { shortHash } from '../short-hash.ts';
import { feedId } from './queues.ts';
import { TOPOLOGY, type PollJob } from './topology.ts';

// How far apart the first visits of a new set of feeds are, at most.
const FIRST_VISIT_SPACING_MS = 1_000;

/** A number from 0 up to 1 that is always the same for the same text. */
export function share(text: string): number {
  return Buffer.from(shortHash(text), 'base64url').readUInt32BE(0) / 2 ** 32;
}

/**
 * How often a feed's scheduler ticks: an adaptive one ticks at its minimum and polls when due. Zero for
 * cron, whose ticks have no fixed distance.
 */
export function tickMs(schedule: Schedule): number {
  switch (schedule.kind) {
    case 'interval':
      return schedule.everyMs;
    case 'adaptive':
      return schedule.minMs;
    case 'cron':
      return 0;
  }
}

/**
 * Spreads feeds over time by a hash of their id, so that many feeds with one schedule do not fire
 * together: intervals start apart and stay apart, cron patterns get a second of their own.
 */
export function repeatOptions(
  schedule: Schedule,
  id: string,
  { feedCount, now }: { feedCount: number; now: number },
): RepeatOptions {
  if (schedule.kind === 'cron') {
    const second = Math.floor(share(id) * 60);
    return { pattern: `${second} ${schedule.pattern}`, tz: schedule.timezone };
  }
  const everyMs = tickMs(schedule);
  const spreadMs = Math.min(everyMs, feedCount * FIRST_VISIT_SPACING_MS);
  return { every: everyMs, startDate: now + Math.floor(share(id) * spreadMs) };
}

/** Makes the job schedulers in Redis those of the config: one per feed, none left over, none strayed. */
export async function reconcileSchedulers(
  poll: Queue,
  sources: Source[],
  now: number,
): Promise<{ scheduled: number; removed: number }> {
  const feeds = sources.flatMap((source) =>
    source.enabled ? source.feeds.map((feed) => ({ source, feedUrl: withoutSecrets(feed) })) : [],
  );
  const known = await removeStrayed(poll, now);
  const wanted = new Set<string>();
  for (const { source, feedUrl } of feeds) {
    const data: PollJob = { sourceId: source.id, feedUrl, scheduled: true };
    const id = feedId(data);
    wanted.add(id);
    await poll.upsertJobScheduler(
      id,
      repeatOptions(source.schedule, id, { feedCount: feeds.length, now }),
      { name: 'poll', data, opts: TOPOLOGY.poll.jobs },
    );
  }
  const surplus = known.map(({ key }) => key).filter((key) => !wanted.has(key));
  for (const key of surplus) await poll.removeJobScheduler(key);
  return { scheduled: wanted.size, removed: surplus.length };
}

// Ticks are at most one interval away, and a little more where jitter or a slow Redis delays them.
const STRAYED_INTERVALS = 2;

/**
 * Removes schedulers whose next tick a wrong clock has put so far off that their feeds would not be polled
 * until then. Making a scheduler anew under the same interval does not move its tick, so that it has to
 * go first; cron patterns are put right by `reconcileSchedulers` alone. Resolves to those that stay.
 */
export async function removeStrayed(poll: Queue, now: number): Promise<JobSchedulerJson[]> {
  const known = await poll.getJobSchedulers(0, -1);
  const isStrayed = ({ every, next }: JobSchedulerJson): boolean => {
    const everyMs = Number(every);
    return everyMs > 0 && next !== undefined && next - now > STRAYED_INTERVALS * everyMs;
  };
  for (const { key } of known.filter(isStrayed)) await poll.removeJobScheduler(key);
  return known.filter((scheduler) => !isStrayed(scheduler));
}
