import { cleanUrl } from '../../clean-url.ts';
import type { Source } from '../../config/schema.ts';
import type { ChangedEntry, FeedChanges } from '../../feed/changes/changes.ts';
import { changedParts } from '../../feed/changes/entry-key.ts';
import { cutFirstReading } from '../../feed/changes/first-reading.ts';
import type { Feed } from '../../feed/entry.ts';
import { bodyHash, type PollOutcome } from '../../feed/polling/after-poll.ts';
import type { PollJob, ScrapeJob } from '../../queue/topology.ts';
import { shortHash } from '../../short-hash.ts';
import { entryName } from '../../store/articles/aliases.ts';
import type { LastReading, PassedOver } from '../../store/feeds.ts';
import type { Pipeline } from '../pipeline.ts';
import { filterEntries } from './filter-entries.ts';
import type { PollVisit } from './poll-result.ts';

/** A reading of a feed that is believed. */
type BelievedReading = Pick<PollOutcome & { kind: 'changed' }, 'response' | 'validators'> & {
  job: PollJob;
  source: Source;
  feed: Feed;
  last: LastReading;
};

/** Sends what is new or changed to `scrape`, but for what an archive holds and what changes for nothing. */
export async function sendChanges(
  reading: BelievedReading,
  all: FeedChanges,
  pipeline: Pipeline,
): Promise<PollVisit> {
  const { job, feed, last, response, validators } = reading;
  const nowMs = pipeline.now();
  const first = cutIfFirst(reading, all, nowMs);
  const { changes: news, notes } = await withoutNoise(first.changes, job, pipeline);
  const { changes, filtered } = await filterEntries(news, reading.source, job, pipeline);
  const scrapes = changes.changed.map((change) => scrapeOf(change, job, changes, nowMs));
  // Before the feed's state is saved: a crash in between polls the feed again, and the same jobs
  // have the same ids.
  await pipeline.queues.addScrapes(scrapes);
  await lookAfterThoseThatLeft(job, changes.left, bodyHash(response.body), pipeline);
  // An empty feed forgets nothing: when its entries return, they are not new.
  const seen = feed.entries.length === 0 ? last.seen : changes.seen;
  return {
    result: {
      kind: 'modified',
      entries: feed.entries.length,
      scrapes: scrapes.map(({ jobId, data }) => ({ jobId, url: data.entry.link })),
      filtered,
      repairs: feed.repairs,
      notes: [...changes.problems, ...first.notes, ...notes],
    },
    outcome: {
      kind: 'changed',
      response,
      validators,
      hints: feed.hints,
      isRepaired: feed.repairs.length > 0,
      hasChanges: all.changed.length > 0,
      ...(feed.isNewsSitemap && feed.entries.length > 0 ? { holds: 'news' as const } : {}),
      newEntryTimesMs: all.changed
        .filter(({ kind }) => kind === 'new')
        .map(({ entry }) => (entry.published ? Date.parse(entry.published) : nowMs)),
    },
    reading: {
      seen,
      readAtMs: nowMs,
      held: null,
      ...(first.passedOver ? { passedOver: first.passedOver } : {}),
    },
  };
}

/** The newest of a feed that was never read before, and what is told of the others. */
function cutIfFirst(
  { last, source, feed }: BelievedReading,
  changes: FeedChanges,
  nowMs: number,
): { changes: FeedChanges; notes: string[]; passedOver?: PassedOver } {
  const isFirst = last.readAtMs === null && Object.keys(last.seen).length === 0;
  if (!isFirst) return { changes, notes: [] };
  const cut = cutFirstReading(changes, source.firstReading, nowMs);
  const count = cut.passedOver.length;
  if (count === 0) return { changes, notes: [] };
  const links = cut.passedOver.flatMap(({ entry }) => cleanUrl(entry.link) ?? []);
  const newest = String(cut.changes.changed.length);
  return {
    changes: cut.changes,
    notes: [
      `first reading: the newest ${newest} of its ${feed.entries.length} entries are published, and ${count} are only remembered; firstReading says how many`,
    ],
    passedOver: { atMs: nowMs, newest, links: links.map((link) => shortHash(link)) },
  };
}

/** What changed again in what made no difference to its page within the hour is looked at later. */
async function withoutNoise(
  changes: FeedChanges,
  { sourceId }: PollJob,
  { emptyLooks }: Pick<Pipeline, 'emptyLooks'>,
): Promise<{ changes: FeedChanges; notes: string[] }> {
  const seen = { ...changes.seen };
  const changed: ChangedEntry[] = [];
  const parts = new Set<string>();
  for (const change of changes.changed) {
    const { key, before, fingerprint } = change;
    const looked = before === undefined ? [] : await emptyLooks.of(sourceId, key);
    const differs = before === undefined ? [] : changedParts(before, fingerprint);
    if (before === undefined || differs.some((part) => !looked.includes(part))) {
      changed.push(change);
      continue;
    }
    seen[key] = before;
    for (const part of differs) parts.add(part);
  }
  const count = changes.changed.length - changed.length;
  if (count === 0) return { changes, notes: [] };
  const what = [...parts].join(' and ');
  const note = `${count} entries changed again in their ${what}, which made no difference to their pages within the hour: they are looked at later`;
  return { changes: { ...changes, changed, seen }, notes: [note] };
}

// More renamed entries than this at once are another list, not edits.
const MOST_LEFT_KEYS = 5;

function scrapeOf(
  { key, fingerprint, entry, kind, before }: ChangedEntry,
  { sourceId, feedUrl }: PollJob,
  { left }: FeedChanges,
  seenAtMs: number,
) {
  const { content: _, ...queued } = entry;
  const isNew = kind === 'new';
  const data: ScrapeJob = {
    sourceId,
    feedUrl,
    entry: queued,
    seenAtMs,
    ...(isNew ? { isNew } : {}),
    ...(before === undefined ? {} : { change: { key, parts: changedParts(before, fingerprint) } }),
    ...(isNew && left.length > 0 ? { leftKeys: left.slice(0, MOST_LEFT_KEYS) } : {}),
  };
  return { jobId: `${sourceId}-${key}-${fingerprint}`, data };
}

// What left is looked at after what is new, which may be the same article under another address.
const LOOK_AFTER_MS = 2 * 60_000;
const MOST_LOOKS = 50;

/** An entry that was taken out of a feed is a reason to look at its page, and no more than that. */
async function lookAfterThoseThatLeft(
  { sourceId }: PollJob,
  left: string[],
  documentHash: string,
  { aliases, queues }: Pipeline,
): Promise<void> {
  const names = left.slice(0, MOST_LOOKS).map((key) => entryName(sourceId, key));
  const articles = await aliases.findAll(names);
  await Promise.all(
    articles.map(({ articleId }) => {
      const jobId = `left-${articleId}-${shortHash(documentHash)}`;
      return queues.addRecheck({ sourceId, articleId }, jobId, LOOK_AFTER_MS);
    }),
  );
}
