import { setTimeout as delay } from 'node:timers/promises';
import { isFrontPage, pagePlace } from '../../clean-url.ts';
import { ThrottledError } from '../../errors.ts';
import type { Pipeline } from '../pipeline.ts';

/** Others are done within some milliseconds. */
const LOOK_AGAIN_MS = 25;
const PATIENCE_MS = 2_000;

/**
 * Does something while nobody else does with a page of this canonical address. Two links to one story, read at one
 * moment, would else both find nothing known and become two articles: so the second finds what the first has kept, and
 * judges by its text whether it is the same one.
 * @throws ThrottledError `same-address` when others take long.
 */
export async function aloneAtAddress<T>(
  canonicalUrl: string,
  { aliases, now }: Pick<Pipeline, 'aliases' | 'now'>,
  work: () => Promise<T>,
): Promise<T> {
  // Some sites state their front page as the canonical address of every page.
  if (isFrontPage(canonicalUrl)) return await work();
  const place = pagePlace(canonicalUrl);
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_AGAIN_MS) {
    const lease = await aliases.lease(place);
    if (lease === undefined) {
      await delay(LOOK_AGAIN_MS);
      continue;
    }
    try {
      return await work();
    } finally {
      await aliases.release(place, lease);
    }
  }
  const message = `pages that state the address ${canonicalUrl} are read one after the other`;
  throw new ThrottledError('same-address', message, now() + PATIENCE_MS);
}
