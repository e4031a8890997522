import { expect, test } from 'vitest';
import { between, recordOf } from './body-of-page.ts';

const spansIn = (html: string) => {
  const [block] = between(html) ?? [];
  return block && 'p' in block ? block.spans : undefined;
};

test.each<[string, string, unknown]>([
  [
    'a link',
    'The guild put <a href="https://guild.example/list">a list of prices</a> on its wall for all to read.',
    [
      'The guild put ',
      { text: 'a list of prices', href: 'https://guild.example/list' },
      ' on its wall for all to read.',
    ],
  ],
  [
    'a link from the site’s root',
    'As <a href="/2026/flood?utm_source=x">this paper reported</a>, the flood took the old wheel away with it.',
    [
      'As ',
      { text: 'this paper reported', href: 'https://mill.example/2026/flood' },
      ', the flood took the old wheel away with it.',
    ],
  ],
  [
    'emphasis within a link',
    'The guild’s <a href="https://guild.example/book"><em>Book of Bread</em></a> is out in the shops of the valley now.',
    [
      'The guild’s ',
      { text: 'Book of Bread', href: 'https://guild.example/book', em: true },
      ' is out in the shops of the valley now.',
    ],
  ],
  [
    'marks of every kind',
    'It costs <b>five</b>, <i>not</i> <s>six</s>, for H<sub>2</sub>O at 10<sup>3</sup> litres; run <code>mill -x</code> to see.',
    [
      'It costs ',
      { text: 'five', strong: true },
      ', ',
      { text: 'not', em: true },
      ' ',
      { text: 'six', s: true },
      ', for H',
      { text: '2', sub: true },
      'O at 10',
      { text: '3', sup: true },
      ' litres; run ',
      { text: 'mill -x', code: true },
      ' to see.',
    ],
  ],
  [
    'white space on the borders',
    'The   <b> wheel  </b>\n turns\u00a0<i>again </i> from six in the morning until the bell at noon.',
    [
      'The ',
      { text: 'wheel ', strong: true },
      'turns ',
      { text: 'again ', em: true },
      'from six in the morning until the bell at noon.',
    ],
  ],
  [
    'an emphasis over a line break',
    'The <b>wheel<br>of oak</b> turns again from six in the morning until the bell of the church at noon.',
    [
      'The ',
      { text: 'wheel', strong: true },
      ' ',
      { text: 'of oak', strong: true },
      ' turns again from six in the morning until the bell of the church at noon.',
    ],
  ],
])('%s sets words apart, and the spans joined are the text', (_what, html, spans) => {
  const found = spansIn(`<p>${html}</p>`);
  expect(found).toEqual(spans);
  const text = found!.map((span) => (typeof span === 'string' ? span : span.text)).join('');
  expect(recordOf(`<p>${html}</p>`).paragraphs.map((one) => one.text)).toContain(text);
});

test.each([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['cite', 'em'],
  ['dfn', 'em'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['s', 's'],
  ['strike', 's'],
  ['del', 's'],
])('<%s> sets its words apart as %s', (name, mark) => {
  const html = `<p>The miller wrote <${name}>wheel of oak</${name}> on the door for all of the town to read.</p>`;
  expect(spansIn(html)).toContainEqual({ text: 'wheel of oak', [mark]: true });
});

test.each([
  ['to a place on the page', 'href="#notes"'],
  ['to a script', 'href="javascript:alert(1)"'],
  ['to mail', 'href="mailto:guild@guild.example"'],
  ['of endless length', `href="https://guild.example/${'a'.repeat(3_000)}"`],
  ['without an address', 'name="notes"'],
])('a link %s is no link', (_what, attribute) => {
  const html = `<p>The guild put <a ${attribute}>a list</a> on its wall for all of the town to read.</p>`;
  expect(spansIn(html)).toBeUndefined();
});

test('a link has no name or password in its address', () => {
  const html =
    '<p>The guild put <a href="https://ann:secret@guild.example/">a list</a> on its wall for all to read.</p>';
  expect(JSON.stringify(spansIn(html))).not.toMatch(/ann|secret/);
});

test('nothing hidden and no script comes into a span', () => {
  const html =
    '<p>The guild put <a href="https://guild.example/">a list<script>alert(1)</script><span hidden>secret</span></a> on its wall for all to read.</p>';
  expect(spansIn(html)).toEqual([
    'The guild put ',
    { text: 'a list', href: 'https://guild.example/' },
    ' on its wall for all to read.',
  ]);
});

test('a paragraph that is torn into more than a hundred spans is given as plain text', () => {
  const html = Array.from({ length: 60 }, (_, at) => `word <b>${at}</b>`).join(' ');
  expect(spansIn(`<p>${html} and so on until the end of it.</p>`)).toBeUndefined();
});

test('a paragraph of a hundred spans keeps them, one of more is plain text', () => {
  const mill = (pairs: number) => spansIn(`<p>${'<b>mill</b> and weir, '.repeat(pairs)}</p>`);
  expect(mill(50)).toHaveLength(100);
  expect(mill(51)).toBeUndefined();
});

test('an address of 2,048 characters is a link, a longer one is not', () => {
  const start = 'https://guild.example/';
  const links = (characters: number) =>
    spansIn(
      `<p>The guild put <a href="${start.padEnd(characters, 'x')}">a list of prices</a> on <b>its</b> wall for all to read.</p>`,
    )?.filter((span) => typeof span !== 'string' && span.href !== undefined);
  expect(links(2_048)).toHaveLength(1);
  expect(links(2_049)).toHaveLength(0);
});

const REST = ' of oak turns again from six in the morning until the bell of the church at noon.';

test('a mark counts up to twenty elements above its word', () => {
  const deep = (others: number) =>
    spansIn(
      `<p>The <b>${'<span>'.repeat(others)}wheel${'</span>'.repeat(others)}</b> of <i>oak</i>${REST}</p>`,
    );
  expect(deep(19)).toContainEqual({ text: 'wheel', strong: true });
  expect(deep(20)?.[0]).toBe('The wheel of ');
});

test.each<[string, string, unknown]>([
  [
    'an empty mark amid blanks',
    `The <b> </b> <i>wheel</i>${REST}`,
    ['The ', { text: 'wheel', em: true }, REST],
  ],
  ['blanks before the first word', ` <b>Wheel</b>${REST}`, [{ text: 'Wheel', strong: true }, REST]],
  [
    'blanks after the last word',
    `The wheel${REST} <b>And so it ends. </b> `,
    [`The wheel${REST} `, { text: 'And so it ends.', strong: true }],
  ],
  [
    'equal marks in another order',
    `<b><i>Wheel</i></b><i><b>wright</b></i>${REST}`,
    [{ text: 'Wheelwright', strong: true, em: true }, REST],
  ],
])('%s leave the text as it is', (_what, html, spans) => {
  expect(spansIn(`<p>${html}</p>`)).toEqual(spans);
});
