import { describe, expect, test } from 'vitest';
import {
  pollPass,
  type PassOptions,
  type PassProgress,
} from '../../../src/operations/poll-pass.ts';
import type { PollResult } from '../../../src/processors/poll/poll-result.ts';
import type { JobResult } from '../../../src/queue/job-results.ts';
import { offlinePipeline } from '../../support/site/offline-pipeline.ts';

const FEED = 'https://harbour.example/f';
const SECOND = 'https://harbour.example/second';
const never = new Promise<never>(() => {});

interface Given {
  /** What came of each feed, by its address; of those that are missing nothing ever comes. */
  polls?: Record<string, PollResult | JobResult>;
  /** What came of each visit, by its job. */
  visits?: Record<string, JobResult>;
  options?: Partial<PassOptions>;
  sources?: { id: string; feeds: string[]; enabled?: boolean }[];
}

async function pass({ polls = {}, visits = {}, options = {}, sources }: Given) {
  const { pipeline, queued } = offlinePipeline(
    sources ?? [{ id: 'harbour', feeds: [FEED, SECOND] }],
  );
  const progress: PassProgress[] = [];
  const jobOf = (jobId: string) => queued.polls.find((poll) => poll.jobId === jobId)?.data.feedUrl;
  const summaries = await pollPass(pipeline, {
    sourceIds: [],
    force: false,
    signal: new AbortController().signal,
    pollResults: {
      of: async (jobId) => {
        const result = polls[jobOf(jobId) ?? jobId] ?? (await never);
        const isJob =
          ['completed', 'failed', 'retrying'].includes(result.kind) && !('code' in result);
        return isJob ? (result as JobResult) : { kind: 'completed', value: result };
      },
    },
    scrapeResults: { of: async (jobId) => visits[jobId] ?? (await never) },
    onProgress: (state) => progress.push({ ...state }),
    ...options,
  });
  return { summaries, queued, progress };
}

const modified = (...jobIds: string[]): PollResult => ({
  kind: 'modified',
  entries: jobIds.length,
  scrapes: jobIds.map((jobId) => ({ jobId, url: `https://harbour.example/${jobId}` })),
  notes: [],
});
const published: JobResult = {
  kind: 'completed',
  value: { kind: 'enqueued', action: 'publish', articleId: 'a', revision: 1 },
};

describe('a pass', () => {
  test('polls each feed of each source that is enabled, as it is asked to', async () => {
    const sources = [
      { id: 'harbour', feeds: [FEED] },
      { id: 'off', feeds: [SECOND], enabled: false },
    ];
    const polls = { [FEED]: { kind: 'not-modified' } as const };
    const { summaries, queued, progress } = await pass({
      sources,
      polls,
      options: { force: true, whole: true },
    });
    expect(queued.polls.map(({ data }) => data)).toEqual([
      { sourceId: 'harbour', feedUrl: FEED, force: true, whole: true },
    ]);
    expect(queued.polls[0]!.jobId).toMatch(/^pass-[0-9a-f-]{36}-harbour-/);
    expect(summaries).toMatchObject([{ sourceId: 'harbour', polled: 1, notModified: 1 }]);
    expect(progress).toEqual([
      { feeds: 1, feedsDone: 0, articles: 0, articlesDone: 0 },
      { feeds: 1, feedsDone: 1, articles: 0, articlesDone: 0 },
    ]);
  });

  test('over named sources is one over them alone, and says of one that is switched off that it is', async () => {
    const sources = [
      { id: 'harbour', feeds: [FEED] },
      { id: 'off', feeds: [SECOND], enabled: false },
    ];
    const { summaries, queued } = await pass({ sources, options: { sourceIds: ['off'] } });
    expect(queued.polls).toEqual([]);
    expect(summaries).toMatchObject([
      {
        sourceId: 'off',
        isDisabled: true,
        notes: ['is not polled: the config says enabled: false'],
      },
    ]);
  });

  test('counts what became of each article, and one of two feeds once', async () => {
    const { summaries, progress } = await pass({
      polls: { [FEED]: modified('one', 'two'), [SECOND]: modified('two', 'three') },
      visits: {
        one: published,
        two: { kind: 'failed', reason: 'http-404: gone' },
        three: { kind: 'retrying', reason: 'https://harbour.example/three: no host' },
      },
    });
    expect(summaries).toMatchObject([
      {
        found: 3,
        published: 1,
        waiting: 1,
        failures: [
          'https://harbour.example/two: http-404: gone',
          'https://harbour.example/three: no host; it will be tried again',
        ],
      },
    ]);
    expect(progress.at(-1)).toEqual({ feeds: 2, feedsDone: 2, articles: 3, articlesDone: 3 });
  });

  test('that runs out of time says what was not done', async () => {
    const time = new AbortController();
    const waiting = pass({
      polls: { [FEED]: modified('one') },
      options: { signal: time.signal },
    });
    setImmediate(() => time.abort());
    const { summaries } = await waiting;
    expect(summaries).toMatchObject([
      { found: 1, waiting: 1, failures: [`${SECOND}: was not polled before time ran out`] },
    ]);
    const late = await pass({ options: { signal: AbortSignal.abort() } });
    expect(late.summaries[0]!.failures).toHaveLength(2);
  });

  test('tells a poll that failed with its reason', async () => {
    const { summaries } = await pass({
      polls: {
        [FEED]: { kind: 'failed', reason: 'no Redis' },
        [SECOND]: { kind: 'failed', code: 'dns', message: 'no host' },
      },
    });
    expect(summaries[0]!.failures.toSorted()).toEqual([`${FEED}: no Redis`, `${SECOND}: no host`]);
  });
});

describe('an index of sitemaps', () => {
  const child = (name: string) => ({
    jobId: name,
    job: { sourceId: 'harbour', feedUrl: `https://harbour.example/${name}.xml`, depth: 1 },
  });
  const sources = [{ id: 'harbour', feeds: [FEED] }];

  test('is followed to its sitemaps and their articles', async () => {
    const polls = {
      [FEED]: { kind: 'index', polls: [child('a'), child('b')] } as PollResult,
      a: modified('one'),
      b: { kind: 'ordinary-sitemap' } as const,
    };
    const { summaries, progress } = await pass({ sources, polls, visits: { one: published } });
    expect(summaries).toMatchObject([{ polled: 3, found: 1, published: 1, notes: [] }]);
    expect(progress.at(-1)).toMatchObject({ feeds: 3, feedsDone: 3 });
  });

  test('of which none holds news is told', async () => {
    const polls = {
      [FEED]: { kind: 'index', polls: [child('a'), child('b')] } as PollResult,
      a: { kind: 'ordinary-sitemap' } as const,
      b: { kind: 'ordinary-sitemap' } as const,
    };
    const { summaries } = await pass({ sources, polls });
    expect(summaries[0]!.notes).toEqual([
      `${FEED}: 2 of its sitemaps were read, and none holds news; name the site's news sitemap or feed under feeds of harbour`,
    ]);
    const empty = { [FEED]: { kind: 'index', polls: [] } as PollResult };
    expect((await pass({ sources, polls: empty })).summaries[0]!.notes).toEqual([]);
  });
});
