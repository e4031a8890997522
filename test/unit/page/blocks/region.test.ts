import { expect, test } from 'vitest';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { closestOnce } from '../../../../src/page/blocks/region.ts';
import { treeOf } from '../../../support/site/page-of.ts';

const { regions } = readBlocks(
  treeOf('<main class="sidebar"><div class="share"><p>One</p></div><p>Two</p></main>').document,
);
const byName = (name: string, nth = 0) =>
  regions.filter(({ element }) => element.name === name)[nth]!;

test('a region holds itself and what lies in it', () => {
  const [main, div] = [byName('main'), byName('div')];
  expect([main.holds(main), main.holds(div), main.holds(byName('p', 1))]).toEqual([
    true,
    true,
    true,
  ]);
  expect([div.holds(main), div.holds(byName('p', 0)), div.holds(byName('p', 1))]).toEqual([
    false,
    true,
    false,
  ]);
});

test('what passes is looked for in the region itself and then outwards', () => {
  const one = byName('p', 0);
  expect(one.closest(({ element }) => element.name === 'p')).toBe(one);
  expect(one.closest(({ element }) => element.name === 'main')).toBe(byName('main'));
  expect(one.closest(() => false)).toBeUndefined();
  expect(one.around.map(({ element }) => element.name)).toEqual(['div', 'main', 'html']);
});

test('a region’s hint is what its element is called', () => {
  expect(byName('div').hint).toEqual({ says: 'strong', word: 'share' });
  expect(byName('div').hint).toBe(byName('div').hint);
  expect(byName('p').hint).toBeUndefined();
  expect(byName('main').hint).toBeUndefined();
});

test('regions that stand in one another are asked once for what each of them is nearest to', () => {
  const asked: string[] = [];
  const closest = closestOnce(({ element: { name } }) => {
    asked.push(name);
    return name === 'main';
  });
  const main = byName('main');
  expect([byName('p', 0), byName('p', 0), byName('p', 1), main].map(closest)).toEqual([
    main,
    main,
    main,
    main,
  ]);
  expect(asked).toEqual(['p', 'div', 'main', 'p']);
  expect(closestOnce(() => false)(main)).toBeUndefined();
});
