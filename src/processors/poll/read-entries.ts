import type { Source } from '../../config/schema.ts';
import type { PollOutcome } from '../../feed/polling/after-poll.ts';
import { changesSince } from '../../feed/changes/changes.ts';
import { readFeed } from '../../feed/read.ts';
import { suspicionOf, type FeedSuspicion } from '../../feed/changes/suspicion.ts';
import { feedId } from '../../queue/queues.ts';
import type { PollJob } from '../../queue/topology.ts';
import type { HeldReading, LastReading } from '../../store/feeds.ts';
import type { Pipeline } from '../pipeline.ts';
import { failedPoll, type PollVisit } from './poll-result.ts';
import { sendChanges } from './send-changes.ts';
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
  const nowMs = pipeline.now();
  const { readAtMs } = last;
  const changes = changesSince(last.seen, feed.entries, {
    dropQuery: source.url?.dropQuery,
    readAtMs,
  });
  const suspicion = suspicionOf({
    ...last,
    entries: feed.entries.length,
    changes,
    repairs: feed.repairs,
    nowMs,
  });
  if (suspicion && suspicion.kind !== last.held?.kind)
    return holdFeed(job, suspicion, last, pipeline);
  return await sendChanges({ job, source, feed, last, ...modified }, changes, pipeline);
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
