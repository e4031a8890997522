import type { WordpressOptions } from '../../config/destinations.ts';
import type { Fetch } from '../../http/fetch.ts';
import type { Send } from '../../http/send.ts';
import type { DeliveryOutcome, Destination } from '../destination.ts';
import { checkWordpress } from './check/check.ts';
import { type Rest, wordpressRest } from './client.ts';
import { type PostPictures, pictures } from './pictures/picture.ts';
import { type PostJob, postOf } from './post.ts';
import { probeSite } from './check/probe.ts';
import { deliverWithPlugin } from './with-plugin.ts';
import { deliverWithoutPlugin } from './without-plugin.ts';

/** How long a site without the plugin is taken to have stayed so, unless its answers say otherwise. */
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
  const picturesOf = pictures(options);
  const overCore = deliverWithoutPlugin(options.username);
  let withoutPluginUntilMs = 0;

  const deliverPost = async (
    rest: Rest,
    id: string,
    post: PostJob,
    nowMs: number,
  ): Promise<DeliveryOutcome> => {
    if (nowMs >= withoutPluginUntilMs) {
      const outcome = await deliverWithPlugin(rest, id, post);
      if (outcome) return outcome;
      withoutPluginUntilMs = nowMs + ASK_AGAIN_AFTER_MS;
    }
    const { outcome, hasPlugin } = await overCore(rest, id, post);
    if (!hasPlugin) return outcome;
    // It was activated meanwhile: what core's routes could not do is done now.
    withoutPluginUntilMs = 0;
    return (await deliverWithPlugin(rest, id, post)) ?? outcome;
  };

  return {
    name: options.name,
    async deliver(job, context) {
      const now = context.now();
      const rest = wordpressRest(options, send, context);
      const found = await picturesOf(job, { rest, fetch, context });
      const post = postOf(job, options, { now, pictures: found });
      return withPictures(await deliverPost(rest, job.record.id, post, now.getTime()), found);
    },
    async probe(context) {
      await probeSite(wordpressRest(options, send, context));
    },
    check(context) {
      return checkWordpress(options, wordpressRest(options, send, context), context);
    },
  };
}

function withPictures(outcome: DeliveryOutcome, { notes, isLate }: PostPictures): DeliveryOutcome {
  const late = isLate ? { isLate } : {};
  if (outcome.kind === 'unchanged') return { ...outcome, ...late };
  if (outcome.kind !== 'delivered') return outcome;
  return { ...outcome, ...late, notes: [...notes, ...outcome.notes] };
}
