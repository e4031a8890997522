import { describe, expect, test } from 'vitest';
import {
  boxedNames,
  linkedNames,
  visibleByline,
} from '../../../../src/article/authors/marked-byline.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { pageOf, treeOf } from '../../../support/site/page-of.ts';

function byline(html: string): string[] {
  const page = pageOf(html);
  return visibleByline(page, readBlocks(page.tree.document).blocks);
}
const linked = (html: string) => linkedNames(readBlocks(treeOf(html).document).blocks);
const boxed = (html: string) => boxedNames(treeOf(html).marked);
const words = (list: string) => list.split(' ');

describe('a byline is marked up', () => {
  test.each([
    'rel="author"',
    'itemprop="author"',
    'class="byline"',
    'class="story-author"',
    'class="authorName"',
  ])('by %s', (mark) => {
    expect(byline(`<p><a ${mark}>Ann Lee</a></p>`)).toEqual(['Ann Lee']);
  });

  test.each(
    words(
      'bio about image avatar photo picture social twitter email follow share comment date time role title position desc count related box-content nav menu',
    ),
  )('and not as author-%s', (word) => {
    expect(byline(`<p class="author-${word}">Ann Lee</p>`)).toEqual([]);
    expect(byline(`<p class="author-x">Ann Lee</p>`)).toEqual(['Ann Lee']);
  });

  test('and not as the author of a post, in a form, or of another work', () => {
    expect(byline('<p class="hentry author-ann">Ann Lee</p>')).toEqual([]);
    expect(byline('<form><p class="author">Ann Lee</p></form>')).toEqual([]);
    expect(byline('<form class="author">Ann Lee</form>')).toEqual([]);
    expect(byline('<div itemscope itemprop="comment"><p class="author">Ann Lee</p></div>')).toEqual(
      [],
    );
  });

  test('by what it holds that is marked, named or linked as a name', () => {
    const by = (inner: string) => byline(`<div class="byline">Harbour desk ${inner} at noon</div>`);
    expect(by('<b itemprop="author">Ann Lee</b><b itemprop="author">Bob Ray</b>')).toEqual([
      'Ann Lee',
      'Bob Ray',
    ]);
    expect(by('<b itemprop="name">Ann Lee</b>')).toEqual(['Ann Lee']);
    expect(by('<a rel="author">Ann Lee</a>')).toEqual(['Ann Lee']);
    for (const name of [
      'name',
      'author-name',
      'byline_name',
      'contributor-name',
      'person-name',
      ...words('authorname bylinename contributorname personname reportername writername'),
      'writer-name',
      'fn',
    ]) {
      expect(by(`<b class="${name}">Ann Lee</b>`)).toEqual(['Ann Lee']);
    }
  });

  test.each(
    words(
      'author authors autor autoren autores autora auteur auteurs people person profile profiles profil staff newsteam writer writers contributor contributors reporter reporters by byline journalist journalists redaktion team columnist columnists user users editors',
    ),
  )('by a link under /%s/', (folder) => {
    expect(byline(`<div class="byline">Desk <a href="/${folder}/ann">Ann Lee</a> x</div>`)).toEqual(
      ['Ann Lee'],
    );
    expect(linked(`<p><a href="/${folder}/ann">Ann Lee</a></p>`)).toEqual(['Ann Lee']);
    expect(linked(`<p><a href="/${folder}/">Ann Lee</a></p>`)).toEqual([]);
  });

  test('and not by the way to the page, nor by its subjects', () => {
    expect(
      byline(
        '<div class="byline"><ul itemtype="https://schema.org/BreadcrumbList"><li itemprop="name">Quay Town</li></ul>Ann Lee</div>',
      ),
    ).not.toEqual(['Quay Town']);
    expect(byline('<div class="byline"><a rel="tag">Ann Lee</a></div>')).toEqual([]);
    expect(
      byline(`<div class="byline">${'Ann Lee and the others said so again. '.repeat(4)}</div>`),
    ).toEqual([]);
  });

  test('for several writers who stand beside each other, up to eight', () => {
    const author = (name: string) => `<p class="author">${name} Lee</p>`;
    expect(
      byline(
        `<div>${author('Ann')}${author('Bob')}</div><section><div><div>${author('Cal')}</div></div></section>`,
      ),
    ).toEqual(['Ann Lee', 'Bob Lee']);
    const many = words('Ann Bob Cal Dan Eve Fay Gil Hal Ivy').map(author).join('');
    expect(byline(`<div>${many}</div>`)).toHaveLength(8);
    expect(byline(`<div>${author('Ann')}${author('ANN')}</div>`)).toHaveLength(1);
  });

  test('and one that is spelled out near the headline comes before one that is elsewhere', () => {
    const page = pageOf('<p>By Bob Ray</p><p>x</p><p class="author">Ann Lee</p>');
    const { blocks } = readBlocks(page.tree.document);
    expect(visibleByline(page, blocks.slice(0, 2))).toEqual(['Bob Ray']);
    expect(visibleByline(page, blocks)).toEqual(['Ann Lee']);
    const late = pageOf(`${'<p>x</p>'.repeat(6)}<p>By Bob Ray</p>`);
    expect(visibleByline(late, readBlocks(late.tree.document).blocks)).toEqual(['Bob Ray']);
  });
});

test('names that lead to their writers’ pages stand in the first six lines', () => {
  const after = (count: number) =>
    linked(`${'<p>x</p>'.repeat(count)}<p><a href="/author/ann">Ann Lee</a></p>`);
  expect([after(5), after(6)]).toEqual([['Ann Lee'], []]);
  expect(linked('<p><a href="/author/ann">Ann</a></p>')).toEqual([]);
  expect(linked(`<p>${'a'.repeat(134)}<a href="/author/ann">Ann Lee</a></p>`)).toEqual([]);
});

describe('the box about the writer', () => {
  test.each(['h3', 'h4'])('names them in <%s>', (name) => {
    expect(
      boxed(`<div class="author-bio"><${name}>Ann Lee</${name}><p>She writes.</p></div>`),
    ).toEqual(['Ann Lee']);
  });

  test('names them in a link or by class, in full', () => {
    expect(boxed('<div class="author-box"><a href="/author/ann">Ann Lee</a></div>')).toEqual([
      'Ann Lee',
    ]);
    expect(boxed('<div class="author-info"><b class="name">Ann Lee</b></div>')).toEqual([
      'Ann Lee',
    ]);
    expect(boxed('<div class="author-info"><b class="name">Ann</b></div>')).toEqual([]);
    expect(boxed('<form><div class="author-bio"><h3>Ann Lee</h3></div></form>')).toEqual([]);
    expect(boxed('<div class="author"><h3>Ann Lee</h3></div>')).toEqual([]);
  });
});

describe('what stands beside a name in a byline’s own element', () => {
  const by = (inside: string) => byline(`<p class="byline">By Ann Lee ${inside}</p>`);

  test.each(
    words(
      'bio about tooltip tool-tip popup pop-up popover pop-over card hover description follow share author-bio bio-text',
    ),
  )('is none of it in “%s”', (name) => {
    expect(by(`<span class="${name}">and Bob Ray</span>`)).toEqual(['Ann Lee']);
    expect(by(`<span class="x${name}x">and Bob Ray</span>`)).toEqual(['Ann Lee', 'Bob Ray']);
  });

  test('is none of it out of sight', () => {
    expect(by('<span hidden>and Bob Ray</span>')).toEqual(['Ann Lee']);
  });

  test('is none of it beside an element of the writer’s own', () => {
    for (const mark of ['itemprop="author"', 'itemprop="name"', 'rel="author"', 'class="fn"']) {
      const name = `<a ${mark}>Ann Lee</a>`;
      expect(byline(`<p class="byline">Cal Dun, ${name}</p>`)).toEqual(['Ann Lee']);
      expect(byline(`<div class="byline">Cal Dun, <b><i>${name}</i></b></div>`)).toEqual([
        'Ann Lee',
      ]);
    }
  });
});

describe('several bylines', () => {
  const author = (name: string) => `<p class="author">${name} Lee</p>`;

  test('are of one article beside each other, or in elements beside each other', () => {
    const pair = (one: string, other: string) => byline(`<main>${one}${other}</main>`);
    expect(pair(author('Ann'), author('Bob'))).toEqual(['Ann Lee', 'Bob Lee']);
    expect(pair(`<div>${author('Ann')}</div>`, `<div>${author('Bob')}</div>`)).toEqual([
      'Ann Lee',
      'Bob Lee',
    ]);
    expect(
      pair(`<div>${author('Ann')}</div>`, `<section><div>${author('Bob')}</div></section>`),
    ).toEqual(['Ann Lee']);
  });

  test('begin with the first that names somebody', () => {
    expect(byline(`<div><p class="author">—</p></div>${author('Ann')}`)).toEqual(['Ann Lee']);
  });
});

describe('a link to a writer’s page', () => {
  test('names nobody by one word, and is none in a line without links', () => {
    expect(
      linked('<p><a href="/author/ann">Ann</a> <a href="/author/bob">Bob Ray</a></p>'),
    ).toEqual(['Bob Ray']);
    expect(linked('<p>Ann Lee</p>')).toEqual([]);
    expect(linked('<p><a href="/news">Ann Lee</a></p>')).toEqual([]);
    expect(linked('<p><a rel="author" href="/x">Ann Lee</a></p>')).toEqual(['Ann Lee']);
  });

  test('is the first line’s that has one, of 140 characters at most', () => {
    const line = (name: string) => `<div><a href="/author/x">${name}</a></div>`;
    expect(linked(line('Ann Lee') + line('Bob Ray'))).toEqual(['Ann Lee']);
    const long = (length: number) =>
      linked(`<p>${'a'.repeat(length - 8)} <a href="/author/ann">Ann Lee</a></p>`);
    expect([long(140), long(141)]).toEqual([['Ann Lee'], []]);
  });
});

test('the box about the writer is the first one that is no form, and names by its first name', () => {
  const box = (name: string) => `<div class="author-box"><h3>${name}</h3><h4>Cal Dun</h4></div>`;
  expect(boxed(`<form>${box('Bob Ray')}</form>${box('Ann Lee')}`)).toEqual(['Ann Lee']);
  expect(boxed('<div class="author-box"><p>Ann Lee</p></div>')).toEqual([]);
});
