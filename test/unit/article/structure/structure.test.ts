import { describe, expect, test } from 'vitest';
import { bodySchema } from '../../../../src/article-body.ts';
import { findStructure } from '../../../../src/article/structure/structure.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';
import { between, FIRST, recordOf } from './body-of-page.ts';

test('plain paragraphs alone need no body', () => {
  const text =
    'The guild opened a second oven beside the mill, and a third one is to follow before the spring.';
  expect(recordOf(`<p>${text}</p>`).body).toBeUndefined();
});

test('pictures stand in their place by their index, each once', () => {
  const figure = (name: string) =>
    `<figure><img src="/img/${name}.jpg" width="900" height="600" alt=""><figcaption>The ${name} of the mill.</figcaption></figure>`;
  const text =
    '<p>The guild opened a second oven beside the mill, and a third one is to follow before the spring.</p>';
  const { body, images } = recordOf(
    `${figure('wheel')}${text}${figure('stone')}${figure('wheel')}`,
  );
  const names = images.map(({ url }) => url.split('/').at(-1));
  expect(names).toEqual(['wheel.jpg', 'stone.jpg']);
  expect(body).toEqual([{ p: 0 }, { image: 0 }, { p: 1 }, { image: 1 }, { p: 2 }, { p: 3 }]);
});

test('code and rules stand in their place; lines that only keep their breaks are text', () => {
  const html =
    '<pre><code>mill --grind\n  --stone 2</code></pre><hr><pre>The wheel turns once a minute, and the stone turns nine times.\n\nIt has done so since the bridge was built over the weir by the monks.</pre>';
  const found = between(html);
  expect(found?.slice(0, 2)).toEqual([{ code: 'mill --grind\n  --stone 2' }, { rule: true }]);
  expect(found?.filter((block) => 'code' in block)).toHaveLength(1);
});

test('what stands before the first paragraph or after the last is no part, but for what says something itself', () => {
  const { body } = recordOf(
    '',
    '<hr><iframe src="https://www.youtube.com/embed/Mi11WhEEl_1"></iframe>',
  );
  expect(body?.at(-1)).toMatchObject({ embed: { provider: 'youtube' } });
  expect(body?.some((block) => 'rule' in block)).toBe(false);
});

test('the body of a page of every kind parses by its schema and names each paragraph at most once', () => {
  const { body, paragraphs } = recordOf(
    `<h2>Flour</h2><p>It is <b>dark</b> and <a href="https://guild.example">dear</a>, the guild of bakers told the paper on Friday.</p><ul><li>Rye</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>`,
  );
  const read = bodySchema.parse(JSON.parse(JSON.stringify(body)));
  const named = read.flatMap((block) => ('p' in block ? block.p : []));
  expect(named).toEqual(paragraphs.map((_, at) => at));
  expect(paragraphs[0]!.text).toBe(FIRST);
});

test('a term of three hundred characters is one, a longer text is not', () => {
  const terms = (characters: number) =>
    between(
      `<dl><dt>${'Weir '.padEnd(characters, 'x')}</dt><dd>A wall across a river that raises the water for a mill.</dd></dl>`,
    )?.filter((block) => 'term' in block);
  expect(terms(300)).toHaveLength(1);
  expect(terms(301)).toHaveLength(0);
});

describe('the order of the page', () => {
  /** Of what stands in elements called `body`, with a letter for a paragraph of text. */
  function order(html: string): string[] {
    const { blocks, inserts, regions, images } = readBlocks(treeOf(html).document);
    const parts = regions.filter(({ element: { attribs } }) => attribs['class'] === 'body');
    const told = blocks
      .filter(({ text }) => text.startsWith('T'))
      .map((block) => ({ block, paragraph: { kind: block.kind, text: block.text } }));
    const pictures = images.map((placed) => ({ placed, url: placed.element.attribs['src'] ?? '' }));
    const pageUrl = 'https://mill.example/';
    return findStructure({ told, blocks, inserts, pictures, parts, pageUrl }).map((placement) =>
      placement.kind === 'insert'
        ? Object.keys(placement.insert).join('')
        : placement.kind === 'picture'
          ? placement.url
          : `${placement.kind === 'within' ? 'in ' : ''}${placement.paragraph.text}`,
    );
  }
  const body = (html: string) => `<div class="body">${html}</div>`;
  const frame = '<iframe src="https://vimeo.com/123456"></iframe>';
  const data = (last = 'd') =>
    `<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>${last}</td></tr></table>`;

  test.each<[string, string, string[]]>([
    [
      'an embed stands between the first paragraph and right after the last',
      body(`${frame}<p>T1</p>${frame}<p>T2</p>${frame}<p>u</p>${frame}`),
      ['T1', 'embed', 'T2', 'embed'],
    ],
    [
      'a rule stands between paragraphs alone',
      body('<hr><p>T1</p><hr><p>T2</p><hr>'),
      ['T1', 'rule', 'T2'],
    ],
    [
      'a term stands between paragraphs alone',
      body('<dl><dd>T1</dd><dt>one</dt><dd>T2</dd><dt>two</dt><dt> </dt></dl>'),
      ['T1', 'term', 'T2'],
    ],
    [
      'what is in no part is none',
      `${body('<p>T1</p>')}${frame}${body('<p>T2</p>')}`,
      ['T1', 'T2'],
    ],
    [
      'what a table holds is its own',
      body(`<p>T1</p>${data(`d${frame}`)}<p>T2</p>`),
      ['T1', 'table', 'T2'],
    ],
    [
      'what a table that sets the page holds is the article’s',
      body(`<p>T1</p><table><tr><td>${frame}</td></tr></table><p>T2</p>`),
      ['T1', 'embed', 'T2'],
    ],
    [
      'a paragraph in a table is shown by it',
      body(`<p>T1</p>${data('T2')}<p>T3</p>`),
      ['T1', 'table', 'in T2', 'T3'],
    ],
    [
      'a picture comes after an insert of the same place',
      body(`<p>T1</p><img src="/i.jpg">${frame}<p>T2</p><img src="/j.jpg">`),
      ['T1', 'embed', '/i.jpg', 'T2', '/j.jpg'],
    ],
    ['without a paragraph there is no insert', body(`<p>u</p>${frame}<p>u</p>`), []],
  ])('%s', (_what, html, placements) => {
    expect(order(html)).toEqual(placements);
  });

  test('of text that stands nowhere on the page is before the pictures below the first block', () => {
    const { blocks, images } = readBlocks(
      treeOf('<img src="/i.jpg"><p>u</p><img src="/j.jpg"><p>v</p>').document,
    );
    const [elsewhere] = readBlocks(treeOf('<p>T1</p>').document).blocks;
    const placements = findStructure({
      told: [{ block: elsewhere!, paragraph: { kind: 'p', text: 'T1' } }],
      blocks,
      inserts: [],
      pictures: images.map((placed) => ({ placed, url: placed.element.attribs['src']! })),
      parts: [],
      pageUrl: 'https://mill.example/',
    });
    expect(placements.map((one) => ('url' in one ? one.url : one.kind))).toEqual([
      '/i.jpg',
      'paragraph',
      '/j.jpg',
    ]);
  });

  test.each<[string, string, string | undefined]>([
    ['its line breaks', '<pre><code>a<br>  b\n<b>c</b></code></pre>', 'a\n  b\nc'],
    ['no empty first line', '<pre><code> \n  a \n</code></pre>', '  a'],
    [
      'twenty thousand characters',
      `<pre><code>${'a'.repeat(20_000)}</code></pre>`,
      'a'.repeat(20_000),
    ],
    ['no more', `<pre><code>${'a'.repeat(20_001)}</code></pre>`, undefined],
    ['something', '<pre><code> </code></pre>', undefined],
    ['no mark where none of its text is told', '<pre>a\nb</pre>', 'a\nb'],
  ])('code has %s', (_what, html, code) => {
    const { blocks, inserts, regions } = readBlocks(
      treeOf(`<div><p>T1</p>${html}<p>T2</p></div>`).document,
    );
    const told = blocks
      .filter(({ text }) => text.startsWith('T'))
      .map((block) => ({ block, paragraph: { kind: block.kind, text: block.text } }));
    const found = findStructure({
      told,
      blocks,
      inserts,
      pictures: [],
      parts: regions.slice(0, 1),
      pageUrl: 'https://mill.example/',
    });
    const codes = found.flatMap((one) =>
      one.kind === 'insert' && 'code' in one.insert ? one.insert.code : [],
    );
    expect(codes).toEqual(code === undefined ? [] : [code]);
  });
});
