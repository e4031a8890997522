// The site in one process: a worker that takes jobs, and a server on loopback that shows what they brought.
//
//   REDIS_URL=redis://127.0.0.1:6379 SITE_DB=site.db PORT=8080 node_modules/.bin/node examples/site/start.js
//
// With `--jobs FILE` it shows the jobs of a file instead, one JSON object a line.

import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { parseJob } from 'newsrelay/consumer';
import { stopConsumer } from '../consumer.js';
import { createApp } from './app.js';
import { Archive } from './archive.js';

const { REDIS_URL = 'redis://127.0.0.1:6379', SITE_DB = 'site.db', PORT = '8080' } = process.env;
const { values } = parseArgs({ options: { jobs: { type: 'string' } } });

const database = new DatabaseSync(SITE_DB);
const archive = new Archive(database);

/** Takes jobs as they come; ends as the example consumer does. */
function takeJobs() {
  const connection = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
  const apply = async (/** @type {{ data: unknown }} */ { data }) => archive.apply(parseJob(data));
  const worker = new Worker('republish', apply, { connection, prefix: 'newsrelay' });
  worker.on('error', ({ message }) => console.error(message));
  return async () => await stopConsumer(worker, connection);
}

/** @param {string} file */
function takeFile(file) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() !== '') archive.apply(parseJob(JSON.parse(line)));
  }
  return async () => {};
}

const stopTaking = values.jobs === undefined ? takeJobs() : takeFile(values.jobs);
const site = { name: 'The Relay', url: `http://127.0.0.1:${PORT}` };
const server = serve(
  { fetch: createApp(archive, site).fetch, port: Number(PORT), hostname: '127.0.0.1' },
  ({ port }) => console.log(`the site is on http://127.0.0.1:${port}`),
);

async function stop() {
  server.close();
  await stopTaking();
  database.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
