import { describe, expect, test } from 'vitest';
import { NO_RULES } from '../../../../src/article/rules/source-rules.ts';
import { readArticleText, readPageText } from '../../../../src/article/text/article-text.ts';
import { pageOf } from '../../../support/site/page-of.ts';
import { firstWords, paragraph, read, sentence } from './article-of.ts';

const TITLE = 'The ferry is late again';
const h1 = `<h1>${TITLE}</h1>`;
const STANDFIRST = 'Soup is given to all who wait';
const p = (names: string) =>
  names
    .split('')
    .map((name) => paragraph(name))
    .join('');

describe('the page’s text', () => {
  test('has fifteen lines near the headline and six before it', () => {
    const lines = (name: string, count: number) => `<p>${name}</p>`.repeat(count);
    const { near, before, scope } = readPageText(
      pageOf(`${lines('a', 9)}${h1}${lines('b', 20)}${p('ABCD')}`),
      TITLE,
    );
    // The headline is the last of the lines before.
    expect([near.length, before.map(({ text }) => text), scope.length]).toEqual([
      15,
      ['a', 'a', 'a', 'a', 'a', TITLE],
      24,
    ]);
  });

  test('is all of it where there is no headline', () => {
    const { near, before, scope, blocks } = readPageText(pageOf(p('ABCD')), undefined);
    expect([near, before, scope]).toEqual([[], [], blocks]);
  });
});

describe('the article’s text', () => {
  const data = (text: string) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, author: 'x', articleBody: text })}</script>`;
  const whole = ['V', 'W', 'X', 'Y', 'Z'].map((name) => sentence(name)).join('\n');

  test('is the data’s where that is two and a half times as long', () => {
    const shown = (length: number) =>
      firstWords(`${data(whole)}<article>${h1}${paragraph('A', length)}</article>`);
    expect(shown(180)).toBe('V W X Y Z');
    expect(shown(181)).toBe('A');
  });

  test('is the page’s where that has a thousand characters', () => {
    const long = Array.from({ length: 60 }, (_, at) => sentence(`V${at}`)).join('\n');
    const shown = (length: number) =>
      firstWords(`${data(long)}<article>${h1}${paragraph('A', length)}</article>`).split(' ')[0];
    expect([shown(1_000), shown(1_001)]).toEqual(['V0', 'A']);
  });

  test('is where a rule says, and elsewhere where that finds nothing', () => {
    const html = `<article>${h1}<div class="a">${p('ABC')}</div><div class="b">${p('DEF')}</div></article>`;
    expect(firstWords(html, { rules: { body: '.b' } as never })).toBe('D E F');
    expect(firstWords(html, { rules: { body: '.c' } as never })).toBe('A B C D E F');
  });

  test('is found where what a rule selects holds no text', () => {
    const html = `<article>${h1}<div class="a"></div>${p('ABC')}<b class="b">x</b></article>`;
    for (const body of ['.a', '.b', '.c'])
      expect(firstWords(html, { rules: { body } as never })).toBe('A B C');
  });

  test('of a rule has the standfirst above it', () => {
    const html = `<article>${h1}<h2 class="standfirst">${STANDFIRST}</h2><div class="a">${p('ABC')}</div></article>`;
    expect(read(html, { rules: { body: '.a' } as never }).subtitle?.value).toBe(STANDFIRST);
  });

  test('is a little less apart where it is the data’s, and stands for all of the page', () => {
    const text = (html: string) => {
      const page = pageOf(html);
      const before = { authors: [], otherPages: new Set<string>() };
      return readArticleText(page, readPageText(page, undefined), NO_RULES, before);
    };
    const found = text(data(whole));
    expect([found?.fitness, found?.from, found?.parts.map(({ id }) => id)]).toEqual([
      0.7,
      'jsonld',
      [0],
    ]);
    const state = JSON.stringify({ body: whole });
    expect(text(`<script type="application/json">${state}</script>`)?.from).toBe('text');
    expect(text('<p>Soup</p>')).toBeUndefined();
  });

  test('says a standfirst once that is made of its first sentence', () => {
    const told = (first: string) =>
      firstWords(
        `<article>${h1}<p class="standfirst">${first}</p><div class="article-body">${p('ABC')}</div></article>`,
      );
    expect(told(`${sentence('A')} ${sentence('S')}`)).toBe('A B C');
    expect(told(sentence('S'))).toBe('S A B C');
  });

  test('says twice what has less than forty letters', () => {
    const count = (lead: string, own: string) =>
      read(
        `<article>${h1}<p class="standfirst">${lead}</p><div class="article-body"><p>${own}</p>${p('ABC')}</div></article>`,
      ).paragraphs.value.length;
    const letters = (many: number) => `S${'a'.repeat(many - 1)}.`;
    const begun = (many: number) => count(`${letters(many)} ${sentence('T')}`, letters(many));
    expect([begun(40), begun(39)]).toEqual([4, 5]);
    const placed = (many: number) =>
      count(letters(many), `PORT ELSE — ${letters(many)} And so on.`);
    expect([placed(40), placed(39)]).toEqual([4, 5]);
  });

  test('has its standfirst among the hundred lines below the headline, and not in itself', () => {
    const below = (count: number) =>
      read(
        `<article>${h1}${'<p>Soup</p>'.repeat(count)}<h2 class="standfirst">${STANDFIRST}</h2><div class="article-body">${p('ABC')}</div></article>`,
      ).subtitle?.value;
    expect([below(99), below(100)]).toEqual([STANDFIRST, undefined]);
    const inside = read(
      `<article>${h1}<div class="article-body"><p class="lead">${STANDFIRST}</p>${p('ABC')}</div></article>`,
    );
    expect([inside.subtitle, inside.paragraphs.value.length]).toEqual([undefined, 4]);
  });

  test('has no standfirst on a page without a headline', () => {
    const { subtitle, paragraphs } = read(
      `<h2 class="standfirst">${STANDFIRST}</h2><div class="article-body">${p('ABC')}</div>`,
    );
    expect([subtitle, paragraphs.value.length]).toEqual([undefined, 3]);
  });

  test('opens with a standfirst in an element of another kind, though it has a template’s words', () => {
    const lead = 'Readers may get the ferry alerts by mail.';
    expect(
      read(
        `<article>${h1}<div class="standfirst">${lead}</div><div class="article-body">${p('ABC')}</div></article>`,
      ).paragraphs.value[0]?.text,
    ).toBe(lead);
  });

  test('opens with no sentence that has a picture in it', () => {
    const told = (picture: string) =>
      firstWords(
        `<article>${h1}<p>${picture}${sentence('S')}</p><div class="article-body">${p('ABC')}</div></article>`,
      );
    expect([told(''), told('<img src="/a.jpg">')]).toEqual(['S A B C', 'A B C']);
  });

  test('has a subtitle that is set like a headline', () => {
    const { subtitle } = read(
      `<article>${h1}<h2 class="standfirst">Soup is given to all who wait</h2><div class="article-body">${p('ABC')}</div></article>`,
    );
    expect(subtitle?.value).toBe('Soup is given to all who wait');
  });

  test('is without what its pictures say, and the line below them', () => {
    const caption = 'The quay in the storm of last winter, seen from the pier at dawn.';
    expect(
      firstWords(
        `<article>${h1}${p('ABC')}<img src="/a.jpg" alt="${caption}"><p>${caption}</p>${p('D')}</article>`,
      ),
    ).toBe('A B C D');
    for (const picture of [
      `<img src="/a.jpg" title="${caption}"><p>${caption}</p>`,
      `<div><img src="/a.jpg"><p><em>${caption}</em></p></div>`,
      `<p><img src="/a.jpg"></p><p><em>${caption}</em></p>`,
    ])
      expect(firstWords(`<article>${h1}${p('ABC')}${picture}${p('D')}</article>`)).toBe('A B C D');
  });

  test('has a line in italics that a picture with a frame of its own stands before', () => {
    const line = '<p><em>Nobody has seen the quay at dawn for a long time.</em></p>';
    for (const picture of ['<figure><img src="/a.jpg"></figure>', '<div><img src="/a.jpg"></div>'])
      expect(firstWords(`<article>${h1}${p('ABC')}${picture}${line}${p('D')}</article>`)).toBe(
        'A B C Nobody D',
      );
  });
});
