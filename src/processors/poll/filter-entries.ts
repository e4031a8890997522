import { cleanUrl } from '../../clean-url.ts';
import type { Source } from '../../config/schema.ts';
import type { ChangedEntry, FeedChanges } from '../../feed/changes/changes.ts';
import type { QueuedEntry } from '../../feed/queued-entry.ts';
import { entryVerdict, type RuleMatch } from '../../filter/verdict.ts';
import type { PollJob } from '../../queue/topology.ts';
import { entryName } from '../../store/articles/aliases.ts';
import { unvisitedName } from '../../store/filtered.ts';
import type { Pipeline } from '../pipeline.ts';

interface FilteredEntry extends RuleMatch {
  change: ChangedEntry;
}

/** How many entries each rule left out, by its words. */
export type FilteredCounts = Record<string, number>;

type Filterer = Pick<Pipeline, 'aliases' | 'articles' | 'held' | 'filtered' | 'health' | 'now'>;

/**
 * Leaves out the entries whose pages need no visit, because a rule drops them by what the feed says. One
 * that leads to an article on the site, or to a held one, is visited: what becomes of that is decided by all that is known.
 */
export async function filterEntries(
  changes: FeedChanges,
  source: Pick<Source, 'id' | 'filter' | 'rewrite'>,
  job: PollJob,
  pipeline: Filterer,
): Promise<{ changes: FeedChanges; filtered: FilteredCounts }> {
  if (source.filter.length === 0) return { changes, filtered: {} };
  const nowMs = pipeline.now();
  const judged = changes.changed.flatMap((change): FilteredEntry[] => {
    const verdict = entryVerdict(change.entry, source, nowMs);
    return verdict.kind === 'drop' ? [{ change, ...verdict }] : [];
  });
  const known = await Promise.all(judged.map(({ change }) => isOfNote(change, job, pipeline)));
  const dropped = judged.filter((_, index) => !known[index]);
  await rememberDropped(dropped, job, pipeline);
  const left = new Set(dropped.map(({ change }) => change));
  const changed = changes.changed.filter((change) => !left.has(change));
  return { changes: { ...changes, changed }, filtered: countsBy(dropped, 'reason') };
}

/** Whether a site has been sent the article, whatever became of it since, or a person is to decide about it. */
async function isOfNote(
  { entry, key }: ChangedEntry,
  { sourceId }: PollJob,
  { aliases, articles, held }: Filterer,
): Promise<boolean> {
  const names = [cleanUrl(entry.link) ?? entry.link, entryName(sourceId, key)];
  const found = await aliases.findAll(names);
  const known = await Promise.all(
    found.flatMap(({ articleId: id }) => [articles.latest(id), held.find(id)]),
  );
  return known.some((one) => one !== undefined);
}

async function rememberDropped(
  dropped: readonly FilteredEntry[],
  { sourceId, feedUrl }: PollJob,
  { filtered, health, now }: Filterer,
): Promise<void> {
  if (dropped.length === 0) return;
  const atMs = now();
  await Promise.all([
    ...dropped.map(async ({ change, rule, reason }) => {
      const { content: _, ...entry }: QueuedEntry & { content: string | null } = change.entry;
      const visit = { feedUrl, entry, validators: null, missingSinceMs: null };
      const remembered = { sourceId, rule, reason, atMs, visit };
      await filtered.remember(unvisitedName(entry.link), remembered);
    }),
    health.flow.count(
      {
        filtered: dropped.length,
        ...Object.fromEntries(
          Object.entries(countsBy(dropped, 'rule')).map(([rule, n]) => [`filtered ${rule}`, n]),
        ),
      },
      atMs,
    ),
  ]);
  await filtered.trim(sourceId);
}

function countsBy(dropped: readonly RuleMatch[], by: keyof RuleMatch): FilteredCounts {
  const groups = Map.groupBy(dropped, (match) => match[by]);
  return Object.fromEntries([...groups].map(([name, { length }]) => [name, length]));
}
