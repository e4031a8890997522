import { expect, test } from 'vitest';
import { readInvented, type ReadInvented, warmUp } from '../../../src/service/warm-up.ts';
import { WARM_UP_PAGES } from '../../../src/service/warm-up-pages.ts';

const names = WARM_UP_PAGES.map(({ name }) => name);

/** Warms up by a clock that each page puts on; what was read, and how it ended. */
async function warmed({
  pageMs = 0,
  stopAt = Infinity,
  read = () => Promise.resolve(),
}: {
  pageMs?: number;
  stopAt?: number;
  read?: ReadInvented;
}) {
  const pages: string[] = [];
  const stop = new AbortController();
  let nowMs = 0;
  const outcome = await warmUp({
    now: () => nowMs,
    signal: stop.signal,
    read: async (page) => {
      pages.push(page.name);
      nowMs += pageMs;
      if (pages.length === stopAt) stop.abort();
      return await read(page);
    },
  });
  return { pages, outcome };
}

test('Each of the invented pages is read as a worker reads its pages, and is an article.', async () => {
  const read = readInvented();
  const kinds: unknown[] = [];
  for (const page of WARM_UP_PAGES) kinds.push(await read(page));
  expect(kinds).toEqual(names.map(() => expect.objectContaining({ kind: 'record' }) as unknown));
});

test('Who names no reader gets the pages read as a worker reads them.', async () => {
  const { signal } = new AbortController();
  expect(await warmUp({ now: () => 0, signal })).toEqual({ kind: 'warm' });
});

test('All pages are read several times, each round in the same order.', async () => {
  const { pages, outcome } = await warmed({});
  expect(outcome).toEqual({ kind: 'warm' });
  expect(pages).toEqual([...names, ...names, ...names, ...names, ...names]);
});

test('A machine on which a page takes four seconds reads three and begins its work.', async () => {
  const { pages, outcome } = await warmed({ pageMs: 4_000 });
  expect([pages, outcome]).toEqual([names.slice(0, 3), { kind: 'cut-short' }]);
});

test('Who is to stop reads no page more.', async () => {
  const { pages, outcome } = await warmed({ stopAt: 2 });
  expect([pages, outcome]).toEqual([names.slice(0, 2), { kind: 'cut-short' }]);
});

test.each([
  ['an error', new Error('no soup')],
  ['what is no error', 'no soup'],
])('%s that a page throws ends the warm-up and is told with the page.', async (_what, thrown) => {
  const { pages, outcome } = await warmed({
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    read: ({ name }) => (name === names[1] ? Promise.reject(thrown) : Promise.resolve()),
  });
  expect(pages).toEqual(names.slice(0, 2));
  expect(outcome).toEqual({ kind: 'failed', page: names[1], error: new Error('no soup') });
});

test('The event loop turns between two pages.', async () => {
  let turns = 0;
  const counted = () => {
    turns += 1;
    if (turns < 1_000) setImmediate(counted);
  };
  setImmediate(counted);
  const turnsAtPage: number[] = [];
  await warmed({
    read: () => {
      turnsAtPage.push(turns);
      return Promise.resolve();
    },
  });
  turns = 1_000;
  expect(new Set(turnsAtPage).size).toBe(turnsAtPage.length);
});
