import type { Source } from '../../config/schema.ts';
import type { PollOutcome } from '../../feed/polling/after-poll.ts';
import {
  chooseSitemaps,
  type KnownSitemap,
  type SitemapChoice,
} from '../../feed/polling/sitemaps.ts';
import type { Sitemap } from '../../feed/entry.ts';
import { NO_HINTS } from '../../feed/formats/hints.ts';
import { withoutSecrets } from '../../printable-url.ts';
import { feedId } from '../../queue/queues.ts';
import type { PollJob } from '../../queue/topology.ts';
import type { Pipeline } from '../pipeline.ts';
import type { PollVisit } from './poll-result.ts';

type Answered = Pick<PollOutcome & { kind: 'changed' }, 'response' | 'validators'>;

const NOTHING_NEW = { hints: NO_HINTS, isRepaired: false, newEntryTimesMs: [] };

/** Indexes of indexes are followed so far. */
const MOST_DEPTH = 3;
// An index lists up to 50,000; what earlier visits found is asked of those that may be read.
const MOST_KNOWN = 2_000;

/** Whether a document was found in a sitemap index, and not named by an operator. */
export function isFromIndex({ feedUrl }: PollJob, { feeds }: Source): boolean {
  return !feeds.some((feed) => withoutSecrets(feed) === withoutSecrets(feedUrl));
}

/** An ordinary sitemap is no failure of its index: it is remembered as one, and looked at again seldom. */
export function ordinarySitemap({ response, validators }: Answered): PollVisit {
  return {
    result: { kind: 'ordinary-sitemap' },
    outcome: { kind: 'changed', response, validators, ...NOTHING_NEW, holds: 'pages' },
  };
}

async function withMemory(
  { sourceId }: PollJob,
  sitemaps: readonly Sitemap[],
  { feeds }: Pick<Pipeline, 'feeds'>,
): Promise<KnownSitemap[]> {
  return await Promise.all(
    sitemaps.map(async (sitemap) => {
      const { holds, succeededAtMs } = await feeds.state(
        feedId({ sourceId, feedUrl: sitemap.url }),
      );
      return { ...sitemap, holds, readAtMs: succeededAtMs };
    }),
  );
}

/** The sitemaps of an index that may hold news are polled as feeds of their own. */
export async function pollSitemaps(
  job: PollJob,
  source: Source,
  sitemaps: readonly Sitemap[],
  { response, validators }: Answered,
  pipeline: Pick<Pipeline, 'queues' | 'feeds' | 'now'>,
): Promise<PollVisit> {
  const { sourceId, force, whole, depth = 0 } = job;
  const own = new Set([job.feedUrl, response.url]);
  const listed = sitemaps.filter(({ url }) => !own.has(url));
  const known = await withMemory(job, listed.slice(-MOST_KNOWN), pipeline);
  const choice = chooseSitemaps(known, source.sitemaps, pipeline.now());
  const chosen = depth < MOST_DEPTH ? choice.chosen : [];
  const polls = chosen.map(({ url }) => {
    const child: PollJob = { sourceId, feedUrl: url, depth: depth + 1 };
    if (force) child.force = true;
    if (whole) child.whole = true;
    return { jobId: `sitemap-${feedId(child)}-${pipeline.now()}`, job: child };
  });
  for (const { jobId, job: child } of polls) await pipeline.queues.addPoll(child, jobId);
  return {
    result: { kind: 'index', polls, notes: notesOf(choice, listed.length, source, depth) },
    outcome: { kind: 'changed', response, validators, ...NOTHING_NEW },
  };
}

function notesOf(
  { chosen, cut, ordinary }: SitemapChoice,
  count: number,
  { id, sitemaps }: Source,
  depth: number,
): string[] {
  if (depth >= MOST_DEPTH)
    return [`it is the ${depth + 1}th index within another, and not followed`];
  if (count > 0 && ordinary === count) {
    return [
      `none of its ${count} sitemaps holds news; name the site's news sitemap or feed under feeds of ${id}`,
    ];
  }
  if (cut === 0) return [];
  return [
    `${cut + chosen.length} of its ${count} sitemaps may hold news, and the ${chosen.length} likeliest are read; raise sitemaps of ${id} above ${sitemaps} to read more`,
  ];
}
