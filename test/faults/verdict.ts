import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import { feedId, type Queues } from '../../src/queue/queues.ts';
import type { Redis } from 'ioredis';
import type { ScrapeJob } from '../../src/queue/topology.ts';
import { HOSTS, type Plan, type PlannedArticle } from './plan.ts';
import { sourceId, wordsOf } from './sources.ts';
import { PREFIX, SPACING_MS } from './config.ts';
import type { World } from './world.ts';

const articleId = (article: PlannedArticle) => wordsOf(article, 0).categories[0]!.term;
const isSound = ({ poison }: PlannedArticle) => poison === undefined;

/** What of the plan the site does not show as it should; empty when all is well. */
function missing(plan: Plan, world: World): string[] {
  const shown = new Map<string, string>();
  for (const { id, title, effect } of world.journal()) {
    if (effect !== 'stale') shown.set(id, effect === 'withdraw' ? '(withdrawn)' : title);
  }
  return plan.articles.filter(isSound).flatMap((article) => {
    const { title } = wordsOf(article, article.versionsAtMs.length - 1);
    const found = shown.get(articleId(article));
    return found === title ? [] : [`"${title}" is shown as ${found ? `"${found}"` : 'nothing'}`];
  });
}

/** Another look at a known article has no entry, and waits for its own time. */
const leadsTo = ({ entry }: Partial<ScrapeJob>, paths: Set<string>): boolean =>
  entry !== undefined && paths.has(new URL(entry.link).pathname);

/** Minutes of waiting pass at once: sound articles are tried again now. */
async function skipWaiting(
  queue: Queue,
  isWanted: (job: { data: never; attemptsMade: number }) => boolean,
): Promise<void> {
  for (const job of await queue.getDelayed()) {
    if (isWanted(job as never)) await job.promote().catch(() => {});
  }
}

/** A visit out of turn to every feed that was not read since the faults ended. */
async function pollUnread(world: World, queues: Queues, healedAtMs: number, round: number) {
  for (const host of HOSTS.keys()) {
    for (const feedUrl of world.sources.feeds(host)) {
      const path = new URL(feedUrl).pathname;
      const isRead = world.sources.requests.some(
        (request) => request.host === host && request.path === path && request.startMs > healedAtMs,
      );
      const data = { sourceId: sourceId(host), feedUrl, force: true };
      if (!isRead) await queues.addPoll(data, `heal-${round}-${feedId(data)}`);
    }
  }
}

const RECOVERY_MS = 90_000;
const ROUND_MS = 500;

/** Waits until the site shows everything and nothing is left to do, or time is up. */
export async function recover(plan: Plan, world: World): Promise<{ ms: number; lost: string[] }> {
  const soundPaths = new Set(plan.articles.filter(isSound).map((a) => wordsOf(a, 0).path));
  const healedAtMs = Date.now();
  let lost: string[] = [];
  for (let round = 0; Date.now() - healedAtMs < RECOVERY_MS; round += 1) {
    const left = await world.look(async (redis, queues) => {
      // Now and then, not each time: a forced visit that finds the feed leased comes to nothing.
      if (round % 6 === 0) await pollUnread(world, queues, healedAtMs, round);
      // Who waits for its host's turn asks again now and then: a host that hung a while ago has told
      // everybody to come back late.
      const isTimeToAsk = round % 8 === 7;
      await skipWaiting(
        queues.scrape,
        ({ data, attemptsMade }: { data: Partial<ScrapeJob>; attemptsMade: number }) =>
          (attemptsMade > 0 || isTimeToAsk) && leadsTo(data, soundPaths),
      );
      await skipWaiting(queues.named('republish'), () => true);
      return await unfinished(redis, queues, soundPaths);
    });
    lost = missing(plan, world);
    if (lost.length === 0 && left === 0) return { ms: Date.now() - healedAtMs, lost };
    await delay(ROUND_MS);
  }
  return { ms: Date.now() - healedAtMs, lost };
}

/** Jobs of sound articles that are not done, intents that are not enqueued. */
async function unfinished(redis: Redis, queues: Queues, soundPaths: Set<string>): Promise<number> {
  const scrapes = await queues.scrape.getJobs(['waiting', 'active', 'delayed', 'prioritized']);
  const sound = scrapes.filter((job) => leadsTo(job.data, soundPaths));
  const republish = await queues.named('republish').getJobCounts('waiting', 'active', 'delayed');
  const outboxes = await redis.keys(`${PREFIX}:outbox:*`);
  return sound.length + Object.values(republish).reduce((a, b) => a + b, 0) + outboxes.length;
}

/** Effects that readers saw twice, or in the wrong order, or of what never was. */
function wrongEffects(plan: Plan, world: World): string[] {
  const planned = new Map(plan.articles.filter(isSound).map((one) => [articleId(one), one]));
  const latest = new Map<string, { version: number; revision: number }>();
  const wrong: string[] = [];
  for (const { id, title, revision, effect } of world.journal()) {
    if (effect === 'stale' || effect === 'unchanged') continue;
    const article = planned.get(id);
    const version =
      article?.versionsAtMs.findIndex((_, number) => wordsOf(article, number).title === title) ??
      -1;
    const before = latest.get(id) ?? { version: -1, revision: -1 };
    if (version < 0) wrong.push(`"${title}" (${effect}) was never served`);
    else if (effect === 'withdraw') wrong.push(`"${title}" was withdrawn`);
    else if (version <= before.version) wrong.push(`"${title}" after version ${before.version}`);
    else if (revision <= before.revision) wrong.push(`"${title}": revision does not rise`);
    latest.set(id, { version, revision });
  }
  return wrong;
}

const WINDOW_MS = 3_000;

/**
 * More requests to a host than its spacing allows. A worker that is stopped between taking its turn and
 * asking comes late, and a Redis that lost its memory has lost the host's last turn with it: each fault
 * is allowed one request out of turn.
 */
function impoliteness(plan: Plan, world: World): string[] {
  const allowed = WINDOW_MS / SPACING_MS + 1 + plan.faults.length;
  return [...HOSTS.keys()].flatMap((host) => {
    const times = world.sources.requests
      .filter((request) => request.host === host)
      .map(({ startMs }) => startMs)
      .toSorted((a, b) => a - b);
    const most = Math.max(
      0,
      ...times.map((time, index) => index + 1 - times.findIndex((one) => one > time - WINDOW_MS)),
    );
    return most > allowed ? [`host ${host} got ${most} requests in ${WINDOW_MS} ms`] : [];
  });
}

/** More requests to a host at once than it is to get, but for one a fault that orphans a request. */
function crowding(plan: Plan, world: World): string[] {
  return [...HOSTS.keys()].flatMap((host) => {
    const requests = world.sources.requests.filter((request) => request.host === host);
    const most = Math.max(
      0,
      ...requests.map(
        ({ startMs }) =>
          requests.filter((one) => one.startMs <= startMs && (one.endMs ?? Infinity) > startMs)
            .length,
      ),
    );
    return most > 1 + plan.faults.length ? [`host ${host} got ${most} requests at once`] : [];
  });
}

async function stuck(world: World): Promise<string[]> {
  return await world.look(async (_redis, queues) => {
    const problems: string[] = [];
    const schedulers = await queues.poll.getJobSchedulers(0, -1);
    const feeds = HOSTS.flatMap((_, host) => world.sources.feeds(host));
    if (schedulers.length !== feeds.length) {
      problems.push(`${schedulers.length} schedulers for ${feeds.length} feeds`);
    }
    for (const queue of [queues.poll, queues.scrape, queues.named('republish')]) {
      const waiting = await queue.getJobCountByTypes('waiting-children');
      if (waiting > 0) problems.push(`${queue.name}: ${waiting} jobs wait for children`);
    }
    const failed = await queues.scrape.getFailed();
    for (const job of failed.filter((one) => one.failedReason.includes('stalled'))) {
      problems.push(`scrape of ${job.data.entry.link} was given up: ${job.failedReason}`);
    }
    return problems;
  });
}

const MOST_RSS_MB = 500;
const MOST_REDIS_MB = 32;
const MOST_LOG_BYTES = 2 ** 20;

async function excess(world: World): Promise<string[]> {
  const problems: string[] = [];
  for (const { child, isAlive } of world.workers) {
    if (!isAlive) continue;
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const rssMb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024;
    if (rssMb > MOST_RSS_MB) problems.push(`a worker has ${Math.round(rssMb)} MB`);
  }
  const memory = await world.look((redis) => redis.info('memory'));
  const usedMb = Number(/^used_memory:(\d+)/m.exec(memory)?.[1] ?? 0) / 2 ** 20;
  if (usedMb > MOST_REDIS_MB) problems.push(`Redis has ${Math.round(usedMb)} MB`);
  if (world.logBytes() > MOST_LOG_BYTES) problems.push(`workers logged ${world.logBytes()} bytes`);
  return problems;
}

/** Everything that is wrong after recovery, in words; empty when the promise is kept. */
export async function verdict(plan: Plan, world: World, lost: string[]): Promise<string[]> {
  return [
    ...lost.map((problem) => `lost: ${problem}`),
    ...wrongEffects(plan, world).map((problem) => `wrong effect: ${problem}`),
    ...impoliteness(plan, world).map((problem) => `impolite: ${problem}`),
    ...crowding(plan, world).map((problem) => `impolite: ${problem}`),
    ...(await stuck(world)).map((problem) => `stuck: ${problem}`),
    ...(await excess(world)).map((problem) => `unbounded: ${problem}`),
    ...world.unexpectedEnds.map((words) => `ended by itself: ${words}`),
  ];
}
