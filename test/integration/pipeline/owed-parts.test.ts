import { expect, test, vi } from 'vitest';
import type { DeliveryOutcome, Destination } from '../../../src/deliver/destination.ts';
import { explain } from '../../../src/operations/explain.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { runDelayed } from '../../support/records/scrape-jobs.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

/** Shows articles without their pictures until told that these can be had. */
function gallery() {
  const delivered: string[] = [];
  const state = { hasPictures: false, delivered };
  const destination: Destination = {
    name: 'gallery',
    async deliver({ record }): Promise<DeliveryOutcome> {
      delivered.push(record.id);
      const notes = state.hasPictures ? [] : ['without its picture for now: it answered 503'];
      return {
        kind: 'delivered',
        remoteId: '1',
        notes,
        ...(!state.hasPictures && { isLate: true }),
      };
    },
    probe: async () => {},
    check: async () => [],
  };
  return { state, destination };
}

test('what a destination lacks comes with the next look at the article, and is asked for no longer', async () => {
  const article = inventedArticle(7, 1);
  await using site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [article]) });
  site.pages.set(article.path, { body: articlePage(article) });
  const { state, destination } = gallery();
  const place = testRedis();
  const source = { id: 'quay', feeds: [`${site.url}/feed.xml`], recheck: ['1h', '2h', '3h'] };
  const options = { type: 'directory', name: 'gallery', path: '/nowhere' } as const;
  await using pipeline = await openTestPipeline([source], place, {
    destinations: [{ ...options, concurrency: 1, timeout: 1_000, headerFields: 5 }],
    pushes: [{ destination, concurrency: 1 }],
  });
  await pipeline.poll();
  await vi.waitFor(() => expect(state.delivered).toHaveLength(1));
  const told = await explain(state.delivered[0]!, pipeline.open.pipeline);
  expect(JSON.stringify(told.events)).toContain('without its picture for now');

  const lookAgain = async () => {
    const looks = await runDelayed(place, 'recheck-');
    expect(looks).toContainEqual(expect.objectContaining({ kind: 'unchanged' }));
  };
  await lookAgain();
  await vi.waitFor(() => expect(state.delivered).toHaveLength(2));
  state.hasPictures = true;
  await lookAgain();
  await vi.waitFor(() => expect(state.delivered).toHaveLength(3));
  await lookAgain();
  expect(state.delivered).toHaveLength(3);
});
