import { describe, expect, test } from 'vitest';
import { isAskedFor, listArticles, type ArticleFilter } from '../../../src/monitor/articles.ts';

const ARTICLE = {
  id: 'b3f1c2d4-0000-4000-8000-000000000000',
  atMs: 0,
  sourceId: 'harbour',
  title: 'Café on the Pier reopens',
  url: 'https://harbour.example/Pier/cafe',
  action: 'update' as const,
  mode: 'full',
};

test.each([
  {},
  { sources: [] },
  { sources: ['mill', 'harbour'] },
  { action: 'update' as const },
  { search: '' },
  { search: 'B3F1' },
  { search: 'PIER cafe' },
  { search: 'reop' },
  { search: 'example/Pier' },
  { sources: ['harbour'], action: 'update' as const, search: 'café' },
])('an article is asked for by %j', (filter) => {
  expect(isAskedFor(ARTICLE, filter)).toBe(true);
});

test.each([
  { sources: ['mill'] },
  { action: 'publish' as const },
  { search: 'f1c2' },
  { search: 'pier closes' },
  { search: 'example/pier' },
  { sources: ['harbour'], action: 'withdraw' as const },
  { sources: ['mill'], search: 'café' },
])('it is not by %j', (filter) => {
  expect(isAskedFor(ARTICLE, filter)).toBe(false);
});

describe('articles are listed', () => {
  const named = (id: string, atMs: number, more = {}) => ({ ...ARTICLE, id, atMs, ...more });
  const old = { id: 'old', atMs: 1 };

  /** Ids as they are listed, and how many of the newest were asked for. */
  async function listed(filter: Partial<ArticleFilter>, isKept = true) {
    const asked: unknown[] = [];
    const recent = {
      list: async (limit: number, sinceMs: number) => {
        asked.push(limit, sinceMs);
        return [named('b', 5), named('a', 9, { sourceId: 'hill', action: 'publish' })];
      },
      idsOf: async (sourceId: string, sinceMs: number) => {
        asked.push(sourceId, sinceMs);
        return [{ id: 'b', atMs: 5 }, old];
      },
    };
    const record = {
      title: 'Old pier',
      url: 'https://harbour.example/old',
      rights: { mode: 'link' },
    };
    const articles = { find: async () => (isKept ? { action: 'update', record } : undefined) };
    const found = await listArticles({ recent, articles } as never, { limit: 10, ...filter });
    return { ids: found.map(({ id }) => id), asked, found };
  }

  test('the newest first, as many as are wanted', async () => {
    expect(await listed({})).toMatchObject({ ids: ['a', 'b'], asked: [10, 0] });
    expect(await listed({ limit: 1, sinceMs: 3 })).toMatchObject({ ids: ['a'], asked: [1, 3] });
  });

  test.each([
    [{ action: 'update' as const }, ['b']],
    [{ search: 'pier' }, ['a', 'b']],
  ])('among all that are recent, by %j', async (filter, ids) => {
    expect(await listed({ ...filter, limit: 2 })).toMatchObject({ ids, asked: [20_000, 0] });
  });

  test('with those of a source that no list of all holds, if they are kept', async () => {
    const { ids, asked, found } = await listed({ sources: ['harbour'], sinceMs: 1 });
    expect([ids, asked]).toEqual([
      ['b', 'old'],
      [20_000, 1, 'harbour', 1],
    ]);
    expect(found[1]).toEqual({
      ...old,
      sourceId: 'harbour',
      title: 'Old pier',
      url: 'https://harbour.example/old',
      action: 'update',
      mode: 'link',
    });
    expect((await listed({ sources: ['harbour'] }, false)).ids).toEqual(['b']);
  });
});
