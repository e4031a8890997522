import { describe, expect, test } from 'vitest';
import { wordpressDestinationSchema } from '../../../../src/config/destinations.ts';
import { routesOf } from '../../../../src/filter/route.ts';
import {
  deliverOwed,
  reconcileOutbox,
  republish,
} from '../../../../src/processors/republish/republish.ts';
import type { Revised } from '../../../../src/processors/republish/send-to-destination.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

const HOUR = 3_600_000;
const FIRST_SEEN = '2026-11-29T10:00:00.000Z';
const record = articleRecord({ sourceId: 'harbour', firstSeenAt: FIRST_SEEN });
const { id } = record;
const taken = (name: string, more = {}) => ({ name, sources: ['harbour'], ...more });
const refused = (name: string, more = {}) => ({ name, sources: ['hill'], ...more });

/** A pipeline with these destinations; `outcomes` are what queues answer, by their names. */
function open(destinations: object[], outcomes: Record<string, object> = {}) {
  const offline = offlinePipeline([{ id: 'harbour', feeds: ['https://harbour.example/f'] }]);
  const routes = routesOf(
    destinations.map((options) =>
      wordpressDestinationSchema.parse({
        type: 'wordpress',
        url: 'https://aggregator.example',
        username: 'mfnnews',
        password: 'secret',
        ...options,
      }),
    ),
    { byline: 'mfnnews' },
  );
  const pipeline = { ...offline.pipeline, routes };
  const added: { queue: string; action: string; dueMs?: number; nowMs?: number }[] = [];
  Object.assign(pipeline.queues, {
    addRepublish: async (queue: string, job: { action: string }, options: object) => {
      added.push({ queue, action: job.action, ...options });
      return outcomes[queue] ?? { kind: 'added', action: job.action };
    },
  });
  const revised = (action: Revised['action'] = 'publish', more = {}) =>
    ({ record, revision: record.revision, action, ...more }) as Revised;
  const send = async (action?: Revised['action'], more = {}) =>
    await republish(revised(action, more), pipeline);
  const events = async () => await pipeline.history.read(id);
  return { ...offline, pipeline, added, send, events };
}

test('a revision goes to each destination that gets it, and what it was asked is told', async () => {
  const { send, added, pipeline, notices, events } = open([
    { name: 'all' },
    taken('taking'),
    refused('refusing'),
  ]);
  expect(await send('publish', { replaced: 5 })).toEqual([
    { destination: 'all', action: 'publish' },
    { destination: 'taking', action: 'publish' },
  ]);
  expect(added).toEqual([
    { queue: 'deliver-all', action: 'publish', replaced: 5 },
    { queue: 'deliver-taking', action: 'publish', replaced: 5 },
  ]);
  const { revision } = record;
  expect(await pipeline.sent.to('all', id)).toBeUndefined();
  expect(notices).toMatchObject([{ change: 'publish', message: `published: ${record.title}` }]);
  expect(await events()).toMatchObject([{ event: 'not-for', destination: 'refusing' }]);
  expect(revision).toBeGreaterThan(0);
});

test('what each destination shows is remembered of an article that is kept', async () => {
  const { send, pipeline, added, events } = open([taken('taking'), refused('refusing')]);
  await pipeline.articles.keep(record, undefined, { now: 7, isConfigured: () => true });
  const state = async (name: string) => (await pipeline.sent.to(name, id))?.state;
  await send();
  expect([await state('taking'), await state('refusing')]).toEqual(['shown', 'never']);
  await send('update', { revision: record.revision + 1, changes: ['text'] });
  expect(added.map(({ queue, action }) => [queue, action])).toEqual([
    ['deliver-taking', 'publish'],
    ['deliver-taking', 'update'],
  ]);
  await send('withdraw', { revision: record.revision + 2 });
  expect([await state('taking'), await state('refusing')]).toEqual(['withdrawn', 'never']);
  expect((await events()).map(({ event }) => event)).toEqual(['not-for']);
});

test('a destination that does not get it any more withdraws it, and is told why', async () => {
  const { send, pipeline, queued, events } = open([refused('blog')]);
  delete (pipeline.queues as { addRepublish?: unknown }).addRepublish;
  Object.assign(pipeline.queues, {
    addRepublish: async (queue: string, job: never) => {
      queued.sent.push({ queue, job });
      return { kind: 'added', action: 'withdraw' };
    },
  });
  await send('update');
  expect(queued.sent).toMatchObject([
    {
      queue: 'deliver-blog',
      job: {
        action: 'withdraw',
        reason: { code: 'rights', text: expect.stringMatching(/^filtered: /) },
      },
    },
  ]);
  expect(await events()).toMatchObject([{ event: 'not-for', destination: 'blog' }]);
});

describe('what nobody gets is told so', () => {
  test('with its title, or its address once it was taken down', async () => {
    const { send, notices } = open([refused('blog')]);
    expect(await send()).toEqual([]);
    await send('withdraw', { reason: { code: 'takedown', text: 'asked by Ada' } });
    expect(notices.map(({ message }) => message)).toEqual([
      `published: ${record.title}, which no destination gets (newsrelay route says why)`,
      `withdrawn: ${record.url}`,
    ]);
    expect(notices[1]).toMatchObject({ reason: 'asked by Ada' });
  });
});

describe('a delay counts', () => {
  const dueOf = async (action: Revised['action'], more = {}) => {
    const { send, added, clock } = open([{ name: 'blog', delay: '2h' }]);
    await send(action, more);
    const { dueMs = 0, nowMs } = added[0]!;
    expect(nowMs).toBe(clock.ms);
    return (dueMs - clock.ms) / HOUR;
  };

  test('from now on for what is new, from the first sight for what is not, and never for a withdrawal', async () => {
    expect(await dueOf('publish')).toBe(2);
    expect(await dueOf('publish', { resentAt: FIRST_SEEN })).toBe(0);
    expect(await dueOf('update')).toBe(0);
    expect(await dueOf('withdraw')).toBe(0);
  });

  test('and is told in the history, as is what was withdrawn before it was over', async () => {
    const until = Date.parse('2026-11-29T14:00:00Z');
    const planned = open([{ name: 'blog', delay: '2h' }], {
      'deliver-blog': { kind: 'added', action: 'publish', dueMs: until },
    });
    await planned.send();
    expect(await planned.events()).toMatchObject([
      {
        event: 'planned',
        destination: 'blog',
        until: '2026-11-29T14:00:00.000Z',
        reason: 'destinations[0] (blog).delay',
      },
    ]);
    const gone = open([{ name: 'blog' }], { 'deliver-blog': { kind: 'never-began' } });
    expect(await gone.send('withdraw')).toEqual([]);
    expect(await gone.events()).toMatchObject([
      {
        event: 'not-for',
        destination: 'blog',
        reason: 'withdrawn before its delay was over (destinations[0] (blog).delay)',
      },
    ]);
  });
});

describe('what a destination is owed', () => {
  const owe = async (names: string[], action: 'publish' | 'withdraw' = 'publish') => {
    const { pipeline, queued } = open([{ name: 'all' }, taken('taking'), refused('refusing')]);
    await pipeline.articles.keep(record, undefined, { now: 7, isConfigured: () => true });
    if (action === 'withdraw') {
      await pipeline.articles.withdraw(id, { code: 'gone', text: 'x' } as never, 8);
    }
    pipeline.destinations.takeOwed = async () => names;
    await deliverOwed(id, pipeline);
    return queued.sent.map(({ queue }) => queue);
  };

  test('is delivered once more where the article is shown still', async () => {
    expect(await owe([])).toEqual([]);
    expect(await owe(['all', 'taking', 'refusing', 'gone'])).toEqual([
      'deliver-all',
      'deliver-taking',
    ]);
    expect(await owe(['taking'])).toEqual(['deliver-taking']);
    expect(await owe(['all'], 'withdraw')).toEqual([]);
  });
});

test('what a crash left is enqueued, and one article that cannot be holds up no other', async () => {
  const { pipeline, added, clock } = open([{ name: 'all' }]);
  await pipeline.articles.keep(record, undefined, { now: 7, isConfigured: () => true });
  const asked: number[] = [];
  pipeline.outbox.overdueIntents = async (before) => {
    asked.push(before);
    return ['gone', id];
  };
  expect(await reconcileOutbox(pipeline, 1_000)).toBe(1);
  expect(asked).toEqual([clock.ms - 1_000]);
  expect(added).toMatchObject([{ queue: 'deliver-all', action: 'publish' }]);
  const find = pipeline.articles.find.bind(pipeline.articles);
  pipeline.articles.find = async (articleId) => {
    if (articleId === 'gone') throw new Error('a later version wrote it');
    return await find(articleId);
  };
  await expect(reconcileOutbox(pipeline, 1_000)).rejects.toThrow(
    'article gone could not be enqueued',
  );
  expect(added).toHaveLength(2);
});
