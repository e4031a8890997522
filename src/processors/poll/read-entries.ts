import type { Source } from '../../config/schema.ts';
import { bodyHash, type PollOutcome } from '../../feed/polling/after-poll.ts';
import { changesSince, type ChangedEntry, type FeedChanges } from '../../feed/changes/changes.ts';
import type { Feed } from '../../feed/entry.ts';
import { readFeed } from '../../feed/read.ts';
import { suspicionOf, type FeedSuspicion } from '../../feed/changes/suspicion.ts';
import { feedId } from '../../queue/queues.ts';
import type { PollJob, ScrapeJob } from '../../queue/topology.ts';
import { shortHash } from '../../short-hash.ts';
import { entryName } from '../../store/aliases.ts';
import type { HeldReading, LastReading } from '../../store/feeds.ts';
import type { Pipeline } from '../pipeline.ts';
import { failedPoll, type PollVisit } from './poll-result.ts';
import { isFromIndex, ordinarySitemap, pollSitemaps } from './sitemap-index.ts';

type Modified = Pick<PollOutcome & { kind: 'changed' }, 'response' | 'validators'>;

/** Reads a feed's document and sends what is new or changed in it to `scrape`, unless it looks wrong. */
export async function readEntries(
  job: PollJob,
  source: Source,
  modified: Modified,
  pipeline: Pipeline,
): Promise<PollVisit> {
  const { response } = modified;
  const read = await readFeed({
    bytes: response.body,
    contentType: response.headers['content-type'],
    url: response.url,
    assumeZone: source.assumeZone,
    ignoreOffset: source.ignoreOffset,
    listing: source.listing,
  });
  if (read.kind === 'not-a-feed' && read.isSitemap && isFromIndex(job, source)) {
    return ordinarySitemap(modified);
  }
  // Its validators would have the broken copy called "not modified" for ever.
  if (read.kind === 'not-a-feed') {
    return failedPoll(read.kind, read.message, { forgetValidators: true });
  }
  if (read.kind === 'sitemap-index') {
    return await pollSitemaps(job, source, read.sitemaps, modified, pipeline);
  }
  const { feed } = read;
  const last = await pipeline.feeds.lastReading(feedId(job));
  const changes = changesSince(last.seen, feed.entries);
  const nowMs = pipeline.now();
  const suspicion = suspicionOf({
    ...last,
    entries: feed.entries.length,
    changes,
    repairs: feed.repairs,
    nowMs,
  });
  if (suspicion && suspicion.kind !== last.held?.kind)
    return holdFeed(job, suspicion, last, pipeline);
  return await send(job, { ...modified, feed, changes }, last, pipeline);
}

// The document is asked for again in full, so that the second reading is one, and the feed comes back
// after the wait that follows a failure.
function holdFeed(
  job: PollJob,
  suspicion: FeedSuspicion,
  { held }: LastReading,
  pipeline: Pipeline,
): PollVisit {
  const { kind } = suspicion;
  const message =
    `${suspicion.message}; nothing is taken from it until a second reading says the same ` +
    `(newsrelay poll --source ${job.sourceId} --force reads it now)`;
  const { sourceId, feedUrl } = job;
  pipeline.notice({ sourceId, change: `suspicious-${kind}`, message: `${feedUrl}: ${message}` });
  const reading: HeldReading = { kind, message, sinceMs: held?.sinceMs ?? pipeline.now() };
  return {
    result: { kind: 'held', suspicion: kind, message },
    outcome: failedPoll(`suspicious-${kind}`, message, { forgetValidators: true }).outcome,
    reading: { held: reading },
  };
}

async function send(
  job: PollJob,
  { feed, changes, response, validators }: Modified & { feed: Feed; changes: FeedChanges },
  last: LastReading,
  pipeline: Pipeline,
): Promise<PollVisit> {
  const scrapes = changes.changed.map((change) => scrapeOf(change, job, changes, pipeline.now()));
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
      repairs: feed.repairs,
      notes: changes.problems,
    },
    outcome: {
      kind: 'changed',
      response,
      validators,
      hints: feed.hints,
      isRepaired: feed.repairs.length > 0,
      hasChanges: changes.changed.length > 0,
      ...(feed.isNewsSitemap && feed.entries.length > 0 ? { holds: 'news' as const } : {}),
      newEntryTimesMs: changes.changed
        .filter(({ kind }) => kind === 'new')
        .map(({ entry }) => (entry.published ? Date.parse(entry.published) : pipeline.now())),
    },
    reading: { seen, readAtMs: pipeline.now(), held: null },
  };
}

// More renamed entries than this at once are another list, not edits.
const MOST_LEFT_KEYS = 5;

function scrapeOf(
  { key, fingerprint, entry, kind }: ChangedEntry,
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
