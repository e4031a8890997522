import { expect, test } from 'vitest';
import { commandConnection } from '../../../src/redis/connection.ts';
import { FilteredStore } from '../../../src/store/filtered.ts';
import { Keys } from '../../../src/store/keys.ts';
import { anEntry } from '../../support/records/entries.ts';
import { testRedis } from '../../support/redis/redis.ts';

const place = testRedis();

test('of a source that brings more than anybody will look at, the newest are remembered', async () => {
  const redis = commandConnection(place.url);
  const store = new FilteredStore(redis, new Keys(`${place.prefix}-filtered`));
  const { content: _, ...entry } = anEntry();
  const visit = { feedUrl: 'https://a.example/f', entry, validators: null, missingSinceMs: null };
  const atMs = Date.now();
  const remember = (index: number) =>
    store.remember(`name-${index}`, {
      sourceId: 'harbour',
      rule: 'r',
      reason: 'r: drop',
      visit,
      atMs: atMs + index,
    });
  await Promise.all(Array.from({ length: 5_003 }, (_, index) => remember(index)));
  await store.trim('harbour');
  const names = await store.namesOf('harbour');
  expect(names).toHaveLength(5_000);
  expect(names[0]).toBe('name-3');
  expect(await store.find('name-2')).toBeUndefined();
  expect(await store.find('name-3')).toMatchObject({ rule: 'r' });
  await store.forget('name-3');
  expect((await store.namesOf('harbour'))[0]).toBe('name-4');
  redis.disconnect();
});
