import { SECOND_MS } from '../../durations.ts';
import { sourceNamed } from '../../processors/job-source.ts';
import type { Pipeline } from '../../processors/pipeline.ts';
import type { Revision } from '../../store/articles/revisions.ts';
import { type Consequence, CONSEQUENCE_KINDS, type ConsequenceKind } from './consequence.ts';
import { consequenceForKnown } from './known-articles.ts';
import { consequenceForFiltered, consequenceForHeld } from './waiting-articles.ts';

export interface ReapplyOptions {
  /** Of these sources; of all where none is named. */
  sourceIds: readonly string[];
  /** The newest revision of every article that is remembered. */
  revisions: readonly Revision[];
  isDryRun: boolean;
  /** Most consequences a second: sites and publishers are not to be flooded by one changed line. */
  perSecond: number;
  signal: AbortSignal;
  sleep: (ms: number) => Promise<unknown>;
  /** Told of each before it is done. */
  onConsequence: (consequence: Consequence) => void;
}

/** How many articles of a source were looked at, and what was to be done about them. */
export interface Reapplied extends Record<ConsequenceKind, number> {
  sourceId: string;
  looked: number;
}

/**
 * Applies the present rules to what is known: articles on the site, held ones, and what filters left out. Each is
 * looked at by itself and done at once, so that a pass that is broken off is taken up by the next one.
 */
export async function reapply(
  pipeline: Pipeline,
  { isDryRun, perSecond, signal, sleep, onConsequence, ...scope }: ReapplyOptions,
): Promise<Reapplied[]> {
  const all = new Map<string, Reapplied>();
  for await (const { sourceId, consequence } of lookedAt(scope, pipeline)) {
    if (signal.aborted) break;
    const counts = all.get(sourceId) ?? emptyCounts(sourceId);
    all.set(sourceId, counts);
    counts.looked += 1;
    if (!consequence) continue;
    counts[consequence.kind] += 1;
    onConsequence(consequence);
    if (isDryRun) continue;
    await consequence.act();
    await sleep(SECOND_MS / perSecond);
  }
  return [...all.values()];
}

const emptyCounts = (sourceId: string): Reapplied => ({
  sourceId,
  looked: 0,
  ...(Object.fromEntries(CONSEQUENCE_KINDS.map((kind) => [kind, 0])) as Record<
    ConsequenceKind,
    number
  >),
});

interface LookedAt {
  sourceId: string;
  consequence: Consequence | undefined;
}

/** As many as are read from Redis at a time. */
const BATCH = 50;

async function* inBatches<T>(
  all: readonly T[],
  look: (one: T) => Promise<LookedAt>,
): AsyncGenerator<LookedAt> {
  for (let start = 0; start < all.length; start += BATCH) {
    yield* await Promise.all(all.slice(start, start + BATCH).map(look));
  }
}

async function* lookedAt(
  { sourceIds, revisions }: Pick<ReapplyOptions, 'sourceIds' | 'revisions'>,
  pipeline: Pipeline,
): AsyncGenerator<LookedAt> {
  const sources = [...pipeline.sources.values()].filter(
    ({ id }) => sourceIds.length === 0 || sourceIds.includes(id),
  );
  const ids = new Set(sources.map(({ id }) => id));
  const known = revisions.flatMap(({ articleId, sourceId = '' }) => {
    const owner = sourceNamed(sourceId, pipeline)?.id;
    return owner !== undefined && ids.has(owner) ? { articleId, sourceId: owner } : [];
  });
  // What is left out now is not looked at once more among what was left out before, so that comes first.
  for (const source of sources) {
    const { id: sourceId, formerly = [] } = source;
    for (const id of [sourceId, ...formerly]) {
      const held = await pipeline.held.list(id);
      yield* inBatches(held, async (one) => ({
        sourceId,
        consequence: await consequenceForHeld(one, source, pipeline),
      }));
      const names = await pipeline.filtered.namesOf(id);
      yield* inBatches(names, async (name) => ({
        sourceId,
        consequence: await consequenceForFiltered(name, source, pipeline),
      }));
    }
  }
  yield* inBatches(known, async ({ articleId, sourceId }) => ({
    sourceId,
    consequence: await consequenceForKnown(articleId, pipeline),
  }));
}
