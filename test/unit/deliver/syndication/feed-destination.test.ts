import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { feedDestinationSchema } from '../../../../src/config/destinations.ts';
import { feedDestination } from '../../../../src/deliver/syndication/feed-destination.ts';
import { nextJob, republishJob } from '../../../support/records/republish-job.ts';

const context = {
  now: () => new Date('2026-11-29T12:00:00Z'),
  signal: new AbortController().signal,
};
const job = republishJob();

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'newsrelay-feeds-'));
  onTestFinished(() => rm(path, { recursive: true }));
});

const feeds = () =>
  feedDestination(
    feedDestinationSchema.parse({
      type: 'feed',
      name: 'feeds',
      path,
      url: 'https://aggregator.example/feeds',
      title: 'Aggregator',
    }),
  );

test('a check makes the feeds and writes none', async () => {
  expect(await feeds().check(context)).toEqual([
    { what: 'make the three feeds', result: 'ok', message: path },
  ]);
  expect(await readdir(path)).toEqual([]);
});

test('a check tells what of the feed is damaged', async () => {
  await writeFile(join(path, 'feed.json'), '{"items": [');
  expect(await feeds().check(context)).toEqual([
    {
      what: 'make the three feeds',
      result: 'limited',
      message: `${path}; feed.json is damaged: its window begins anew`,
    },
  ]);
});

test('damage is told with the change that takes it out of the file, a withdrawal too', async () => {
  const target = feeds();
  await target.deliver(job, context);
  expect(await target.deliver(job, context)).toEqual({
    kind: 'unchanged',
    remoteId: job.record.id,
  });
  await writeFile(join(path, 'feed.json'), '{"items": [7]}');
  const notes = ['1 damaged entry of feed.json left out: newsrelay resend brings articles back'];
  const withdrawal = nextJob(job, 'withdraw');
  expect(await target.deliver(withdrawal, context)).toMatchObject({ kind: 'withdrawn', notes });
  expect(await target.deliver(withdrawal, context)).not.toHaveProperty('notes');
});
