// A thousand deliveries from two processes to a real WordPress at once, which share fifty new terms and one
// picture: how long they take, and whether each term and the picture were made once.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { wordpressDestinationSchema } from '../src/config/destinations.ts';
import { wordpressDestination } from '../src/deliver/wordpress/wordpress-destination.ts';
import { createSend } from '../src/http/send.ts';
import { articleId, republishJob } from '../test/support/records/republish-job.ts';
import { pictureServer, png } from '../test/support/wordpress/destination-under-test.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../test/support/wordpress/start-wordpress.ts';
import { rate } from './measure.ts';

const PROCESSES = 2;
const WORKERS = 4;
const CROWD_TERMS = 50;
const WIDTH = 16;
const TERMS_EACH = 3;
const TRIES = 5;

/** @param args deliveries (default 1000), and `core` for a site without the companion plugin */
export async function run([count = '1000', plugin = '']: string[]): Promise<void> {
  const missing = missingForWordpress();
  if (missing !== '') {
    console.error(`this machine has no ${missing}`);
    process.exitCode = 1;
    return;
  }
  const total = Number(count);
  const wordpress = await startWordpress({ workers: WORKERS });
  try {
    if (plugin === 'core') await withoutPlugin(wordpress);
    const start = performance.now();
    await Promise.all(
      Array.from({ length: PROCESSES }, (_, index) => part(wordpress, index, total / PROCESSES)),
    );
    const seconds = (performance.now() - start) / 1_000;
    const found = await madeBy(wordpress);
    console.log(
      `${total} deliveries from ${PROCESSES} processes ${plugin === 'core' ? 'without' : 'with'} the plugin in ${seconds.toFixed(0)} s: ${JSON.stringify(found)}`,
    );
    const wanted = { posts: total, categories: CROWD_TERMS, tags: CROWD_TERMS, attachments: 1 };
    if (JSON.stringify(found) !== JSON.stringify(wanted)) process.exitCode = 1;
  } finally {
    await wordpress.close();
  }
}

async function part({ url, accounts }: Wordpress, index: number, count: number): Promise<void> {
  const given: CrowdPart = { url, ...accounts.publisher, first: index * count, count };
  const child = fork(import.meta.filename, [JSON.stringify(given)]);
  const [status] = (await once(child, 'exit')) as [number];
  if (status !== 0) throw new Error(`process ${index} ended with status ${status}`);
}

const withoutPlugin = (wordpress: Wordpress) =>
  wordpress.php(
    `require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins('newsrelay/newsrelay.php');`,
  );

async function madeBy(wordpress: Wordpress) {
  const count = async (what: string) =>
    Number(
      await wordpress.php(`global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM ${what}");`),
    );
  const terms = (taxonomy: string) =>
    count(
      `$wpdb->term_taxonomy tt JOIN $wpdb->terms t USING (term_id) WHERE taxonomy = '${taxonomy}' AND name LIKE 'Shelf %'`,
    );
  return {
    posts: await count(
      "$wpdb->posts WHERE post_type = 'post' AND post_status = 'publish' AND post_title LIKE 'Crowd %'",
    ),
    categories: await terms('category'),
    tags: await terms('post_tag'),
    attachments: await count("$wpdb->posts WHERE post_type = 'attachment'"),
  };
}

interface CrowdPart {
  url: string;
  username: string;
  password: string;
  /** Number of the first article. */
  first: number;
  count: number;
}

async function deliverPart({ url, username, password, first, count }: CrowdPart): Promise<void> {
  const options = wordpressDestinationSchema.parse({
    type: 'wordpress',
    name: 'crowd',
    url,
    username,
    password,
    categories: { from: 'taxonomy', max: TERMS_EACH },
    tags: { from: 'leaves', max: TERMS_EACH },
  });
  const { send, close } = createSend({ userAgent: 'newsrelay-bench' });
  const { fetch } = pictureServer(() => ({ status: 200, body: png(1) }));
  const destination = wordpressDestination(options, { send, fetch });
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  await rate(numbers, WIDTH, async (n) => {
    const job = republishJob({
      id: articleId(0xb0000000 + n),
      title: `Crowd ${n}`,
      images: [{ url: 'https://harbour.example/shared.png' }],
      taxonomy: Array.from(
        { length: TERMS_EACH },
        (_, step) => `Shelf ${(n * TERMS_EACH + step) % CROWD_TERMS}`,
      ),
    });
    // As the queue does: what a busy site puts off comes again.
    for (let attempt = 1; ; attempt += 1) {
      try {
        await destination.deliver(job, { now: () => new Date() });
        return;
      } catch (error) {
        if (attempt === TRIES) throw error;
      }
    }
  });
  await close();
}

// As one of the two processes.
const [given] = process.argv.slice(2);
if (given !== undefined && process.send) await deliverPart(JSON.parse(given) as CrowdPart);
