import { expect, test } from 'vitest';
import { PermanentError, ThrottledError, TransientError } from '../../../src/errors.ts';
import { MemoryQueues, type MemoryProcessors } from '../../../src/queue/memory-queues.ts';
import type { ScrapeJob } from '../../../src/queue/topology.ts';
import { nextJob, republishJob } from '../../support/records/republish-job.ts';

const visit = (jobId: string) => ({ jobId, data: { sourceId: jobId } as ScrapeJob });

function queuesWith(scrape: MemoryProcessors['scrape'], signal = new AbortController().signal) {
  return new MemoryQueues({ poll: () => Promise.resolve('polled'), scrape }, signal);
}

test('a job is worked off once, and its result can be waited for by its id', async () => {
  let runs = 0;
  const queues = queuesWith(async ({ sourceId }) => `${sourceId} ${++runs}`);
  await queues.addScrapes([visit('one'), visit('one'), visit('two')]);
  expect(await queues.results.of('one')).toEqual({ kind: 'completed', value: 'one 1' });
  expect(await queues.results.of('two')).toEqual({ kind: 'completed', value: 'two 2' });
  expect(queues.visits.map(({ data }) => data.sourceId)).toEqual(['one', 'two']);
  expect(await queues.results.of('three')).toMatchObject({ kind: 'failed' });
});

test('one that is to come back later comes back; for one that is to wait for long nobody waits', async () => {
  const starts: number[] = [];
  const queues = queuesWith(async ({ sourceId }, context) => {
    starts.push(context.starts);
    const waitMs = sourceId === 'patient' ? 5 : 3_600_000;
    if (context.starts < 3) throw new ThrottledError('host-busy', 'not yet', Date.now() + waitMs);
    return 'done';
  });
  await queues.addScrapes([visit('patient')]);
  expect(await queues.results.of('patient')).toEqual({ kind: 'completed', value: 'done' });
  expect(starts).toEqual([1, 2, 3]);
  await queues.addScrapes([visit('throttled')]);
  expect(await queues.results.of('throttled')).toEqual({ kind: 'retrying', reason: 'not yet' });
});

test('a failure is told as a queue tells it', async () => {
  const queues = queuesWith(({ sourceId }) =>
    Promise.reject(
      sourceId === 'gone'
        ? new PermanentError('http-404', 'gone')
        : new TransientError('dns', 'away'),
    ),
  );
  await queues.addScrapes([visit('gone'), visit('away')]);
  expect(await queues.results.of('gone')).toEqual({ kind: 'failed', reason: 'http-404: gone' });
  expect(await queues.results.of('away')).toEqual({ kind: 'retrying', reason: 'away' });
});

test('no more than twenty pages are visited at a time', async () => {
  let underWay = 0;
  let most = 0;
  const queues = queuesWith(async () => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
  });
  await queues.addScrapes(Array.from({ length: 60 }, (_, n) => visit(`page-${n}`)));
  await Promise.all(Array.from({ length: 60 }, (_, n) => queues.results.of(`page-${n}`)));
  expect(most).toBe(20);
});

test('what sites would be sent is the newest revision of each article', async () => {
  const queues = queuesWith(() => Promise.resolve());
  const first = republishJob();
  const { id, revision } = first.record;
  await queues.addRepublish('republish', first);
  await queues.addRepublish('republish', nextJob(first, 'update'), { replaced: revision });
  await queues.addRepublish('later', first, { dueMs: 9_000, nowMs: 5_000 });
  expect(queues.sentOf(id)).toMatchObject([
    { queue: 'republish', job: { action: 'publish', record: { revision: revision + 1 } } },
    { queue: 'later', dueMs: 9_000 },
  ]);
});
