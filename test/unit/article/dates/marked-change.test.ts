import { describe, expect, test } from 'vitest';
import {
  dateOfElement,
  isOfOtherStory,
  markedAsPublished,
  markedDate,
  publishedBesideChange,
  saysChange,
  statedAsChanged,
  statedAsPublished,
} from '../../../../src/article/dates/marked-date.ts';
import { elementOf, pageOf } from '../../../support/site/page-of.ts';

const DAY = '2024-03-09T00:00:00Z';

describe('the day of publication in an element of a change', () => {
  const change = 'Updated 10 March 2024 19:20';
  const of = (text: string, datetime = '') =>
    publishedBesideChange(elementOf(`<time datetime="${datetime}">${text}</time>`, 'time'), {});
  const offset = '2024-03-10T19:20:00+01:00';

  test.each([
    ['by the clock of the change', `9 March 2024 01:57 | ${change}`, offset, '01:57:00+01:00'],
    ['by its own clock', `9 March 2024 01:57 +02:00 | ${change}`, offset, '01:57:00+02:00'],
    ['by its own clock of UTC', `9 March 2024 01:57 UTC | ${change}`, offset, '01:57:00Z'],
    ['without an hour', `9 March 2024 | ${change}`, offset, '00:00:00Z'],
    [
      'where the change is in UTC',
      `9 March 2024 01:57 | ${change}`,
      '2024-03-10T19:20:00Z',
      '01:57:00Z',
    ],
    ['where the change states no moment', `9 March 2024 01:57 | ${change}`, '', '01:57:00Z'],
  ])('is read %s', (_how, text, datetime, hour) => {
    expect(of(text, datetime)).toBe(`2024-03-09T${hour}`);
  });

  test('is read in 200 characters that tell it from the change', () => {
    expect(of('9 March 2024 01:57', offset)).toBeUndefined();
    expect(of(change, offset)).toBeUndefined();
    const long = (length: number) => of(`9 March 2024 | ${change}`.padEnd(length, '.'));
    expect([long(200), long(201)]).toEqual([DAY, undefined]);
  });
});

describe('the day of a change is stated', () => {
  const changed = (html: string) => statedAsChanged(pageOf(html), {});
  test.each([
    ['in an element of time', '<time itemprop="dateModified" datetime="2024-03-09">x</time>', DAY],
    ['in another element', '<b itemprop="dateModified">9 March 2024</b>', DAY],
    [
      'behind that of publication',
      '<b itemprop="datePublished">8 March 2024</b><b itemprop="dateModified">9 March 2024</b>',
      DAY,
    ],
    [
      'of another work',
      '<div itemscope itemprop="comment"><b itemprop="dateModified">9 March 2024</b></div>',
      undefined,
    ],
    ['nowhere', '<time datetime="2024-03-09">x</time>', undefined],
  ])('%s', (_where, html, day) => {
    expect(changed(html)).toBe(day);
  });

  test.each([
    ['<b itemprop="dateModified">', true],
    ['<b class="lastModified">', true],
    ['<b itemprop="datePublished">', false],
    ['<b>', false],
  ])('by %s: %s', (html, expected) => {
    expect(saysChange(elementOf(html, 'b'))).toBe(expected);
  });
});

test('the property datePublished of another work is passed over', () => {
  const html =
    '<div itemscope itemprop="comment"><b itemprop="datePublished">8 March 2024</b></div><b itemprop="datePublished">9 March 2024</b>';
  expect(statedAsPublished(pageOf(html), {})).toBe(DAY);
});

describe('the moment that is kept for scripts', () => {
  const moment = (html: string) => dateOfElement(elementOf(html, 'b'), {});
  test.each([
    ['in the element itself', '<b data-time="1709942400">x</b>', DAY],
    ['right inside it', '<b>x<i data-time="1709942400"></i></b>', DAY],
    ['deeper inside it', '<b><u><i data-time="1709942400"></i></u></b>', undefined],
    ['under the name of a day', '<b data-date="1709942400">x</b>', DAY],
    ['under the name of publication', '<b data-published="1709942400">x</b>', DAY],
    [
      'before one of a change',
      '<b data-time="1709942400" data-updated-time="1709950000">x</b>',
      DAY,
    ],
    [
      'behind one of a change',
      '<b data-updated-time="1709950000" data-time="1709942400">x</b>',
      DAY,
    ],
    ['behind what is none', '<b data-timezone="CET" data-time="1709942400">x</b>', DAY],
    ['in ten digits that begin with 2', '<b data-time="2709942400">x</b>', undefined],
  ])('is read %s', (_where, html, day) => {
    expect(moment(html)).toBe(day);
  });
});

describe('an element that is marked as published', () => {
  const published = (html: string) => markedAsPublished(pageOf(html), {});
  test('may be one of time', () => {
    expect(published('<time class="published" datetime="2024-03-09">x</time>')).toBe(DAY);
  });

  test('is passed over where it holds no day', () => {
    expect(published('<b class="published">soon</b><b class="published">9 March 2024</b>')).toBe(
      DAY,
    );
    expect(
      published(
        '<b class="published list-item">soon</b><b class="published list-item">9 March 2024</b>',
      ),
    ).toBe(DAY);
    expect(published('<b class="published">soon</b>')).toBeUndefined();
  });
});

describe('an element stands in what leads to another story', () => {
  const STORY = `<p>${'The ferry leaves at noon. '.repeat(9)}</p>`;
  const isOther = (html: string) => isOfOtherStory(elementOf(html + STORY, 'time'));
  const time = '<time>9 March</time>';

  test.each(
    'teaser suggest card cards more further ticker carousel playlist discover list-of related'.split(
      ' ',
    ),
  )('in “%s”', (label) => {
    expect(isOther(`<div class="${label}">${time}</div>`)).toBe(true);
    expect(isOther(`<div class="${label}"><article>${time}</article></div>`)).toBe(false);
    expect(isOther(`<div class="${label}"><main>${time}</main></div>`)).toBe(false);
    expect(isOther(`<div class="${label}">${STORY}${time}</div>`)).toBe(false);
  });

  test('in a link that has ten more letters than the date', () => {
    expect(isOther(`<a href="/x">${time}${'x'.repeat(11)}</a>`)).toBe(true);
    expect(isOther(`<a href="/x">${time}${'x'.repeat(10)}</a>`)).toBe(false);
    expect(isOther(`<b>${time}${'x'.repeat(11)}</b>`)).toBe(false);
  });

  test('and its day is passed over', () => {
    const html = `<div class="related"><time datetime="2024-03-08">x</time></div><time datetime="2024-03-09">x</time>${STORY}`;
    expect(markedDate(pageOf(html), {})).toBe(DAY);
  });
});
