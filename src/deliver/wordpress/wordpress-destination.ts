import type { WordpressOptions } from '../../config/destinations.ts';
import { PermanentError, TransientError } from '../../errors.ts';
import type { Fetch } from '../../http/fetch.ts';
import type { Send } from '../../http/send.ts';
import type { RepublishJob } from '../../queue/republish-job.ts';
import type { DeliveryContext, Destination } from '../destination.ts';
import { checkWordpress } from './check.ts';
import { type Rest, wordpressRest } from './client.ts';
import { mediaId } from './media.ts';
import { postOf } from './post.ts';
import { probeSite } from './probe.ts';
import { deliverWithPlugin } from './with-plugin.ts';
import { deliverWithoutPlugin } from './without-plugin.ts';

/** How long a site without the plugin is taken to have stayed so. */
const ASK_AGAIN_AFTER_MS = 300_000;

/**
 * One post per article on a WordPress site, created, updated and withdrawn over the REST API. With the
 * companion plugin a delivery is one request and atomic; without it core's routes are used, and
 * outcomes name what could not be done.
 * @param fetch the guarded door, for pictures; without it posts go without
 */
export function wordpressDestination(
  options: WordpressOptions,
  { send, fetch }: { send: Send; fetch?: Fetch },
): Destination {
  const overCore = deliverWithoutPlugin();
  let withoutPluginUntilMs = 0;

  return {
    name: options.name,
    async deliver(job, context) {
      const now = context.now();
      const rest = wordpressRest(options, send, context);
      const { picture, notes } = await featuredPicture(job, options, { rest, fetch, context });
      const post = postOf(job, options, { now, picture });
      const { id } = job.record;

      let outcome;
      if (now.getTime() >= withoutPluginUntilMs) {
        outcome = await deliverWithPlugin(rest, id, post);
        if (!outcome) withoutPluginUntilMs = now.getTime() + ASK_AGAIN_AFTER_MS;
      }
      outcome ??= await overCore(rest, id, post);
      return outcome.kind === 'delivered'
        ? { ...outcome, notes: [...notes, ...outcome.notes] }
        : outcome;
    },
    async probe(context) {
      await probeSite(wordpressRest(options, send, context));
    },
    check(context) {
      return checkWordpress(options, wordpressRest(options, send, context), context);
    },
  };
}

/** A picture that cannot be had does not hold up its article. */
async function featuredPicture(
  { action, record }: RepublishJob,
  options: WordpressOptions,
  given: { rest: Rest; fetch: Fetch | undefined; context: DeliveryContext },
): Promise<{ picture?: number; notes: string[] }> {
  const { rest, fetch, context } = given;
  if (!options.featuredImage || !fetch) return { notes: [] };
  const [image] = record.images;
  if (action === 'withdraw' || record.rights.images !== 'copy' || !image) {
    return { picture: 0, notes: [] };
  }
  try {
    return { picture: await mediaId(image, { rest, fetch, signal: context.signal }), notes: [] };
  } catch (error) {
    const isSites = error instanceof TransientError && error.code === 'unavailable';
    if (isSites || !(error instanceof PermanentError || error instanceof TransientError)) {
      throw error;
    }
    return { picture: 0, notes: [`without its picture: ${error.message}`] };
  }
}
