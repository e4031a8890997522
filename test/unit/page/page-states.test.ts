import { expect, test } from 'vitest';
import { pageStates } from '../../../src/page/page-states.ts';
import { treeOf } from '../../support/site/page-of.ts';

const BODY = 'The ferry left two hours late again, and those who waited were given soup. '.repeat(
  3,
);
const article = { title: 'Ferry late', body: BODY };
const json = JSON.stringify(article);

test.each([
  ['a data block', `<script type="application/json">${json}</script>`],
  ['an assignment', `<script>window.__STATE__ = ${json};</script>`],
  ['a variable', `<script>var state=${json};go();</script>`],
  ['one assignment of several', `<script>window.F=window.F||{};F.a=${json};F.b={};</script>`],
  ['a text that is parsed', `<script>window.A = JSON.parse(${JSON.stringify(json)});</script>`],
  ['what a function is handed', `<script>kit.start(app, el, {a:1,data:[${json}]});</script>`],
  [
    'a literal that is no JSON',
    `<script>self.s={title:'Ferry late',draft:undefined,body:${JSON.stringify(BODY)}}</script>`,
  ],
  [
    'a reply that SvelteKit keeps',
    `<script type="application/json" data-sveltekit-fetched>${JSON.stringify({ status: 200, body: json })}</script>`,
  ],
  [
    'Nuxt’s flat list',
    `<script type="application/json" id="__NUXT_DATA__">${JSON.stringify([['Reactive', 1], { data: 2 }, { title: 3, body: 4 }, 'Ferry late', BODY])}</script>`,
  ],
])('%s is a state', (_what, script) => {
  const states = [...pageStates(treeOf(script))];
  expect(JSON.stringify(states)).toContain(JSON.stringify(BODY));
});

test('a list whose numbers lead in a circle ends', () => {
  const flat = JSON.stringify([{ a: 1 }, { b: 0 }, 'x']);
  const script = `<script type="application/json">${flat}</script>`;
  expect([...pageStates(treeOf(script))].length).toBeGreaterThan(0);
});

test('scripts of signs that begin literals take linear time', { timeout: 60_000 }, () => {
  const cpuOf = (length: number): number => {
    const trees = ['={', '=[', '({a:[', '=JSON.parse("'].map((start) =>
      treeOf(`<script>${start.repeat(length)}</script>`),
    );
    const started = process.cpuUsage();
    for (const tree of trees) Array.from(pageStates(tree));
    const { user, system } = process.cpuUsage(started);
    return user + system;
  };
  cpuOf(2_000);
  // Four times the length takes sixteen times as long where it is quadratic; the rest is for a busy machine.
  expect(cpuOf(20_000)).toBeLessThan(12 * Math.max(cpuOf(5_000), 5_000));
});

test('of a flat list so much is put together as any page needs, and no more', () => {
  const flat = (list: unknown[]) => {
    const script = `<script type="application/json">${JSON.stringify([...list, 'x', 'y'])}</script>`;
    return [...pageStates(treeOf(script))].map(({ data }) => data);
  };
  const many = (count: number) => {
    const [state] = flat([Array.from({ length: count }, () => 1)]) as unknown[][];
    return state!.filter((value) => value === 'x').length;
  };
  expect(many(40_000)).toBe(40_000);
  expect(many(60_000)).toBe(49_999);
  const nested = (depth: number) =>
    JSON.stringify(flat(Array.from({ length: depth }, (_, at) => [at + 1])));
  expect(nested(60)).toContain('x');
  expect(nested(61)).not.toContain('x');
});
