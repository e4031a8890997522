import { describe, expect, test } from 'vitest';
import { BODY, type Parts, recordOf, published, ld, stated, otherStories } from './dated-page.ts';

describe('the clock of the publisher', () => {
  test('gives the hour of a day that is stated without one', () => {
    const head = '<meta name="DC.date.issued" content="2026-05-04">';
    const [same, next] = ['<p>7:01AM BST 4 May 2026</p>', '<p>7:01AM BST 5 May 2026</p>'];
    expect(published({ head, below: same })).toBe('2026-05-04T07:01:00+01:00');
    expect(published({ head, below: next })).toBe('2026-05-04T00:00:00Z');
  });

  test('is that of the zone which is printed beside the same hour, where data states none', () => {
    const head = '<meta property="article:published_time" content="2026-11-09T18:06:00">';
    const below = '<span class="date">Nov. 9, 2026, 6:06 PM EST</span>';
    expect(published({ head, below })).toBe('2026-11-09T18:06:00-05:00');
  });

  test('is kept where the page states its offset', () => {
    const head = stated('2026-05-03T22:54:29-04:00');
    expect(published({ head })).toBe('2026-05-03T22:54:29-04:00');
  });

  test.each([
    ['an hour in words', '<p>3 May, 2026, 11:37 pm</p>', '2026-05-03T23:37:37-04:00'],
    [
      'a day and an hour side by side',
      '<div>May 3, 2026<b>23:37</b></div>',
      '2026-05-03T23:37:37-04:00',
    ],
    [
      'an element with the time',
      '<p><time datetime="2026-05-04T09:07:37+05:30">4 May</time></p>',
      '2026-05-04T09:07:37+05:30',
    ],
  ])('is taken from %s beside a statement in UTC', (_what, below, expected) => {
    expect(published({ head: stated('2026-05-04T03:37:37Z'), below })).toBe(expected);
  });

  test.each([
    ['a later hour, as of a change', '<p>4 May, 2026, 3:54 am</p>'],
    ['another day', '<p>9 May, 2026, 3:37 am</p>'],
    ['an hour of which the half of the day is missing', '<p>3 May, 2026, 15:37</p>'],
    ['a day alone', '<p>3 May, 2026</p>'],
    [
      'an element with another time',
      '<p><time datetime="2026-05-04T09:00:00+05:30">4 May</time></p>',
    ],
  ])('is not taken from %s', (_what, below) => {
    expect(published({ head: stated('2026-05-04T03:37:37Z'), below })).toBe('2026-05-04T03:37:37Z');
  });

  test.each([
    ['the only one that shows the printed day', '23:00:00Z', '5', '2026-05-05T01:00:00+02:00'],
    ['left where UTC shows that day too', '23:00:00Z', '4', '2026-05-04T23:00:00Z'],
    ['left where no clock there shows that day', '20:00:00Z', '5', '2026-05-04T20:00:00Z'],
  ])('in its country is %s', (_what, hour, day, expected) => {
    const parts = { head: stated(`2026-05-04T${hour}`), below: `<p>${day}. Mai 2026</p>` };
    expect(published({ ...parts, url: 'https://quay.example.de/ferry-late' })).toBe(expected);
  });

  test.each([
    ['no zone in structured data', '2026-05-03T23:37:37', '2026-05-04T03:37:37Z'],
    ['no zone in a meta element', '2026-05-04T03:37:37Z', '2026-05-03T23:37:37'],
    ['an offset in a meta element', '2026-05-04T03:37:37Z', '2026-05-03T23:37:37-04:00'],
    ['one offset for both', '2026-05-03T23:37:37', '2026-05-03T23:37:37-04:00'],
  ])('is taken from two statements of one moment: %s', (_what, datePublished, content) => {
    const meta = `<meta property="article:published_time" content="${content}">`;
    expect(published({ head: stated(datePublished) + meta })).toBe('2026-05-03T23:37:37-04:00');
  });

  test.each([
    ['both call it UTC', '2026-05-04T03:37:37Z', '2026-05-03T23:37:37Z'],
    ['they are not one moment', '2026-05-04T03:37:37Z', '2026-05-03T21:15:00'],
    ['one names the day alone', '2026-05-04T03:37:37Z', '2026-05-04'],
  ])('is not taken from two statements where %s', (_what, datePublished, content) => {
    const meta = `<meta property="article:published_time" content="${content}">`;
    expect(published({ head: stated(datePublished) + meta })).toBe(datePublished);
  });

  test.each([
    ['the later one in Australia', 'au', '2026-05-04T13:37:37Z', '2026-05-04T03:37:37Z'],
    ['the earlier one in Canada', 'ca', '2026-05-03T23:37:37Z', '2026-05-04T03:37:37Z'],
  ])('is that of two statements in UTC that is local: %s', (_what, top, datePublished, content) => {
    const meta = `<meta property="article:published_time" content="${content}">`;
    for (const [one, other] of [
      [datePublished, content],
      [content, datePublished],
    ] as const) {
      const head = stated(one) + meta.replace(content, other);
      const local = published({ head, url: `https://quay.${top}/ferry-late` }) ?? '';
      expect(local.slice(0, 19)).toBe(datePublished.slice(0, 19));
      expect(new Date(local).toISOString()).toBe('2026-05-04T03:37:37.000Z');
    }
  });

  test('stands in the record beside the time in UTC, and only where it is another', () => {
    const modified = ld({
      datePublished: '2026-05-03T22:54:29-04:00',
      dateModified: '2026-05-04T06:00:00+01:00',
    });
    expect(recordOf({ head: modified })).toMatchObject({
      publishedAt: '2026-05-04T02:54:29Z',
      publishedLocal: '2026-05-03T22:54:29-04:00',
      modifiedAt: '2026-05-04T05:00:00Z',
      modifiedLocal: '2026-05-04T06:00:00+01:00',
    });
    expect(recordOf({ head: stated('2026-05-04T02:54:29Z') })).not.toHaveProperty('publishedLocal');
  });
});

describe('without a statement in the page’s data the date is', () => {
  const day = '2026-03-09T00:00:00Z';
  test.each<[string, Parts]>([
    [
      'marked up as that of publication',
      { after: '<abbr itemprop="datePublished" title="2026-03-09">9:00</abbr>' },
    ],
    ['the line under the headline', { below: '<div>9 March 2026</div>' }],
    [
      'the line under it with two digits for the year',
      { below: '<div>By Ann Lee | 09.03.26</div>' },
    ],
    [
      'the line right above it, before those of other stories',
      { above: '<div>09.03.2026</div>', after: otherStories },
    ],
    [
      'before the first sentence',
      {
        body: `<p>(9 March 2026) The ferry to the outer islands was late again on its way out.</p>${BODY}`,
      },
    ],
    [
      'behind the dateline',
      {
        body: `<p>PORT ELSE, March 9, 2026 - The ferry to the outer islands was late again on its way out.</p>${BODY}`,
      },
    ],
    [
      'behind a label at the end',
      {
        body: `${BODY}<p>Published on 9 March 2026, reads: 61, by the harbour office of Port Else and its friends.</p>`,
        after: otherStories,
      },
    ],
    [
      'that for the page’s scripts, not the day that somebody joined',
      {
        after: `<i class="joined-date" title="1 May 2012">Joined</i>
          <a class="story-date" title="10:00 PM - 8 Mar 2026"><span data-time="1773014400">8h</span></a>`,
      },
    ],
    [
      'in milliseconds for the page’s scripts',
      { after: '<span class="date" data-updated-time="1773100000" data-time-ms="1773014400000">' },
    ],
    [
      'marked as published, not in a list that leads to other stories',
      {
        above: '<b class="story_listItem_published">10 March 2026</b>',
        after: '<b class="story_published">9 March 2026</b>',
      },
    ],
    ['in other digits', { below: '<div>۹ مارس ۲۰۲۶</div>' }],
    ['in another calendar', { below: '<div>9 มีนาคม 2569</div>' }],
    ['in the address', { url: 'https://quay.example/2026/03/09/ferry-late' }],
    ['that of a vague meta element', { head: '<meta name="date" content="2026-03-09">' }],
  ])('%s', (_what, parts) => {
    expect(published(parts)).toBe(day);
  });

  test('the printed one rather than that of a vague meta element', () => {
    const head = '<meta name="date" content="2026-03-12">';
    expect(published({ head, below: '<div>9 March 2026</div>' })).toBe(day);
  });

  test('not that of a change', () => {
    const below = '<div>Updated: 12 March 2026</div><div>9 March 2026</div>';
    expect(published({ below })).toBe(day);
  });

  test('not one that the address contradicts', () => {
    const url = 'https://quay.example/2026/03/09/ferry-late';
    expect(published({ url, below: '<div>12 August 2026</div>' })).toBe(day);
  });

  test('none where a page shows none', () => {
    expect(published({})).toBeUndefined();
  });
});
