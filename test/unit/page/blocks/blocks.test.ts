import { describe, expect, test } from 'vitest';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { blocksOf, treeOf } from '../../../support/site/page-of.ts';

const words = (list: string) => list.split(' ');
const read = (html: string) => readBlocks(treeOf(html).document);
const only = (html: string) => {
  const [block, ...rest] = read(html).blocks;
  if (!block || rest.length > 0) throw new Error('not one block');
  return block;
};

describe('an element', () => {
  test.each(
    words(
      'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr',
    ),
  )('%s stands in a line', (name) => {
    expect(blocksOf(`<p>One <${name}>two</${name}> three</p>`)).toEqual(['p One two three']);
  });

  test.each(words('div p section ul table td pre custom-part dl dd'))('%s is a block', (name) => {
    expect(blocksOf(`<main>One <${name}>two</${name}> three</main>`)).toHaveLength(3);
  });

  test.each(
    words(
      'audio button canvas datalist dialog iframe label map math meter nav noscript object option progress rp rt script select style svg template textarea title video',
    ),
  )('%s holds no text of the page', (name) => {
    expect(blocksOf(`<div>One <${name}>two</${name}> three</div>`)).toEqual(['p One three']);
  });

  test.each(words('embed input'))('%s is left out', (name) => {
    expect(blocksOf(`<p>One <${name}> three</p>`)).toEqual(['p One three']);
  });

  test.each(words('h1 h2 h3 h4 h5 h6'))('%s is a heading', (name) => {
    expect(blocksOf(`<${name}>Bread</${name}>`)).toEqual(['h Bread']);
  });

  test('li is an item, blockquote a quote, and what stands in them is too', () => {
    expect(blocksOf('<ul><li><div>One</div></li></ul><blockquote><p>Two</p></blockquote>')).toEqual(
      ['li One', 'quote Two'],
    );
  });

  test.each(
    words(
      'table pre hr dt blockquote iframe lite-youtube amp-youtube amp-twitter amp-instagram amp-vimeo amp-tiktok',
    ),
  )('%s is told with its place between the texts', (name) => {
    const { inserts } = read(`<p>One</p><p>Two</p><${name}></${name}><p>Three</p>`);
    expect(inserts.map(({ element, at }) => [element.name, at])).toEqual([[name, 2]]);
  });

  test.each(words('img amp-img'))('%s is a picture', (name) => {
    const { images } = read(`<p>One</p><${name}></${name}><p>Two <${name}></${name}> three</p>`);
    expect(images.map(({ at }) => at)).toEqual([1, 2]);
    const placed = (html: string) => read(html).images.map(({ at }) => at);
    expect([placed(`<p> <${name}>One</p>`), placed(`<p>One<br><${name}></p>`)]).toEqual([[0], [1]]);
  });
});

describe('what the head holds', () => {
  test.each(words('base basefont bgsound link meta noscript script style template title'))(
    '%s there is none of the page',
    (name) => {
      expect(
        blocksOf(`<head><${name}>x</${name}></head><body><p>Bread</p></body>`).join(),
      ).not.toContain('x,');
      expect(blocksOf(`<head>lost <${name}></${name}></head>`)).toEqual([]);
    },
  );

  test('any other element there is: nothing closed the head', () => {
    expect(blocksOf('<head><title>x</title><p>Bread</p>')).toEqual(['p Bread']);
  });

  test('a template is shown where it is the tree of a shadow', () => {
    expect(blocksOf('<div><template shadowrootmode="open"><p>Bread</p></template></div>')).toEqual([
      'p Bread',
    ]);
  });
});

describe('metadata', () => {
  test.each(words('meta link'))(
    '%s amid a line does not cut it, and between blocks it does',
    (name) => {
      expect(blocksOf(`<p>One <b>two <${name}> three</b></p>`)).toEqual(['p One two three']);
      expect(blocksOf(`<div>One <${name}> two</div>`)).toEqual(['p One', 'p two']);
    },
  );
});

describe('text that no eye sees', () => {
  test.each([
    ...words(
      'sr-only visually-hidden visuallyhidden hidden-visually screen-reader screen-reader-text screenreader screenreader-text a11y-hidden vh c-sr-only',
    ).map((name) => `class="${name}"`),
    'hidden',
    'style="display: none"',
  ])('stands in a span with %s', (attribute) => {
    expect(blocksOf(`<p>One <span ${attribute}>two</span> three</p>`)).toEqual(['p One three']);
  });

  test.each(['class="vhs"', 'class="sr-only-not"', 'class="reader"'])(
    'does not stand in a span with %s',
    (attribute) => {
      expect(blocksOf(`<p>One <span ${attribute}>two</span></p>`)).toEqual(['p One two']);
    },
  );
});

describe('a subhead that is not marked up as a heading', () => {
  test.each(
    words(
      'crosshead cross-head crossheads cross-header crossheading zwischentitel zwischen-titel zwischenüberschrift zwischen-überschrift zwischenueberschrift intertitre inter-titre ladillo mellanrubrik mellan-rubrik mellomtittel mellemrubrik tussenkop tussen-kop b_crosshead',
    ),
  )('is called %s', (name) => {
    expect(blocksOf(`<p class="${name}">Bread</p>`)).toEqual(['h Bread']);
    expect(blocksOf(`<div>One<span class="x ${name}">Bread</span></div>`)).toEqual([
      'p One',
      'h Bread',
    ]);
  });

  test.each(words('crossheadx xcrosshead headline'))('is not called %s', (name) => {
    expect(blocksOf(`<p class="${name}">Bread</p>`)).toEqual(['p Bread']);
  });
});

describe('a heading', () => {
  test('of more than 300 characters is none', () => {
    expect(blocksOf(`<h2>${'a'.repeat(300)}</h2>`)[0]).toMatch(/^h /);
    expect(blocksOf(`<h2>${'a'.repeat(301)}</h2>`)[0]).toMatch(/^p /);
  });

  test('of more than 100 signs of a dense script is none', () => {
    expect(blocksOf(`<h2>${'報'.repeat(100)}</h2>`)[0]).toMatch(/^h /);
    expect(blocksOf(`<h2>${'報'.repeat(101)}</h2>`)[0]).toMatch(/^p /);
  });

  test('that nothing closed holds none of the paragraphs in it', () => {
    expect(blocksOf('<h2>Bread<p>Salt</p><blockquote><p>Water</p></blockquote>')).toEqual([
      'h Bread',
      'p Salt',
      'quote Water',
    ]);
  });

  test('that holds its text twice says it once', () => {
    expect(blocksOf('<h2><span>Bread is dear</span> <span>Bread is dear</span></h2>')).toEqual([
      'h Bread is dear',
    ]);
  });
});

describe('running text', () => {
  test.each([
    ['p', 40],
    ['blockquote', 40],
    ['li', 80],
  ])('in %s begins at %i characters', (name, least) => {
    const good = (length: number) => only(`<${name}>${'a'.repeat(length)}</${name}>`).good;
    expect(good(least)).toBe(least);
    expect(good(least - 1)).toBe(0);
    const dense = (length: number) => only(`<${name}>${'報'.repeat(length)}</${name}>`).good;
    expect(dense(least / 2)).toBe(least / 2);
    expect(dense(least / 2 - 1)).toBe(0);
  });

  test('has no more than two fifths of its characters in links', () => {
    const linked = (count: number) =>
      only(`<p>${'a'.repeat(100 - count)}<a href="x">${'b'.repeat(count)}</a></p>`);
    expect(linked(40)).toMatchObject({ good: 100, linkChars: 40 });
    expect(linked(41)).toMatchObject({ good: 0, linkChars: 41 });
    expect(only(`<h2>${'a'.repeat(60)}</h2>`).good).toBe(0);
  });

  test('stands in a link where that leads somewhere, or is no anchor', () => {
    const linkChars = (attributes: string) => only(`<p>One <a ${attributes}>two</a></p>`).linkChars;
    expect([linkChars('href="x"'), linkChars(''), linkChars('href="x" name="y"')]).toEqual([
      3, 3, 3,
    ]);
    expect(linkChars('name="y"')).toBe(0);
  });

  test('after a link that was not closed is in none once the next link ends', () => {
    expect(only('<p><a href="x">One <a href="y">two</a> three</p>').linkChars).toBe(
      'One two'.length,
    );
  });
});

describe('a break', () => {
  const long = 'The bakers of the valley sell their bread before six in the morning.';

  test.each([
    '<br>',
    '<span class="br"></span>',
    '<span class="x br"></span>',
    '<span class="br y"></span>',
  ])('%s ends a paragraph where it stands twice, or after a long sentence', (mark) => {
    expect(blocksOf(`<p>One${mark}two</p>`)).toEqual(['p One two']);
    expect(blocksOf(`<p>One${mark} ${mark}two</p>`)).toEqual(['p One', 'p two']);
    expect(blocksOf(`<p>${long}${mark}${long}</p>`)).toEqual([`p ${long}`, `p ${long}`]);
  });

  test.each(['<span class="br">x</span>', '<span class="brx"></span>', '<b class="br"></b>'])(
    '%s is none',
    (mark) => {
      expect(blocksOf(`<p>${long}${mark}${long}</p>`)).toHaveLength(1);
    },
  );

  test('of two lines parts the paragraphs of preformatted text', () => {
    expect(blocksOf(`<pre>One\n${long}\n \t\n${long}</pre>`)).toEqual([
      `p One ${long}`,
      `p ${long}`,
    ]);
    expect(blocksOf('<p>One\n\ntwo</p>')).toEqual(['p One two']);
  });
});

test('regions are numbered in reading order, each with the last one inside it', () => {
  const { regions, blocks } = read('<main><p>One</p><div><p>Two</p></div></main><p>Three</p>');
  expect(regions.map(({ id, end }) => [id, end])).toEqual([
    [0, 5],
    [1, 4],
    [2, 2],
    [3, 4],
    [4, 4],
    [5, 5],
  ]);
  expect(blocks.map(({ region }) => region.id)).toEqual([2, 4, 5]);
  expect(blocks[0]?.lines.flat().map(({ data }) => data)).toEqual(['One']);
});

test('a first letter goes to the next block, and lines that are set like a list are items', () => {
  expect(blocksOf('<p class="drop-cap">T</p>\n<p>he ferry</p>')).toEqual(['p The ferry']);
  expect(blocksOf('<p>1. Soup<br>2. Bread</p>')).toEqual(['li 1. Soup', 'li 2. Bread']);
});
