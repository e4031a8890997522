import { randomUUID } from 'node:crypto';
import { wordpressDestinationSchema, type WordpressOptions } from '../src/config/destinations.ts';
import { wordpressDestination } from '../src/deliver/wordpress/wordpress-destination.ts';
import { postOf } from '../src/deliver/wordpress/post.ts';
import { createSend, type Send } from '../src/http/send.ts';
import type { RepublishJob } from '../src/queue/republish-job.ts';
import { republishJob } from '../test/support/records/republish-job.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../test/support/wordpress/start-wordpress.ts';
import { median, rate } from './measure.ts';

const ROUNDS = 5;
const WIDTH = 4;
const context = { now: () => new Date() };

type Post = (job: RepublishJob) => Promise<unknown>;

/**
 * New posts a second into a real WordPress: newsrelay's destination with and without the companion
 * plugin, beside a loop that does nothing but POST the same finished post to core's route. Contestants
 * take turns within one run, so that what the machine does meanwhile falls on all of them.
 * @param args articles a contestant and round (default 60)
 */
export async function run([count = '60']: string[]): Promise<void> {
  const missing = missingForWordpress();
  if (missing !== '') {
    console.error(`this machine has no ${missing}`);
    process.exitCode = 1;
    return;
  }
  const perRound = Number(count);
  const wordpress = await startWordpress({ workers: WIDTH });
  const { send, close } = createSend({ userAgent: 'newsrelay-bench' });
  try {
    const options = optionsOf(wordpress);
    const bare = await bareLoop(options, send);
    // Without the plugin nothing changes on the site: the destination is told there is none.
    const contestants: [name: string, post: Post][] = [
      ['bare POST loop', bare],
      ['newsrelay with its plugin', destinationLoop(options, send)],
      ['newsrelay without plugin', destinationLoop(options, withoutPlugin(send))],
    ];
    await race(contestants, perRound, wordpress.version);
  } finally {
    await close();
    await wordpress.close();
  }
}

async function race(
  contestants: [name: string, post: Post][],
  perRound: number,
  version: string,
): Promise<void> {
  const rates = new Map<string, number[]>(contestants.map(([name]) => [name, []]));
  for (const [, post] of contestants) await measure(post, WIDTH * 2); // warm up
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each begins as often as the others: tables grow during a round.
    const turn = contestants.map((_, index) => contestants[(index + round) % contestants.length]!);
    for (const [name, post] of turn) rates.get(name)?.push(await measure(post, perRound));
  }
  const medians = [...rates].map(([name, found]): [string, number] => [name, median(found)]);
  const [, base] = medians[0] ?? ['', 1];
  console.log(
    `WordPress ${version}, ${WIDTH} at a time, median of ${ROUNDS} rounds of ${perRound} new posts:`,
  );
  for (const [name, perSecond] of medians) {
    const share = Math.round((100 * perSecond) / base);
    console.log(
      `${name.padEnd(26)} ${perSecond.toFixed(1).padStart(6)} posts/s ${String(share).padStart(4)} %`,
    );
  }
}

function measure(post: Post, count: number): Promise<number> {
  const jobs = Array.from({ length: count }, () => republishJob({ id: randomUUID() }));
  return rate(jobs, WIDTH, async (job) => {
    await post(job);
  });
}

function optionsOf({ url, accounts }: Wordpress): WordpressOptions {
  return wordpressDestinationSchema.parse({
    type: 'wordpress',
    name: 'bench',
    url,
    ...accounts.publisher,
    // Terms that all posts share: the bare loop knows their numbers and need not ask.
    categories: { from: 'taxonomy' },
  });
}

function destinationLoop(options: WordpressOptions, send: Send): Post {
  const destination = wordpressDestination(options, { send });
  return async (job) => {
    const outcome = await destination.deliver(job, context);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
  };
}

/** The finished post, its terms already numbers, in one request; nothing is looked up or kept. */
async function bareLoop(options: WordpressOptions, send: Send): Promise<Post> {
  const credentials = Buffer.from(`${options.username}:${options.password}`).toString('base64');
  const call = async (path: string, fields: object): Promise<{ id: number }> => {
    const { status, body } = await send({
      method: 'POST',
      url: `${options.url}/wp-json/wp/v2${path}`,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    if (status !== 201) throw new Error(`${path} answered ${status}`);
    return JSON.parse(Buffer.from(body).toString('utf8'));
  };
  const prepared = (job: RepublishJob) => postOf(job, options, { now: context.now() });
  const names = prepared(republishJob()).categories;
  const terms = await Promise.all(names.map((name) => call('/categories', { name })));
  const categories = terms.map(({ id }) => id);
  return (job) => call('/posts', { ...prepared(job).post, categories });
}

function withoutPlugin(send: Send): Send {
  const noRoute = Buffer.from('{"code":"rest_no_route","message":"","data":{"status":404}}');
  return async (request) =>
    request.url.includes('/newsrelay/v1/')
      ? { status: 404, headers: {}, body: noRoute }
      : send(request);
}
