import { describe, expect, test } from 'vitest';
import {
  dateInUrl,
  guessedDate,
  isDayOnly,
  printedChange,
  printedDate,
  shownDate,
} from '../../../../src/article/dates/printed-date.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const url = 'https://quay.example/ferry-late';
const DAY = '2024-03-09T00:00:00Z';
/** Lines below the headline; `|` before it parts those above. */
function lines(html: string, at = url) {
  const page = pageOf(html, { url: at });
  const { blocks } = readBlocks(page.tree.document);
  const headline = blocks.findIndex(({ kind }) => kind === 'h');
  const scope = blocks.slice(headline + 1);
  return {
    page,
    all: { scope, near: scope.slice(0, 15), before: headline < 0 ? [] : blocks.slice(0, headline) },
  };
}
function shown(html: string): string | undefined {
  const { page, all } = lines(html);
  return shownDate(page, all, {})?.value;
}
function guessed(html: string, at = url): string | undefined {
  const { page, all } = lines(html, at);
  return guessedDate(page, all, {});
}
const h1 = '<h1>Ferry late again</h1>';
const list = (words: string) => words.split('|');

test('midnight is a day without an hour', () => {
  expect([isDayOnly(DAY), isDayOnly('2024-03-09T00:00:01Z')]).toEqual([true, false]);
});

describe('the day in an address', () => {
  test.each([
    ['/2024/03/09/ferry', DAY],
    ['/2024/3/9/ferry', DAY],
    ['/ferry-2024-03-09', DAY],
    ['/ferry_2024_03_09.html', DAY],
    ['/ferry-20240309', DAY],
    ['/1999/12/31/x', '1999-12-31T00:00:00Z'],
    ['/2024/13/09/ferry', undefined],
    ['/2024/03/32/ferry', undefined],
    ['/2024/03/091', undefined],
    ['/ferry-120240309', undefined],
    ['/ferry-202403091', undefined],
    ['/ferry-20401231', undefined],
    ['/ferry', undefined],
  ])('%s is %s', (path, day) => {
    expect(dateInUrl(pageOf('<p>', { url: `https://quay.example${path}` }), {})).toBe(day);
  });
});

describe('a line says when the page was changed', () => {
  test.each(
    list(
      'Updated|Last updated|Page updated|This page was updated|This page was last modified|Edited|Modified|Article updated|Letzte Änderung|Letzte Aktualisierung|Zuletzt aktualisiert|Aktualisiert|Mis à jour|Actualizado|Atualizado|Aggiornato|Bijgewerkt|Güncelleme|• Updated',
    ),
  )('"%s"', (label) => {
    const { all } = lines(`${h1}<p>${label} 9 March 2024</p>`);
    expect(printedChange(all, {})).toBe(DAY);
    expect(shown(`${h1}<p>${label} 9 March 2024</p>`)).toBeUndefined();
  });

  test('in 80 characters, below the headline or in the four lines over it', () => {
    const of = (html: string) => printedChange(lines(html).all, {});
    const line = 'Updated 9 March 2024';
    expect([
      of(`${h1}<p>${line.padEnd(80, '.')}</p>`),
      of(`${h1}<p>${line.padEnd(81, '.')}</p>`),
    ]).toEqual([DAY, undefined]);
    const over = (count: number) => of(`<p>${line}</p>${'<p>x</p>'.repeat(count)}${h1}<p>x</p>`);
    expect([over(3), over(4)]).toEqual([DAY, undefined]);
  });
});

describe('a reader finds the date', () => {
  test('marked as published before all', () => {
    expect(shown(`${h1}<p>8 March 2024</p><p class="published">9 March 2024</p>`)).toBe(DAY);
  });

  test('in the four lines below the headline, then in the four over it, then further below', () => {
    const x = '<p>x</p>';
    expect(shown(`<p>8 March 2024</p>${h1}${x.repeat(3)}<p>9 March 2024</p>`)).toBe(DAY);
    expect(shown(`<p>9 March 2024</p>${h1}${x.repeat(4)}<p>8 March 2024</p>`)).toBe(DAY);
    expect(shown(`<p>8 March 2024</p>${x.repeat(4)}${h1}${x.repeat(4)}<p>9 March 2024</p>`)).toBe(
      DAY,
    );
    expect(shown(`<p>8 March 2024</p><p>9 March 2024</p>${h1}`)).toBe(DAY);
  });

  test('in a line of 80 characters, with its year', () => {
    const line = (length: number) =>
      shown(`${h1}<p>${'It is 9 March 2024'.padEnd(length, '.')}</p>`);
    expect([line(80), line(81)]).toEqual([DAY, undefined]);
    expect(shown(`${h1}<p>9.3.24</p>`)).toBeDefined();
    expect(shown(`${h1}<p>9 March</p>`)).toBeUndefined();
  });

  test('in the element of time, with the hour beside it', () => {
    expect(shown(`${h1}<p><time datetime="2024-03-09">Saturday</time></p>`)).toBe(DAY);
    expect(shown(`${h1}<p><time datetime="2024-03-09">9 March 2024</time> 08:30</p>`)).toBe(
      '2024-03-09T08:30:00Z',
    );
    expect(
      shown(`${h1}<p><b><time datetime="2024-03-09T07:00:00Z">9 March 2024</time></b> 08:30</p>`),
    ).toBe('2024-03-09T07:00:00Z');
    expect(shown(`${h1}<p class="updated">It is 9 March 2024</p>`)).toBeUndefined();
  });

  test.each([
    `(9. März 2024) ${'Soup is cold. '.repeat(9)}`,
    `LONDON, March 9, 2024 ${'Soup is cold. '.repeat(9)}`,
    `Port Else – 9 March 2024 ${'Soup is cold. '.repeat(9)}`,
    `9.3.2024 ${'Soup is cold. '.repeat(9)}`,
  ])('at the start of the first sentence: %s', (text) => {
    expect(shown(`${h1}<p>${text}</p>`)).toBe(DAY);
  });
});

describe('a date that may be the article’s', () => {
  test.each(
    list(
      'Published|Posted|Erschienen|Veröffentlicht|Publié|Publicado|Pubblicato|Gepubliceerd|Opublikowano',
    ),
  )('stands behind "%s"', (word) => {
    const text = `${'Soup is cold. '.repeat(16)} ${word}: 9.3.2024`;
    expect(guessed(`${h1}${'<p>x</p>'.repeat(20)}<p>${text}</p>`)).toBe(DAY);
    expect(
      guessed(`${h1}${'<p>x</p>'.repeat(20)}<p>${text.replace(word, `${word}x`)}</p>`),
    ).toBeUndefined();
  });

  test.each(list('on|am|le|el|em|il|op'))('stands behind "published %s"', (word) => {
    const text = `${'Soup is cold. '.repeat(16)} Published ${word} 9.3.2024`;
    expect(guessed(`${h1}${'<p>x</p>'.repeat(20)}<p>${text}</p>`)).toBe(DAY);
  });

  test('is marked as a date, or stands on any short line', () => {
    expect(guessed(`${h1}<p>x</p><div class="story-date">9 March 2024</div>`)).toBe(DAY);
    expect(guessed(`${h1}${'<p>x</p>'.repeat(20)}<p>9 March 2024</p>`)).toBe(DAY);
    expect(
      guessed(`<p>${'Soup. '.repeat(20)} x</p>${h1}<p>${'9 March 2024'.padEnd(200, '.')}</p>`),
    ).toBe(DAY);
  });

  test('is among the first or last 500 lines of a long page', () => {
    const among = (before: number, after: number) =>
      guessed(`${h1}${'<p>x</p>'.repeat(before)}<p>9 March 2024</p>${'<p>x</p>'.repeat(after)}`);
    expect([among(499, 600), among(500, 600), among(600, 499)]).toEqual([DAY, undefined, DAY]);
  });
});

describe('the address contradicts a date', () => {
  test('that is three days off', () => {
    const printed = (day: string) => {
      const { page, all } = lines(`${h1}<p>${day}</p>`, 'https://quay.example/2024/03/09/x');
      return printedDate(page, shownDate(page, all, {}), {});
    };
    expect([printed('11 March 2024'), printed('12 March 2024'), printed('6 March 2024')]).toEqual([
      '2024-03-11T00:00:00Z',
      undefined,
      undefined,
    ]);
    expect(
      guessed(`${h1}<div class="story-date">1 May 2024</div>`, 'https://quay.example/2024/03/09/x'),
    ).toBeUndefined();
  });
});
