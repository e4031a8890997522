import { isoTime } from '../iso-time.ts';
import { DAY_MS, HOUR_MS } from '../durations.ts';
import type { Source } from '../config/schema.ts';
import { QUIET_PAUSES } from '../feed/polling/silence.ts';
import { withoutSecrets } from '../printable-url.ts';
import { feedId } from '../queue/queues.ts';
import type { Drifted } from '../store/health/drifts.ts';
import type { FeedHealth } from '../store/health/feed-health.ts';
import { PAGES_IN_ROW, type PageTrouble } from '../store/health/page-troubles.ts';
import type { SourcePause } from '../store/health/paused-sources.ts';
import type { LastNews } from '../store/health/pulses.ts';
import type { HeldCount } from '../store/held.ts';

/** How a source stands, by the worst that is true of it; from the worst to the best. */
export const SOURCE_STATES = [
  'refused',
  'failing',
  'held',
  'quiet',
  'paused',
  'new',
  'ok',
  'disabled',
] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** What a source's last visits failed of. Times are RFC 3339 in UTC, here and below. */
export interface VisitFailure {
  code: string;
  reason: string;
  since: string;
  failures: number;
}

export interface FeedStatus {
  url: string;
  lastSuccessAt: string | null;
  nextPollAt: string | null;
  failure?: VisitFailure;
  /** Where a permanent redirect leads, and since when it is seen. */
  moved?: { to: string; since: string };
  isGone?: boolean;
  /** Its next poll is long past. */
  isOverdue?: boolean;
}

export interface SourceStatus {
  id: string;
  name: string;
  channel: string;
  state: SourceState;
  /** Since when it is in trouble. */
  since?: string;
  reason?: string;
  failures?: number;
  lastSuccessAt: string | null;
  lastArticleAt: string | null;
  /** From when on it counts as quiet, should it bring nothing until then. */
  quietFrom: string | null;
  /** The longest pause that is usual with it, as the time is now; milliseconds. */
  usualPauseMs: number | null;
  nextPollAt: string | null;
  held: number;
  heldSince?: string;
  /** Pages that could not be had, one after the other. */
  pages?: VisitFailure;
  /** Lasting changes of its pages, in words. */
  drift?: { since: string; messages: string[] };
  feeds: FeedStatus[];
}

/** All that is known of how sources fare; each map by the id of the source, or of the feed. */
export interface SourceFacts {
  feeds: ReadonlyMap<string, FeedHealth>;
  news: ReadonlyMap<string, LastNews>;
  pages: ReadonlyMap<string, PageTrouble>;
  drifts: ReadonlyMap<string, Drifted>;
  held: ReadonlyMap<string, HeldCount>;
  paused: ReadonlyMap<string, SourcePause>;
}

// Decisions of a publisher, or of an operator's robots.txt settings: nothing that a later try mends.
const REFUSAL =
  /^(?:robots-disallowed|credential-(?:refused|withheld)|http-(?:401|402|403|407|451))$/;
const SUSPICION = /^suspicious-/;

function newest(times: (string | null)[]): string | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : known.reduce((a, b) => (a > b ? a : b));
}

function failureFrom({ code, message, sinceMs, failures }: PageTrouble): VisitFailure {
  return { code, reason: message, since: isoTime(sinceMs), failures };
}

// A worker that is late by a round, or a cron that passes every two hours, is none that has died.
const GRACE_MS = 2 * HOUR_MS;
const CRON_GRACE_MS = DAY_MS;

function overdueAfterMs({ schedule }: Pick<Source, 'schedule'>): number {
  if (schedule.kind === 'cron') return CRON_GRACE_MS;
  return Math.max(GRACE_MS, 2 * (schedule.kind === 'adaptive' ? schedule.minMs : schedule.everyMs));
}

// The ids of a config's feeds, which every status needs and whose making takes longer than all else.
const namedFeeds = new WeakMap<Source, { id: string; feedUrl: string }[]>();

function feedsNamed(source: Source): { id: string; feedUrl: string }[] {
  const known = namedFeeds.get(source);
  if (known) return known;
  const named = source.feeds.map((url) => {
    const feedUrl = withoutSecrets(url);
    return { id: feedId({ sourceId: source.id, feedUrl }), feedUrl };
  });
  namedFeeds.set(source, named);
  return named;
}

function feedStatus(
  { id, feedUrl }: { id: string; feedUrl: string },
  source: Source,
  { feeds }: SourceFacts,
  nowMs: number,
): FeedStatus {
  const health = feeds.get(id);
  if (!health) return { url: feedUrl, lastSuccessAt: null, nextPollAt: null };
  const { succeededAtMs, nextPollAtMs, failure, moved, isGone } = health;
  const isOverdue = !isGone && nowMs > nextPollAtMs + overdueAfterMs(source);
  return {
    url: feedUrl,
    lastSuccessAt: succeededAtMs === null ? null : isoTime(succeededAtMs),
    nextPollAt: isGone ? null : isoTime(nextPollAtMs),
    ...(failure ? { failure: failureFrom(failure) } : {}),
    ...(moved ? { moved: { to: moved.to, since: isoTime(moved.sinceMs) } } : {}),
    ...(isGone ? { isGone } : {}),
    ...(isOverdue ? { isOverdue } : {}),
  };
}

/** How one source stands. Pure. */
export function sourceStatus(source: Source, facts: SourceFacts, nowMs: number): SourceStatus {
  const { id, name, channel } = source;
  const feeds = feedsNamed(source).map((feed) => feedStatus(feed, source, facts, nowMs));
  const news = facts.news.get(id);
  const held = facts.held.get(id);
  const pages = facts.pages.get(id);
  const drift = facts.drifts.get(id);
  const next = feeds.flatMap(({ nextPollAt }) => nextPollAt ?? []).toSorted()[0] ?? null;
  const bare = {
    id,
    name,
    channel,
    lastSuccessAt: newest(feeds.map(({ lastSuccessAt }) => lastSuccessAt)),
    lastArticleAt: news ? isoTime(news.newAtMs) : null,
    quietFrom: news ? isoTime(news.quietFromMs) : null,
    usualPauseMs: news ? Math.round((news.quietFromMs - news.newAtMs) / QUIET_PAUSES) : null,
    nextPollAt: source.enabled ? next : null,
    held: held?.count ?? 0,
    ...(held ? { heldSince: isoTime(held.sinceMs) } : {}),
    ...(pages && pages.failures >= PAGES_IN_ROW ? { pages: failureFrom(pages) } : {}),
    ...(drift ? { drift: { since: isoTime(drift.sinceMs), messages: drift.messages } } : {}),
    feeds,
  };
  return { ...bare, ...standingOf(source, bare, facts, nowMs) };
}

type Standing = Pick<SourceStatus, 'state' | 'since' | 'reason' | 'failures'>;

/** The failures of a source's feeds and pages, the oldest first. */
export function failuresOf({
  feeds,
  pages,
}: Pick<SourceStatus, 'feeds' | 'pages'>): VisitFailure[] {
  return [...feeds.map(({ failure }) => failure), pages]
    .flatMap((failure) => failure ?? [])
    .toSorted((a, b) => a.since.localeCompare(b.since));
}

function standingOf(
  { id, enabled }: Source,
  status: Omit<SourceStatus, 'state'>,
  { paused }: SourceFacts,
  nowMs: number,
): Standing {
  if (!enabled) return { state: 'disabled' };
  const pause = paused.get(id);
  if (pause) return { state: 'paused', since: isoTime(pause.atMs), reason: `by ${pause.by}` };
  const failing = failuresOf(status);
  const refused = failing.find(({ code }) => REFUSAL.test(code));
  if (refused) return standing('refused', refused);
  const failed = failing.find(({ code }) => !SUSPICION.test(code));
  if (failed) return standing('failing', failed);
  if (failing[0]) return standing('held', failing[0]);
  const { held, heldSince, lastSuccessAt, lastArticleAt, quietFrom } = status;
  if (heldSince) {
    const reason =
      held === 1 ? '1 article waits for a person' : `${held} articles wait for a person`;
    return { state: 'held', since: heldSince, reason };
  }
  // Only a visit that could have brought something shows that there is nothing.
  const isQuiet = quietFrom !== null && lastSuccessAt !== null && lastSuccessAt >= quietFrom;
  if (isQuiet && nowMs >= Date.parse(quietFrom)) {
    return { state: 'quiet', since: lastArticleAt!, reason: 'nothing new for longer than usual' };
  }
  return { state: lastSuccessAt === null ? 'new' : 'ok' };
}

function standing(state: SourceState, { since, reason, failures }: VisitFailure): Standing {
  return { state, since, reason, failures };
}
