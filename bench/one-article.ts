// How long 199 articles take to two destinations of which one refuses, or hangs on, a further article,
// beside the same run without such an article. The two take turns within one run.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { webhookDestinationSchema } from '../src/config/destinations.ts';
import { webhookDestination } from '../src/deliver/webhook.ts';
import { createSend, type Send } from '../src/http/send.ts';
import { startRedisServer } from '../src/redis/redis-server.ts';
import { openTestPipeline } from '../test/support/commands/pipeline.ts';
import { articleId, republishJob, sendToAll } from '../test/support/records/republish-job.ts';
import { type Answer, startReceiver } from '../test/support/site/receiver.ts';
import { median } from './measure.ts';

const ARTICLES = 200;
const ROUNDS = 9;
const POISON = articleId(3);
/** What a receiver takes for one article: a WordPress site takes ten times as long. */
const TAKES_MS = 20;

type Reply = (send: () => Promise<Answer>) => Promise<Answer>;
const WAYS: Record<string, Reply> = {
  'a firewall refuses': async () => ({ status: 403, body: '<h1>Forbidden</h1>' }),
  'the receiver hangs on': () => Promise.withResolvers<Answer>().promise,
};

/** Milliseconds until all but the one article have arrived at both. */
async function deliver(redisUrl: string, send: Send, way: Reply | undefined): Promise<number> {
  const arrived = new Set<string>();
  const all = Promise.withResolvers<void>();
  const takes = async (name: string, body: string): Promise<Answer> => {
    await delay(TAKES_MS);
    const { record } = JSON.parse(body) as { record?: { id: string } };
    if (record && record.id !== POISON) arrived.add(`${name} ${record.id}`);
    if (arrived.size === 2 * (ARTICLES - 1)) all.resolve();
    return { status: 204 };
  };
  const picky = await startReceiver(({ body }) => {
    const take = () => takes('picky', body);
    return way && body.includes(POISON) ? way(take) : take();
  });
  const easy = await startReceiver(({ body }) => takes('easy', body));
  const secrets = [`whsec_${Buffer.alloc(32, 7).toString('base64')}`];
  const destinations = Object.entries({ picky, easy }).map(([name, { url }]) =>
    webhookDestinationSchema.parse({ type: 'webhook', name, url, secrets, timeout: '2s' }),
  );
  const prefix = `bench-${crypto.randomUUID()}`;
  const start = performance.now();
  await using pipeline = await openTestPipeline(
    [],
    { url: redisUrl, prefix },
    {
      destinations,
      pushes: destinations.map((options) => ({
        destination: webhookDestination(options, send),
        concurrency: options.concurrency,
      })),
    },
  );
  const { queues } = pipeline.open.pipeline;
  for (let n = 0; n < ARTICLES; n += 1) {
    await sendToAll(queues, republishJob({ id: articleId(n), images: [] }));
  }
  await all.promise;
  const elapsed = performance.now() - start;
  await Promise.all([picky.close(), easy.close()]);
  return elapsed;
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-bench-'));
  const { send, close } = createSend({ userAgent: 'newsrelay-bench' });
  {
    await using redis = await startRedisServer({ dataDir, persist: false });
    await deliver(redis.url, send, undefined);
    for (const [name, way] of Object.entries(WAYS)) {
      const ratios: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const times = new Map<Reply | undefined, number>();
        const order = round % 2 === 0 ? [undefined, way] : [way, undefined];
        for (const one of order) times.set(one, await deliver(redis.url, send, one));
        ratios.push(times.get(way)! / times.get(undefined)!);
      }
      const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
      console.log(
        `${ARTICLES - 1} articles to two destinations while ${name} one more: ${median(ratios).toFixed(3)} of the time without it (median of ${ROUNDS} rounds, ${spread})`,
      );
    }
  }
  await close();
  await rm(dataDir, { recursive: true, force: true });
}
