import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { writeSeedText } from '../../src/record/seed-format.ts';
import {
  directoryDestinationSchema,
  wordpressDestinationSchema,
} from '../../src/config/destinations.ts';
import { createDestination } from '../../src/deliver/create-destination.ts';
import { createSend, type Send } from '../../src/http/send.ts';
import { openTestPipeline } from '../support/commands/pipeline.ts';
import { testRedis } from '../support/redis/redis.ts';
import { articleId, republishJob, sendToAll } from '../support/records/republish-job.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress outage skipped: this machine has no ${missing}`);

declare module 'vitest' {
  interface ProvidedContext {
    articlesOfOutage: number;
  }
}

const ARTICLES = inject('articlesOfOutage');

function destinationsOf(wordpress: Wordpress, path: string, send: Send) {
  const site = wordpressDestinationSchema.parse({
    type: 'wordpress',
    name: 'site',
    url: wordpress.url,
    ...wordpress.accounts.publisher,
    featuredImage: false,
    // WordPress reads all posts of a category for each that comes: here nobody looks at them.
    categories: { from: 'none' },
  });
  const files = directoryDestinationSchema.parse({ type: 'directory', name: 'files', path });
  const tools = {
    send,
    fetch: () => Promise.reject(new Error('no pictures here')),
    renderText: writeSeedText,
    random: Math.random,
  };
  const pushes = [site, files].map((options) => ({
    destination: createDestination(options, tools),
    concurrency: options.concurrency,
  }));
  return { destinations: [site, files], pushes };
}

test.skipIf(missing !== '')(
  'articles of an outage arrive once each when the site is back, and other destinations never waited',
  { timeout: 900_000 },
  async () => {
    const wordpress = await startWordpress();
    const path = await mkdtemp(join(tmpdir(), 'newsrelay-outage-'));
    const { send, close } = createSend({ userAgent: 'newsrelay-test' });
    const { destinations, pushes } = destinationsOf(wordpress, path, send);
    try {
      await wordpress.php(
        `require_once ABSPATH . 'wp-admin/includes/plugin.php'; activate_plugin('newsrelay/newsrelay.php');`,
      );
      await wordpress.stopWeb();
      await using pipeline = await openTestPipeline([], testRedis(), {
        destinations,
        pushes,
      });
      const { queues } = pipeline.open.pipeline;
      const jobs = Array.from({ length: ARTICLES }, (_, n) =>
        republishJob({ id: articleId(n), title: `Harbour report ${n}`, images: [] }),
      );
      await Promise.all(jobs.map((job) => sendToAll(queues, job)));

      const toSite = queues.named('deliver-site');
      const written = async () => (await readdir(path)).filter((name) => name.endsWith('.json'));
      await vi.waitFor(async () => expect(await written()).toHaveLength(ARTICLES), 90_000);
      expect(await toSite.getJobCountByTypes('completed', 'failed')).toBe(0);

      await wordpress.startWeb();
      await vi.waitFor(
        async () => expect(await toSite.getJobCountByTypes('completed')).toBe(ARTICLES),
        { timeout: 800_000, interval: 200 },
      );
      expect(await toSite.getJobCountByTypes('failed')).toBe(0);
      const posts = await wordpress.php(
        `global $wpdb; $titles = $wpdb->get_col("SELECT post_title FROM $wpdb->posts WHERE post_type = 'post' AND post_status = 'publish' AND post_title LIKE 'Harbour report %'"); echo count($titles), ' ', count(array_unique($titles));`,
      );
      expect(posts).toBe(`${ARTICLES} ${ARTICLES}`);
    } finally {
      await close();
      await wordpress.close();
      await rm(path, { recursive: true });
    }
  },
);
