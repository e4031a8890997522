import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { Access } from '../../../src/web/access/access.ts';
import { openSession, readSession, SESSION_COOKIE } from '../../../src/web/access/session.ts';
import { addActions } from '../../../src/web/actions.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { anEntry } from '../../support/records/entries.ts';
import { offlinePipeline } from '../../support/site/offline-pipeline.ts';

const TOKEN = 'a-token-of-twenty-two';
const FEEDS = ['https://harbour.example/f?key=s3cret', 'https://harbour.example/g'];
const record = articleRecord({ sourceId: 'harbour' });
const { id } = record;

/** The page's actions over a pipeline; jobs that were given up are those of `failed`. */
function open(failed: string[] = []) {
  const offline = offlinePipeline([{ id: 'harbour', feeds: FEEDS }]);
  const { pipeline } = offline;
  const done: string[] = [];
  const job = (jobId: string) => ({
    retry: async () => done.push(`retry ${jobId}`),
  });
  const queue = {
    name: 'scrape',
    getJob: async (jobId: string) => (failed.includes(jobId) ? job(jobId) : undefined),
    getJobState: async (jobId: string) => (failed.includes(jobId) ? 'failed' : 'unknown'),
    remove: async (jobId: string) => done.push(`remove ${jobId}`),
  };
  Object.assign(pipeline.queues, { all: () => [queue], removeRevisions: async () => 0 });
  const app = new Hono();
  const options = { listen: '127.0.0.1:0', token: TOKEN };
  addActions(app, new Access(options), { pipeline, options } as never);
  const act = async (
    what: string,
    subject: string,
    headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` },
    fields: Record<string, string> = {},
  ) =>
    await app.request(`/actions/${what}`, {
      method: 'POST',
      body: new URLSearchParams({ subject, ...fields }),
      headers,
    });
  const outcomeOf = async (what: string, subject = 'harbour') =>
    ((await (await act(what, subject)).json()) as { outcome: string }).outcome;
  const hold = async () => {
    const { content: _, ...entry } = anEntry({ link: record.url });
    const visit = { feedUrl: FEEDS[1]!, entry, validators: null, missingSinceMs: null };
    await pipeline.held.hold({ record, visit, reason: 'r' }, pipeline.now());
  };
  return { ...offline, act, outcomeOf, hold, done };
}

describe('who acts', () => {
  const cookie = openSession('Ada', TOKEN, Date.now());
  const headers = { cookie: `${SESSION_COOKIE}=${encodeURIComponent(cookie)}` };
  const { csrf } = readSession(cookie, TOKEN, Date.now())!;

  test('from a form of ours is led back, and what was done is noted under the name', async () => {
    const { act, pipeline, notices, clock } = open();
    const response = await act('pause', 'harbour', headers, { csrf });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(await pipeline.health.deeds.list(9)).toEqual([
      {
        atMs: clock.ms,
        by: 'Ada',
        what: 'pause',
        subject: 'harbour',
        outcome: 'it is not polled until it is resumed',
      },
    ]);
    expect(notices).toEqual([
      {
        level: 'info',
        change: 'deed',
        message: 'pause harbour, by Ada: it is not polled until it is resumed',
      },
    ]);
  });

  test('as a program is answered in JSON, by its own word for who it is', async () => {
    const { act, pipeline } = open();
    const bearer = { authorization: `Bearer ${TOKEN}` };
    expect(await (await act('resume', 'harbour', bearer)).json()).toEqual({
      outcome: 'it was not paused',
    });
    await act('resume', 'harbour', { ...bearer, 'x-operator': 'cron' });
    expect((await pipeline.health.deeds.list(9)).map(({ by }) => by)).toEqual([
      'cron',
      'the token',
    ]);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['without a word of ours', headers, {}],
    ['with a word of somebody else’s', headers, { csrf: `${csrf}x` }],
    ['with our word and no session', {}, { csrf }],
    ['with another token', { authorization: `Bearer ${TOKEN}x` }, {}],
  ])('%s does nothing', async (_who, given, fields) => {
    const { act, pipeline } = open();
    const response = await act('pause', 'harbour', given, fields);
    expect([response.status, await response.text()]).toEqual([403, 'log in first']);
    expect(await pipeline.health.deeds.list(9)).toEqual([]);
    expect((await pipeline.health.paused.all()).size).toBe(0);
  });

  test('asks for nothing that there is not', async () => {
    const { act } = open();
    expect((await act('explode', 'harbour')).status).toBe(404);
    expect((await act('constructor', 'harbour')).status).toBe(404);
    expect((await act('pause', 'x'.repeat(65_537))).status).toBe(413);
  });
});

describe('a source', () => {
  test('has each of its feeds polled, whenever they are due', async () => {
    const { outcomeOf, queued, clock } = open();
    expect(await outcomeOf('poll')).toBe('its feeds are polled');
    expect(queued.polls).toEqual(
      ['https://harbour.example/f?key=***', FEEDS[1]].map((feedUrl, index) => ({
        jobId: `asked-harbour-${index}-${clock.ms}`,
        data: { sourceId: 'harbour', feedUrl, force: true },
      })),
    );
  });

  test('is paused and resumed', async () => {
    const { outcomeOf, pipeline } = open();
    await outcomeOf('pause');
    expect(await pipeline.health.paused.has('harbour')).toBe(true);
    expect(await outcomeOf('resume')).toBe('it is polled again');
    expect(await pipeline.health.paused.has('harbour')).toBe(false);
  });

  test.each(['poll', 'pause'])('that is none is told: %s', async (what) => {
    expect(await open().outcomeOf(what, 'quay')).toBe('there is no such source');
  });
});

describe('an article', () => {
  test('that is held is released once', async () => {
    const { outcomeOf, hold, queued } = open();
    await hold();
    expect(await outcomeOf('release', id)).toBe('publish');
    expect(queued.sent).toHaveLength(1);
    expect(await outcomeOf('release', id)).toBe('it is not held');
    await hold();
    expect(await outcomeOf('release', id)).toBe('published already');
  });

  test('that is held is dropped, and not held again', async () => {
    const { outcomeOf, hold, pipeline } = open();
    await hold();
    expect(await outcomeOf('drop', id)).toBe('it is forgotten until its content changes');
    await hold();
    expect(await pipeline.held.find(id)).toBeUndefined();
    expect(await outcomeOf('drop', id)).toBe('it is not held');
  });

  test('is taken down', async () => {
    const { outcomeOf, hold, pipeline } = open();
    expect(await outcomeOf('takedown', 'pier')).toBe(
      'it is neither an article’s id nor an address',
    );
    expect(await outcomeOf('takedown', 'https://harbour.example/x')).toBe(
      'not shown; it will not be published',
    );
    await hold();
    await outcomeOf('release', id);
    expect(await outcomeOf('takedown', id)).toBe('withdrawn everywhere, and kept so');
    expect(await pipeline.takedowns.reasonFor([id])).toBe('by the token');
  });
});

test('a job that was given up is tried again or forgotten', async () => {
  const { outcomeOf, done } = open(['a']);
  expect(await outcomeOf('retry', 'scrape/a')).toBe('it is tried again');
  expect(await outcomeOf('forget', 'a')).toBe('it is forgotten');
  expect(done).toEqual(['retry a', 'remove a']);
  expect(await outcomeOf('retry', 'b')).toBe('no such job was given up');
  expect(await outcomeOf('forget', 'b')).toBe('no such job was given up');
});
