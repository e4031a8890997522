// A site that follows the rule of the job contract and writes down, safe on disk, what it did with each
// job before it says that it is done: `consumer.ts REDIS_URL PREFIX JOURNAL`. A file JOURNAL.fails makes
// it fail.

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { republishJobSchema, titledRecord } from '../../src/queue/republish-job.ts';
import { readJournal, type JournalLine } from './journal.ts';

const [url = '', prefix = '', journal = ''] = process.argv.slice(2);
const held = new Map<string, { revision: number; contentHash: string }>();
const past = existsSync(journal) ? readFileSync(journal, 'utf8') : '';
for (const { id, revision, contentHash, effect } of readJournal(past)) {
  if (effect !== 'stale') held.set(id, { revision, contentHash });
}
const file = openSync(journal, 'a');

/** No await between looking and writing: one job at a time, as a database's transaction would do it. */
function apply(data: unknown): void {
  const job = republishJobSchema.parse(data);
  const { action } = job;
  const { id, revision, contentHash, title } = titledRecord(job);
  const known = held.get(id);
  const isStale = known !== undefined && known.revision >= revision;
  const isKnown = known?.contentHash === contentHash && action !== 'withdraw';
  const effect = isStale ? 'stale' : isKnown ? 'unchanged' : action;
  const line: JournalLine = { id, revision, contentHash, title, action, effect, atMs: Date.now() };
  writeSync(file, `${JSON.stringify(line)}\n`);
  fsyncSync(file);
  if (!isStale) held.set(id, { revision, contentHash });
}

const connection = new Redis(url, { maxRetriesPerRequest: null, socketTimeout: 15_000 });
connection.on('error', () => {});
const worker = new Worker(
  'republish',
  async ({ data }) => {
    if (existsSync(`${journal}.fails`)) throw new Error('the site is out of order');
    apply(data);
    await Promise.resolve();
  },
  {
    connection,
    prefix,
    concurrency: 4,
    lockDuration: 3_000,
    stalledInterval: 1_500,
    maxStalledCount: 100,
    runRetryDelay: 500,
  },
);
worker.on('error', () => {});
console.log('consuming');
process.once('SIGTERM', () => {
  closeSync(file);
  process.exit(0);
});
