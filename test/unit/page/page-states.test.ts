import { describe, expect, test } from 'vitest';
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

const states = (script: string) => [...pageStates(treeOf(`<script>${script}</script>`))];
const literals = (script: string) => states(script).slice(1);

test.each([
  `window.A = ${json}`,
  `window.A.b=${json};`,
  `window["A"] = ${json}`,
  `self.A=${json}`,
  `globalThis.A=${json}`,
  `var a = ${json}`,
  ` let a=${json}`,
  `const a=${json}`,
  `window.A = JSON.parse(${JSON.stringify(json)})`,
])('a script that is nothing but a state is beyond doubt: %s', (script) => {
  expect(literals(script)).toEqual([{ data: article, isDoubtful: false }]);
});

test.each([
  `go(${json})`,
  `A = ${json}`,
  `document.A = ${json}`,
  `window.A = [${json}]`,
  `function a() { var b = ${json} }`,
])('a state amid a script is in doubt: %s', (script) => {
  expect(literals(script)).toMatchObject([{ isDoubtful: true }]);
});

test('a script may begin with its state', () => {
  expect(literals(`(${json})`)).toEqual([{ data: article, isDoubtful: true }]);
});

test('a literal of less than a hundred characters holds settings', () => {
  const literal = (length: number) => `{"a":"${'x'.repeat(length - 8)}"}`;
  expect(literals(`go(${literal(99)})`)).toEqual([]);
  expect(literals(`go(${literal(100)})`)).toHaveLength(1);
});

test('what stands in a literal is read with it, and once', () => {
  expect(literals(`go({a:${json},b:[${json}]})`)).toHaveLength(1);
  expect(literals(`go(${json}); stop(${json})`)).toHaveLength(2);
});

describe('what Nuxt and SvelteKit flatten', () => {
  const flat = (...list: unknown[]) => {
    const [first] = [
      ...pageStates(treeOf(`<script type="application/json">${JSON.stringify(list)}</script>`)),
    ];
    return first?.data;
  };

  test.each([
    'Reactive',
    'ShallowReactive',
    'Ref',
    'ShallowRef',
    'EmptyRef',
    'Date',
    'Set',
    'Object',
  ])('is put together without its wrapping, %s', (name) => {
    expect(flat({ a: 1 }, [name, 2], 'x')).toEqual({ a: 'x' });
    expect(flat({ a: 1 }, [`${name}x`, 2], 'x')).toEqual({ a: undefined });
  });

  test('has lists and entries', () => {
    expect(flat([1, 2], { b: 3 }, [3, 3], 'x')).toEqual([{ b: 'x' }, ['x', 'x']]);
    expect(flat({ a: 'word' }, 1, 'x')).toEqual({ a: undefined });
  });

  test.each([
    ['of two values', [{ a: 1 }, 'x']],
    ['that begins with a text', ['a', 1, 'x']],
    ['whose first entry is no number', [{ a: {} }, 1, 'x']],
    ['without a text', [{ a: 1 }, 1, 2]],
  ])('is no list %s', (_what, list) => {
    expect(flat(...list)).toEqual(list);
  });
});

test('the body of a reply is read where it is data', () => {
  const reply = (body: unknown) => {
    const [first] = [
      ...pageStates(treeOf(`<script type="application/json">${JSON.stringify({ body })}</script>`)),
    ];
    return first?.data;
  };
  expect([reply(' {"a":1}'), reply('[1]')]).toEqual([{ a: 1 }, [1]]);
  expect([reply('a [1]'), reply(7)]).toEqual([{ body: 'a [1]' }, { body: 7 }]);
});

test('schema.org’s data are none of a page’s states', () => {
  const html = `<script type="application/ld+json">${json}</script><script src="/x">go(${json})</script>`;
  expect(JSON.stringify([...pageStates(treeOf(html))])).not.toContain('soup');
});

test('literals are read to four million characters of a page, with the one that goes beyond', () => {
  const literal = `go(["${'x'.repeat(1_900_000)}"]);`;
  expect(literals(literal.repeat(4))).toHaveLength(3);
});
