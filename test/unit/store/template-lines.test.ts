import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { Keys } from '../../../src/store/keys.ts';
import {
  linesOnOthers,
  PAGES_WITH_LINES,
  TemplateLines,
} from '../../../src/store/template-lines.ts';
import { shortHash } from '../../../src/short-hash.ts';

const page = (address: string, ...lineKeys: string[]) => ({
  page: shortHash(address).slice(0, 8),
  lineKeys,
});
const own = 'https://courier.example/own';

test('A line is on other pages when three of them have it, and not when two have it.', () => {
  const pages = [page('a', 'x', 'y'), page('b', 'x', 'y'), page('c', 'x')];
  expect(linesOnOthers(pages, own)).toEqual(new Set(['x']));
});

test('A page is no witness of its own lines.', () => {
  const pages = [page('a', 'x'), page('b', 'x'), page(own, 'x')];
  expect(linesOnOthers(pages, own)).toEqual(new Set());
});

test('A page that was read several times counts once, with the lines that it had last.', () => {
  const pages = [page('a', 'x'), page('a', 'y'), page('a', 'y'), page('b', 'y'), page('c', 'y')];
  expect(linesOnOthers(pages, own)).toEqual(new Set());
});

test('A line that a page holds twice counts once for it.', () => {
  expect(linesOnOthers([page('a', 'x', 'x'), page('b', 'x')], own)).toEqual(new Set());
});

test('Pages are remembered newest first, thirty at most, and none twice that is read as it was.', async () => {
  const lines = new TemplateLines(MemoryRedis.client(), new Keys('news'));
  const remember = async (address: string, ...lineKeys: string[]) =>
    lines.remember('a', { address, lineKeys }, await lines.of('a'));
  await remember('one', 'x', 'y');
  await remember('two');
  await remember('one', 'x', 'y');
  expect(await lines.of('a')).toEqual([page('two'), page('one', 'x', 'y')]);
  await remember('one', 'x');
  expect((await lines.of('a')).map(({ lineKeys }) => lineKeys)).toEqual([['x'], [], ['x', 'y']]);
  for (let n = 0; n < PAGES_WITH_LINES; n += 1) await remember(`page ${n}`, 'z');
  const all = await lines.of('a');
  expect([all.length, all.every(({ lineKeys }) => lineKeys[0] === 'z')]).toEqual([30, true]);
});
