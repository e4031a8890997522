import { describe, expect, test } from 'vitest';
import {
  dateOfElement,
  doubtfullyMarked,
  markedAsPublished,
  markedDate,
  statedAsPublished,
} from '../../../../src/article/dates/marked-date.ts';
import { elementOf, pageOf } from '../../../support/site/page-of.ts';
import { OTHER_MARK } from '../../../../src/article/dates/change-words.ts';

const DAY = '2024-03-09T00:00:00Z';
const date = (html: string, name = 'b') => dateOfElement(elementOf(html, name), {});

describe('the date of an element', () => {
  test.each([
    ['<b datetime="2024-03-09" content="2024-03-08">7 March 2024</b>', DAY],
    ['<b content="2024-03-09">7 March 2024</b>', DAY],
    ['<b data-time="1709942400">7 March 2024</b>', DAY],
    ['<b data-published-at="1709942400000">7 March 2024</b>', DAY],
    ['<b data-date="1709942400.5">x</b>', DAY],
    ['<b><i data-timestamp="1709942400"></i></b>', DAY],
    ['<b title="9 March 2024">7 March 2024</b>', DAY],
    ['<b title="soon">9 March 2024</b>', DAY],
    ['<b data-updated-time="1709942400">x</b>', undefined],
    ['<b data-count="1709942400">x</b>', undefined],
    ['<b data-time="170994240">x</b>', undefined],
    [`<b>${'9 March 2024'.padEnd(200, '.')}</b>`, DAY],
    [`<b>${'9 March 2024'.padEnd(201, '.')}</b>`, undefined],
  ])('%s is %s', (html, expected) => {
    expect(date(html)).toBe(expected);
  });
});

describe('the day of something else is marked', () => {
  test.each(
    'updated modified expire event-date eventtime event-time comment joined join-date member-since aktualisiert aktualizace actualizado atualizado geaendert geändert aggiornato bijgewerkt gewijzigd opdateret oppdatert guncelleme paivitetty muokattu evento evenement veranstaltung ablaufdatum geburtstag nacimiento nascita naissance kommentar comentario reactie'.split(
      ' ',
    ),
  )('as %s', (word) => {
    expect(OTHER_MARK.any.test(word)).toBe(true);
    expect(markedDate(pageOf(`<div class="date ${word}">9 March 2024</div>`), {})).toBeUndefined();
  });

  test('and the article’s is not', () => {
    expect(['date', 'joints', 'published'].filter((word) => OTHER_MARK.any.test(word))).toEqual([]);
  });
});

test('a time, or an element that is called a date, is marked as one', () => {
  expect(markedDate(pageOf('<time>9 March 2024</time>'), {})).toBe(DAY);
  expect(markedDate(pageOf('<p class="story-date">9 March 2024</p>'), {})).toBe(DAY);
  expect(markedDate(pageOf('<p class="author">9 March 2024</p>'), {})).toBeUndefined();
  expect(
    markedDate(pageOf('<time class="updated">8 March 2024</time><time>9 March 2024</time>'), {}),
  ).toBe(DAY);
});

test('a class that may mean a date is believed where the element holds nothing else', () => {
  const doubtful = (html: string) => doubtfullyMarked(pageOf(html), {});
  expect(doubtful('<p class="data">9 March 2024</p>')).toBe(DAY);
  expect(doubtful('<p class="dato">9 March 2024</p>')).toBe(DAY);
  expect(doubtful('<table><tr><td class="data">9 March 2024</td></tr></table>')).toBeUndefined();
  expect(doubtful(`<p class="data">${'9 March 2024'.padEnd(60, '.')}</p>`)).toBe(DAY);
  expect(doubtful(`<p class="data">${'9 March 2024'.padEnd(61, '.')}</p>`)).toBeUndefined();
  expect(doubtful('<p class="data updated">9 March 2024</p>')).toBeUndefined();
  expect(doubtful('<p class="story-date">9 March 2024</p>')).toBeUndefined();
});

test('what is marked as published comes before what is so in a list', () => {
  const published = (html: string) => markedAsPublished(pageOf(html), {});
  expect(published('<p class="published">9 March 2024</p>')).toBe(DAY);
  expect(published('<p class="published updated">9 March 2024</p>')).toBe(DAY);
  expect(published('<p class="pubdate updated">9 March 2024</p>')).toBeUndefined();
  expect(published('<p class="story-date">9 March 2024</p>')).toBeUndefined();
  const listed = '<p class="list-item-published list-item">8 March 2024</p>';
  expect(published(`${listed}<p class="published">9 March 2024</p>`)).toBe(DAY);
  expect(
    published(
      `<p class="published list-item">9 March 2024</p><p class="published listitem">8 March 2024</p>`,
    ),
  ).toBe(DAY);
});

test('the property datePublished is the article’s, unless it is of another work', () => {
  const stated = (html: string) => statedAsPublished(pageOf(html), {});
  expect(
    stated(
      '<meta itemprop="datePublished" content="2024-03-09"><p itemprop="dateModified">8 March 2024</p>',
    ),
  ).toBe(DAY);
  expect(
    stated('<div itemscope itemprop="comment"><b itemprop="datePublished">8 March 2024</b></div>'),
  ).toBeUndefined();
});

describe('a page whose content stands in an element of another name', () => {
  const story = `<p>${'The ferry leaves at noon. '.repeat(9)}</p>`;

  test.each(['two-columns right-sidebar', 'overlay-modal', 'teaser news-single', 'share-frame'])(
    'keeps its own date: %s',
    (label) => {
      const html = `<nav>Home News</nav><div class="${label}"><time datetime="2024-03-09">9 March</time>${story}</div>`;
      expect(markedDate(pageOf(html), {})).toBe(DAY);
    },
  );

  test.each(['sidebar', 'teaser', 'related'])('has no date from a smaller %s', (label) => {
    const html = `<div>${story}</div><div class="${label}"><time datetime="2024-03-09">9 March</time> A quay opens</div>`;
    expect(markedDate(pageOf(html), {})).toBeUndefined();
  });
});
