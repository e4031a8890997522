import { describe, expect, test } from 'vitest';
import { pollFeed } from '../../../../src/processors/poll/poll.ts';
import { seenKey } from '../../../../src/feed/changes/entry-key.ts';
import { feedId } from '../../../../src/queue/queues.ts';
import { entryName } from '../../../../src/store/articles/aliases.ts';
import { anEntry } from '../../../support/records/entries.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

const FEED = 'https://harbour.example/feed.xml';
const MINUTE = 60_000;

interface Item {
  name: string;
  title?: string;
  summary?: string;
  date?: string;
}

const item = ({ name, title = `Ferry ${name}`, summary = 'Late.', date }: Item) =>
  `<item><title>${title}</title><link>https://harbour.example/${name}</link><guid>${name}</guid>` +
  `<description>${summary}</description>${date ? `<pubDate>${date}</pubDate>` : ''}</item>`;

function harbour(source = {}) {
  const offline = offlinePipeline([{ id: 'harbour', feeds: [FEED], ...source }]);
  const { answers, pipeline, context, queued } = offline;
  /** Reads the feed with these items; newest first, as feeds have them. */
  const read = async (...items: Item[]) => {
    const body = `<rss version="2.0"><channel><title>Harbour</title>${items.map(item).join('')}</channel></rss>`;
    answers.set(FEED, { body });
    queued.scrapes.length = 0;
    queued.rechecks.length = 0;
    const job = { sourceId: 'harbour', feedUrl: FEED, force: true };
    const result = await pollFeed(job, context, pipeline);
    if (result.kind !== 'modified') throw new Error(`it was ${result.kind}`);
    return { ...result, visits: queued.scrapes.map(({ data }) => data) };
  };
  return { ...offline, read };
}

const named = (...names: string[]): Item[] => names.map((name) => ({ name }));

test('what is new is visited with when it was seen, and what changed with what of it did', async () => {
  const { read, clock, queued } = harbour();
  const { visits } = await read(...named('b', 'a'));
  expect(visits).toMatchObject([
    { entry: { link: 'https://harbour.example/a' }, isNew: true, seenAtMs: clock.ms },
    { entry: { link: 'https://harbour.example/b' }, isNew: true },
  ]);
  expect(visits[0]).not.toHaveProperty('change');
  expect(visits[0]!.entry).not.toHaveProperty('content');
  const ids = queued.scrapes.map(({ jobId }) => jobId);
  expect(new Set(ids).size).toBe(2);
  const again = await read({ name: 'b', title: 'Ferry late again' }, { name: 'a' });
  expect(again.visits).toMatchObject([{ change: { parts: ['headline'] } }]);
  expect(again.visits[0]).not.toHaveProperty('isNew');
});

describe('a first reading', () => {
  test('is cut to the newest entries, and the others are told and only remembered', async () => {
    const { read, pipeline } = harbour({ firstReading: { newest: 2 } });
    const { visits, notes } = await read(...named('d', 'c', 'b', 'a'));
    expect(visits.map(({ entry }) => entry.title)).toEqual(['Ferry c', 'Ferry d']);
    expect(notes).toEqual([
      'first reading: the newest 2 of its 4 entries are published, and 2 are only remembered; firstReading says how many',
    ]);
    const id = feedId({ sourceId: 'harbour', feedUrl: FEED });
    expect(await pipeline.feeds.passedOver(id)).toMatchObject({ newest: '2' });
    const second = await read(...named('g', 'f', 'e', 'd', 'c', 'b', 'a'));
    expect([second.visits.length, second.notes]).toEqual([3, []]);
  });

  test('that is not cut says nothing', async () => {
    const { read } = harbour({ firstReading: { newest: 4 } });
    expect((await read(...named('d', 'c', 'b', 'a'))).notes).toEqual([]);
  });
});

describe('an entry that changed once more in what made no difference to its page', () => {
  test('is looked at later, and told; in another part it is looked at now', async () => {
    const { read, pipeline } = harbour();
    await read({ name: 'b' }, { name: 'a' });
    const [visit] = (await read({ name: 'b', summary: 'Early.' }, { name: 'a' })).visits;
    const { key, parts } = visit!.change!;
    await pipeline.emptyLooks.note('harbour', key, parts);
    const quiet = await read({ name: 'b', summary: 'Soon.' }, { name: 'a' });
    expect(quiet.visits).toEqual([]);
    expect(quiet.notes).toEqual([
      `1 entries changed again in their ${parts.join(' and ')}, which made no difference to their pages within the hour: they are looked at later`,
    ]);
    const loud = await read({ name: 'b', summary: 'Now.', title: 'New' }, { name: 'a' });
    expect([loud.visits.length, loud.notes]).toEqual([1, []]);
  });
});

describe('entries that left the feed', () => {
  test('are told to what is new, five of them at most', async () => {
    const { read } = harbour();
    const old = Array.from({ length: 9 }, (_, n) => `old-${n}`);
    await read(...named(...old, 'last'));
    const { visits } = await read(...named('new', ...old.slice(0, 2), 'last'));
    expect(visits[0]!.leftKeys).toHaveLength(5);
    const { visits: more } = await read(...named('newer', 'new', ...old.slice(0, 2), 'last'));
    expect(more[0]).not.toHaveProperty('leftKeys');
  });

  test('have their pages looked at two minutes later, where they are known', async () => {
    const { read, pipeline, queued } = harbour();
    await read(...named('c', 'b', 'a'));
    const key = seenKey(anEntry({ id: 'b', link: 'https://harbour.example/b' }))!;
    await pipeline.aliases.remember('article-b', [entryName('harbour', key)], 1);
    await read(...named('d', 'c', 'a'));
    expect(queued.rechecks).toEqual([
      {
        jobId: expect.stringMatching(/^left-article-b-/),
        data: { sourceId: 'harbour', articleId: 'article-b' },
        delay: 2 * MINUTE,
      },
    ]);
  });
});

test('an entry without a usable link is left out and named', async () => {
  const { read, answers, pipeline, context } = harbour();
  await read(...named('a'));
  answers.set(FEED, {
    body: '<rss version="2.0"><channel><title>H</title><item><title>Nowhere</title><guid>x</guid></item></channel></rss>',
  });
  const job = { sourceId: 'harbour', feedUrl: FEED, force: true };
  const result = await pollFeed(job, context, pipeline);
  expect(result).toMatchObject({
    notes: [expect.stringContaining('the entry "Nowhere" has no usable link')],
  });
});
