import { withoutSecrets } from '../printable-url.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { feedId } from '../queue/queues.ts';

/** Hands over to renamed sources what is known under their former ids: feeds, rhythm, held articles. */
export async function adoptFormer({
  sources,
  feeds,
  held,
  health,
}: Pick<Pipeline, 'sources' | 'feeds' | 'held' | 'health'>): Promise<void> {
  for (const source of sources.values()) {
    for (const former of source.formerly ?? []) {
      for (const feed of source.feeds) {
        const feedUrl = withoutSecrets(feed);
        const from = feedId({ sourceId: former, feedUrl });
        await feeds.adopt(from, feedId({ sourceId: source.id, feedUrl }));
        await health.feeds.forget([from]);
      }
      await health.pulses.adopt(former, source.id);
      await held.adopt(former, source.id);
    }
  }
}
