import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { FilteredStore, unvisitedName } from '../../../src/store/filtered.ts';
import { Keys } from '../../../src/store/keys.ts';
import { LIFETIMES } from '../../../src/store/lifetimes.ts';
import { anEntry } from '../../support/records/entries.ts';

const { content: _, ...entry } = anEntry();
const visit = { feedUrl: 'https://a.example/f', entry, validators: null, missingSinceMs: null };
const filtered = (atMs: number, sourceId = 'harbour') => ({
  sourceId,
  rule: 'sources[0].filter[0]',
  reason: 'sources[0].filter[0]: drop',
  visit,
  atMs,
});
const store = () => new FilteredStore(MemoryRedis.client(), new Keys('news'));

test('what was left out is found by its name, oldest first, until it is forgotten', async () => {
  const left = store();
  await left.remember('b', filtered(2));
  await left.remember('a', filtered(3));
  await left.remember('c', filtered(1, 'hill'));
  expect(await left.namesOf('harbour')).toEqual(['b', 'a']);
  expect(await left.find('b')).toEqual(filtered(2));
  expect(await left.find('x')).toBeUndefined();
  await left.forget('x');
  await left.forget('b');
  expect(await left.namesOf('harbour')).toEqual(['a']);
  expect(await left.find('b')).toBeUndefined();
  expect(await left.namesOf('hill')).toEqual(['c']);
});

test('what is remembered no longer leaves the list with the next', async () => {
  const left = store();
  const lifeMs = LIFETIMES.filtered * 1_000;
  await left.remember('old', filtered(1));
  await left.remember('older', filtered(2));
  await left.remember('new', filtered(lifeMs + 1));
  expect(await left.namesOf('harbour')).toEqual(['older', 'new']);
});

test('of a source the newest five thousand are kept', async () => {
  const left = store();
  for (let at = 1; at <= 5_001; at += 1) await left.remember(`n-${at}`, filtered(at));
  await left.trim('harbour');
  expect(await left.namesOf('harbour')).toHaveLength(5_000);
  expect(await left.find('n-1')).toBeUndefined();
  await left.trim('harbour');
  expect((await left.namesOf('harbour'))[0]).toBe('n-2');
  expect(await left.find('n-2')).toBeDefined();
});

test('an entry is named by its address, whatever tracks the click', () => {
  const name = unvisitedName('https://a.example/pier');
  expect(unvisitedName('https://a.example/pier?utm_source=feed#top')).toBe(name);
  expect(unvisitedName('https://a.example/ferry')).not.toBe(name);
  expect(unvisitedName('no address')).not.toBe(unvisitedName('none'));
});
