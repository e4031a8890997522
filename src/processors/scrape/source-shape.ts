import type { Source } from '../../config/schema.ts';
import type { PageShape } from '../../store/page-shapes.ts';
import type { Pipeline } from '../pipeline.ts';
import { driftOf } from './shape-drift.ts';

type WatchedSource = Pick<Source, 'id' | 'minConfidence'>;
type Watcher = Pick<Pipeline, 'pageShapes' | 'health' | 'notice' | 'now'>;

/** Remembers what a page looked like; a change of the source's pages is told once a day. */
export async function watchShape(
  { id, minConfidence }: WatchedSource,
  shape: PageShape,
  { pageShapes, health, notice, now }: Watcher,
): Promise<void> {
  const shapes = await pageShapes.add(id, shape);
  const drifts = driftOf(shapes, minConfidence);
  const messages = drifts.map(({ message }) => message);
  await health.drifts.note(id, messages, now());
  for (const { change, message } of drifts) {
    if (await pageShapes.claimTelling(id, change)) notice({ sourceId: id, change, message });
  }
}

/** Changes of a source's pages that last, in words. */
export async function driftNotes(
  { id, minConfidence }: WatchedSource,
  { pageShapes }: Pick<Pipeline, 'pageShapes'>,
): Promise<string[]> {
  const mend = `try \`newsrelay check --live ${id}\``;
  return driftOf(await pageShapes.of(id), minConfidence).map(
    ({ message }) => `${message}; ${mend}`,
  );
}

/** One note a rule, however many pages it failed on. */
export function unmatchedNotes(unmatched: Readonly<Record<string, number>>, pages: number) {
  return Object.entries(unmatched).map(
    ([rule, misses]) =>
      `the rule article.${rule} matched nothing on ${misses} of ${pages} pages; what was found automatically is used there`,
  );
}
