import { describe, expect, test } from 'vitest';
import { articleId, republishJob } from '../../../support/records/republish-job.ts';
import { deliveryInMemory } from '../../../support/wordpress/delivery-in-memory.ts';

const options = {
  tags: { from: 'leaves' },
  categories: { from: 'none' },
  canonical: false,
  index: 'always',
};
const open = () => deliveryInMemory({ options });
const job = (id: number, taxonomy = ['quay/Pier & lamp']) =>
  republishJob({ id: articleId(id), images: [], taxonomy });
const leaf = 'Pier & lamp';

test('a term that is missing is made, and used for every later post without being asked for', async () => {
  const { site, deliver } = open();
  await deliver(job(1));
  expect(site.terms).toEqual([{ id: expect.any(Number), taxonomy: 'tags', name: leaf }]);
  const [term] = site.terms;
  expect(site.posts[0]!.tags).toEqual([term!.id]);
  await deliver(job(2));
  expect(site.posts[1]!.tags).toEqual([term!.id]);
  expect(site.written().filter((route) => route.endsWith('/tags'))).toEqual(['POST /wp/v2/tags']);
});

test('a term that is there is taken', async () => {
  const { site, deliver } = open();
  site.terms.push({ id: 7, taxonomy: 'tags', name: leaf });
  await deliver(job(1));
  expect(site.posts[0]!.tags).toEqual([7]);
});

test('a term that the site says is there is taken, though it lists none', async () => {
  const { site, deliver } = open();
  site.terms.push({ id: 7, taxonomy: 'tags', name: leaf });
  site.refusals = { 'GET /wp/v2/tags': { status: 403, code: 'rest_forbidden' } };
  expect(await deliver(job(1))).toMatchObject({ notes: [] });
  expect(site.posts[0]!.tags).toEqual([7]);
});

test('of two that were made at once the one with the lower number is kept, and the other deleted', async () => {
  const { site, deliver } = open();
  const push = site.terms.push.bind(site.terms);
  site.terms.push = (...made) =>
    push(
      { id: 8, taxonomy: 'tags', name: 'PIER &amp; lamp' },
      { id: 9, taxonomy: 'tags', name: 'Pier & Lamp two' },
      ...made,
    );
  await deliver(job(1));
  expect(site.posts[0]!.tags).toEqual([8]);
  expect(site.terms.map(({ id }) => id)).toEqual([8, 9]);
});

test('a name with rare characters is made of references where the database has none', async () => {
  const { site, deliver } = open();
  site.isNarrow = true;
  await deliver(job(1, ['quay/ship 🚢']));
  expect(site.terms[0]!.name).toMatch(/&#x1f6a2;/);
  expect(site.posts[0]!.tags).toEqual([site.terms[0]!.id]);
});

describe('a term that cannot be made', () => {
  test('is found among those of the site', async () => {
    const { site, deliver } = open();
    site.terms.push(
      { id: 9, taxonomy: 'tags', name: leaf },
      { id: 7, taxonomy: 'tags', name: leaf },
    );
    site.refusals = { 'POST /wp/v2/tags': { status: 403, code: 'rest_cannot_create' } };
    expect(await deliver(job(1))).toMatchObject({ notes: [] });
    expect(site.posts[0]!.tags).toEqual([7]);
  });

  test.each([
    [403, 'rest_cannot_create', 'no right to create it'],
    [500, 'oops', 'oops: because oops'],
  ])(
    'for %i %s is left out with a note, and asked for again by the next post',
    async (status, code, why) => {
      const { site, deliver } = open();
      site.refusals = { 'POST /wp/v2/tags': { status, code } };
      expect(await deliver(job(1))).toMatchObject({
        notes: [`without "${leaf}" in tags: ${why}`],
      });
      expect(site.posts[0]!.tags).toEqual([]);
      site.refusals = {};
      expect(await deliver(job(2))).toMatchObject({ notes: [] });
      expect(site.posts[1]!.tags).toHaveLength(1);
    },
  );

  test('where the site lists none is left out', async () => {
    const { site, deliver } = open();
    site.refusals = {
      'POST /wp/v2/tags': { status: 403, code: 'rest_cannot_create' },
      'GET /wp/v2/tags': { status: 403, code: 'rest_forbidden' },
    };
    expect(await deliver(job(1))).toMatchObject({ kind: 'delivered' });
  });
});

describe('the byline', () => {
  const other = { ...options, username: 'deliverer' };

  test('is the account of that name', async () => {
    const { site, deliver } = deliveryInMemory({ options: other });
    site.accounts.set('mfnnews', 12);
    await deliver(job(1));
    expect(site.posts[0]!.author).toBe(12);
  });

  test('of the delivering account needs no look-up, in any case of letters', async () => {
    const { site, deliver } = deliveryInMemory({ options: { ...options, username: 'MfnNews' } });
    await deliver(job(1));
    expect(site.posts[0]!.author).toBeUndefined();
    expect(site.requests.filter(({ url }) => url.includes('/users'))).toEqual([]);
  });

  test('that the site does not know is noted', async () => {
    const { site, deliver } = deliveryInMemory({ options: other });
    site.accounts.clear();
    expect(await deliver(job(1))).toMatchObject({
      notes: ['no public account "mfnnews": posted under the delivering account'],
    });
  });

  test('that cannot be looked up is noted', async () => {
    const { site, deliver } = deliveryInMemory({ options: other });
    site.refusals = { 'GET /wp/v2/users': { status: 401, code: 'rest_user_cannot_view' } };
    expect(await deliver(job(1))).toMatchObject({
      notes: [
        'accounts cannot be looked up (401 rest_user_cannot_view): posted under the delivering account',
      ],
    });
  });
});
