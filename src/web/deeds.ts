import { articleNamed } from '../operations/article-named.ts';
import { releaseHeld } from '../operations/release.ts';
import { takeDown } from '../operations/takedown.ts';
import { sourceNamed } from '../processors/job-source.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { withoutSecrets } from '../printable-url.ts';
import { dropQuarantined, retryQuarantined } from '../queue/quarantine.ts';

/** Does one thing to what is named; resolves to what came of it, in words. */
type Doing = (subject: string, by: string, pipeline: Pipeline) => Promise<string>;

const NO_SOURCE = 'there is no such source';
const NOT_HELD = 'it is not held';

export const DEEDS: Record<string, Doing> = {
  poll: async (subject, _by, pipeline) => {
    const source = sourceNamed(subject, pipeline);
    if (!source) return NO_SOURCE;
    for (const [index, feed] of source.feeds.entries()) {
      const data = { sourceId: source.id, feedUrl: withoutSecrets(feed), force: true };
      await pipeline.queues.addPoll(data, `asked-${source.id}-${index}-${pipeline.now()}`);
    }
    return 'its feeds are polled';
  },
  pause: async (subject, by, { sources, health, now }) => {
    if (!sources.has(subject)) return NO_SOURCE;
    await health.paused.pause(subject, { atMs: now(), by });
    return 'it is not polled until it is resumed';
  },
  resume: async (subject, _by, { health }) =>
    (await health.paused.resume(subject)) ? 'it is polled again' : 'it was not paused',
  release: async (subject, _by, pipeline) => {
    const held = await pipeline.held.find(subject);
    if (!held) return NOT_HELD;
    const outcome = await releaseHeld(held, pipeline);
    return outcome.kind === 'revised' ? outcome.action : 'published already';
  },
  drop: async (subject, _by, { held: store }) => {
    const held = await store.find(subject);
    if (!held) return NOT_HELD;
    await store.drop(held);
    return 'it is forgotten until its content changes';
  },
  retry: async (subject, _by, { queues }) =>
    (await retryQuarantined(queues.all(), subject))
      ? 'it is tried again'
      : 'no such job was given up',
  forget: async (subject, _by, { queues }) =>
    (await dropQuarantined(queues.all(), subject)) ? 'it is forgotten' : 'no such job was given up',
  takedown: async (subject, by, pipeline) => {
    const article = await articleNamed(subject, pipeline);
    if (!article) return 'it is neither an article’s id nor an address';
    const { isWithdrawn } = await takeDown(article, `by ${by}`, pipeline);
    return isWithdrawn
      ? 'withdrawn everywhere, and kept so'
      : 'not shown; it will not be published';
  },
};
