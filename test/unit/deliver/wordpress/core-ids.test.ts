import { describe, expect, test } from 'vitest';
import type { Rest, RestReply } from '../../../../src/deliver/wordpress/client.ts';
import { coreIds } from '../../../../src/deliver/wordpress/core-ids.ts';
import type { PostJob } from '../../../../src/deliver/wordpress/post.ts';

/** A site whose account Ada has number 5, and that makes each term under a number of its own. */
function site(accounts: RestReply = { kind: 'ok', value: [{ id: 5 }] }) {
  const asked: string[] = [];
  const made = new Map<string, number>();
  const rest: Rest = async ({ method, path, query, json }) => {
    asked.push(`${method} ${path}${query?.['slug'] ? ` ${query['slug']}` : ''}`);
    if (path === '/wp/v2/users') return accounts;
    if (method === 'GET') return { kind: 'ok', value: [] };
    const { name } = json as { name: string };
    if (name === 'refused') {
      return { kind: 'error', status: 403, code: 'rest_cannot_create', message: 'x', value: {} };
    }
    const id = made.get(name) ?? made.size + 10;
    made.set(name, id);
    return { kind: 'ok', value: { id, name } };
  };
  const ids = coreIds('desk');
  const of = async (post: Partial<PostJob>) => {
    const notes: string[] = [];
    const job = { byline: 'DESK', categories: [], tags: [], ...post } as unknown as PostJob;
    return { found: await ids.of(rest, job, notes), notes };
  };
  return { asked, ids, of };
}

test('a post without terms under the delivering account needs no number', async () => {
  const { of, asked } = site();
  expect(await of({})).toEqual({ found: {}, notes: [] });
  expect(asked).toEqual([]);
});

test('terms and the author are numbers, each asked for once', async () => {
  const { of, asked } = site();
  const post = { byline: 'Ada', categories: ['News', 'Bay'], tags: ['News'] };
  const found = { categories: [10, 11], tags: [10], author: 5 };
  expect(await of(post)).toEqual({ found, notes: [] });
  expect(asked).toContain('GET /wp/v2/users ada');
  const { length } = asked;
  expect(await of(post)).toEqual({ found, notes: [] });
  expect(asked).toHaveLength(length);
});

test('a term that cannot be had is left out, and told', async () => {
  const { of } = site();
  expect(await of({ tags: ['refused', 'Bay'] })).toEqual({
    found: { tags: [10] },
    notes: ['without "refused" in tags: no right to create it'],
  });
});

test.each<[RestReply, string]>([
  [{ kind: 'ok', value: [] }, 'no public account "Ada"'],
  [
    { kind: 'error', status: 401, code: 'rest_user_cannot_view', message: 'x', value: {} },
    'accounts cannot be looked up (401 rest_user_cannot_view)',
  ],
])('an author who cannot be found is told: %j', async (accounts, why) => {
  expect(await site(accounts).of({ byline: 'Ada' })).toEqual({
    found: {},
    notes: [`${why}: posted under the delivering account`],
  });
});

describe('what the site stored', () => {
  test.each([
    [{}, { categories: [], tags: [] }, true],
    [{ categories: [1], tags: [2] }, { categories: [9, 1], tags: [2] }, true],
    [{ categories: [1, 3] }, { categories: [1], tags: [] }, false],
    [{ tags: [2] }, { categories: [2], tags: [] }, false],
  ])('of %j is %j: kept %s', async (sent, stored, isKept) => {
    const { ids, of, asked } = site();
    await of({ tags: ['Bay'] });
    const { length } = asked;
    expect(ids.wereKept(sent, stored)).toBe(isKept);
    await of({ tags: ['Bay'] });
    // Where a term is gone, all are asked for again.
    expect(asked.length > length).toBe(!isKept);
  });
});
