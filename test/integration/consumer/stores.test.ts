import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, test } from 'vitest';
import {
  PostgresStore,
  sampleJobs,
  SqliteStore,
  type Applied,
  type RepublishJob,
  type StoredArticle,
  type WithdrawReason,
} from '../../../consumer/index.js';

const jobs = sampleJobs();
const { id } = jobs['publish-full'].record;

interface AnyStore {
  apply(job: RepublishJob): Applied | Promise<Applied>;
  find(id: string): StoredArticle | undefined | Promise<StoredArticle | undefined>;
  withdrawn(id: string): WithdrawReason | undefined | Promise<WithdrawReason | undefined>;
  newest(limit: number, before?: string): StoredArticle[] | Promise<StoredArticle[]>;
}

/** Starting one takes longer than all tests over it. */
let postgres: PGlite | undefined;
afterAll(() => postgres?.close());

const stores: [string, () => Promise<AnyStore>][] = [
  ['SQLite', () => Promise.resolve(new SqliteStore(new DatabaseSync(':memory:') as never))],
  [
    'PostgreSQL',
    async () => {
      postgres ??= await PGlite.create();
      await postgres.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
      const store = new PostgresStore(postgres as never);
      await store.prepare();
      await store.prepare();
      return store;
    },
  ],
];

describe.each(stores)('a store on %s', (_name, open) => {
  test('applies each revision once, whatever the order, and ends at the highest', async () => {
    const store = await open();
    const order = ['update-rights', 'publish-full', 'update-text', 'update-rights'] as const;
    const applied: Applied[] = [];
    for (const name of order) applied.push(await store.apply(jobs[name]));
    expect(applied).toEqual(['shown', 'stale', 'stale', 'stale']);
    expect((await store.find(id))?.record.rights.images).toBe('none');
    expect((await store.find(id))?.byline).toBe('news-desk');
  });

  test('ends at the highest revision when all jobs come at once', async () => {
    const store = await open();
    const many = Array.from({ length: 30 }, (_, at) => {
      const job = jobs['publish-full'] as RepublishJob & { action: 'publish' };
      return { ...job, record: { ...job.record, revision: job.record.revision + ((at * 7) % 30) } };
    });
    await Promise.all(many.map(async (job) => await store.apply(job)));
    const highest = Math.max(...many.map(({ record }) => record.revision));
    expect((await store.find(id))?.revision).toBe(highest);
  });

  test('hides what is withdrawn with its reason, and keeps late jobs out', async () => {
    const store = await open();
    const rich = jobs['publish-rich'];
    await store.apply(rich);
    expect(await store.apply(jobs['withdraw-gone'])).toBe('hidden');
    expect(await store.find(rich.record.id)).toBeUndefined();
    expect(await store.withdrawn(rich.record.id)).toMatchObject({ code: 'gone' });
    expect(await store.apply(rich)).toBe('stale');
    expect(await store.withdrawn('5a3d1e00-7c1f-5b2a-9d4e-ffffffffffff')).toBeUndefined();
  });

  test('keeps nothing of what was taken down but that it was', async () => {
    const store = await open();
    await store.apply(jobs['publish-full']);
    expect(await store.apply(jobs['withdraw-takedown'])).toBe('erased');
    expect(await store.find(id)).toBeUndefined();
    expect(await store.withdrawn(id)).toMatchObject({ code: 'takedown' });
    expect(await store.apply(jobs['update-text'])).toBe('stale');
  });

  test('lists the newest first, page by page, and nothing that is withdrawn', async () => {
    const store = await open();
    const job = jobs['publish-full'] as RepublishJob & { action: 'publish' };
    for (let day = 1; day <= 5; day += 1) {
      const own = job.record.id.slice(0, -1) + String(day);
      const publishedAt = `2026-11-0${day}T00:00:00.000Z`;
      await store.apply({ ...job, record: { ...job.record, id: own, publishedAt } });
    }
    const days = (list: StoredArticle[]) =>
      list.map(({ record }) => record.publishedAt?.slice(8, 10));
    const first = await store.newest(2);
    expect(days(first)).toEqual(['05', '04']);
    expect(days(await store.newest(9, first[1]!.record.publishedAt))).toEqual(['03', '02', '01']);
  });
});

test('a table’s name is checked, for it stands in SQL', () => {
  expect(() => new SqliteStore(new DatabaseSync(':memory:') as never, 'a; DROP')).toThrow(
    RangeError,
  );
});
