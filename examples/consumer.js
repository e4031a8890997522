// A complete consumer of the republish queue: keeps the site's articles in SQLite.
//
//   REDIS_URL=redis://127.0.0.1:6379 SITE_DB=site.db node examples/consumer.js
//
// `newsrelay check` prints the REDIS_URL; it may be the path of a socket. It needs a Node with node:sqlite, 22.13
// or newer; the checkout's own is node_modules/.bin/node.
//
// Jobs may arrive twice and in any order. One rule makes that harmless, and the store keeps it: a job is applied
// only when its revision is higher than the one held for that id.

import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { parseJob, SqliteStore } from 'newsrelay/consumer';

/** BullMQ waits for its Redis when it closes; a site that is to stop does not. */
const DEADLINE_MS = 5_000;

/**
 * Throwing makes BullMQ try a job again later: eight times in all, further and further apart.
 * @param {SqliteStore} store
 * @param {Redis} connection
 */
export function startConsumer(store, connection, prefix = 'newsrelay') {
  return new Worker('republish', async ({ data }) => store.apply(parseJob(data)), {
    connection,
    prefix,
  });
}

/**
 * Finishes what is in hand, for as long as the deadline allows: what is not finished comes again.
 * @param {Worker} worker
 * @param {Redis} connection
 */
export async function stopConsumer(worker, connection, deadlineMs = DEADLINE_MS) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const deadline = new Promise((resolve) => (timer = setTimeout(resolve, deadlineMs)));
  await Promise.race([worker.close(), deadline]);
  clearTimeout(timer);
  connection.disconnect();
}

async function main() {
  const { REDIS_URL = 'redis://127.0.0.1:6379', SITE_DB = 'site.db' } = process.env;
  const { DatabaseSync } = await import('node:sqlite').catch(() => {
    throw new Error(`node:sqlite needs Node 22.13 or newer; this is ${process.version}`);
  });
  const database = new DatabaseSync(SITE_DB);
  const connection = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
  const worker = startConsumer(new SqliteStore(database), connection);
  worker.on('completed', (job, applied) => console.log(applied, job.id, job.data.record.title));
  let last = '';
  worker.on('error', ({ message }) => {
    // Redis is asked again and again while it is away; that is told once.
    if (message !== last) console.error(message);
    last = message;
  });
  const stop = async () => {
    await stopConsumer(worker, connection);
    database.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

if (process.argv[1] === import.meta.filename) await main();
