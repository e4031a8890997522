import type { Source } from '../config/schema.ts';
import { DAY_MS, HOUR_MS } from '../durations.ts';
import { PermanentError, ThrottledError } from '../errors.ts';
import type { Pipeline } from './pipeline.ts';

/** The source of this id, or the one that it has become. */
export function sourceNamed(
  id: string,
  { sources, formerly }: Pick<Pipeline, 'sources' | 'formerly'>,
): Source | undefined {
  return sources.get(id) ?? sources.get(formerly.get(id) ?? '');
}

// In a rolling restart a process that has the source takes the job soon.
const ELSEWHERE_MS = 5_000;
const NOWHERE_MS = HOUR_MS;
const GIVE_UP_MS = 30 * DAY_MS;

type Deployed = Pick<Pipeline, 'deployment' | 'now'>;

/** Throws `ThrottledError` where another live process has the source: the job is its. */
export async function leaveToOthers(
  sourceId: string,
  { deployment, now }: Deployed,
): Promise<void> {
  const members = await deployment.members();
  if (!members.some(({ sources }) => sources.includes(sourceId))) return;
  const told = `another process has the source ${sourceId}`;
  throw new ThrottledError('source-elsewhere', told, now() + ELSEWHERE_MS);
}

/**
 * What becomes of a visit whose source this config lacks: another process takes it, or it waits until
 * somebody's config has the source again, and that is told. Throws `ThrottledError`, and after thirty days
 * `PermanentError` `source-removed`.
 */
export async function waitForSource(
  sourceId: string,
  pipeline: Deployed & Pick<Pipeline, 'health' | 'notice' | 'pageShapes'>,
): Promise<never> {
  await leaveToOthers(sourceId, pipeline);
  const { health, notice, now, pageShapes } = pipeline;
  const nowMs = now();
  const { sinceMs } = await health.missing.note(sourceId, nowMs);
  const told = `visits wait for the source ${sourceId}, which the config has not`;
  if (nowMs - sinceMs > GIVE_UP_MS) throw new PermanentError('source-removed', told);
  if (await pageShapes.claimTelling(sourceId, 'source-missing')) {
    const mend = `put it back, or write formerly: [${sourceId}] into the source that it has become`;
    notice({ sourceId, change: 'source-missing', message: `${told}; ${mend}` });
  }
  throw new ThrottledError('source-missing', told, nowMs + NOWHERE_MS);
}
