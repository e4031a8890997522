import { describe, expect, test } from 'vitest';
import { articleOf, published } from './dated-page.ts';

describe('a day beside another', () => {
  test.each([
    ['es', '09.11.2026 01:57 | Actualizado a 09.11.2026 19:20'],
    ['de', '09.11.2026, 01:57 Uhr – aktualisiert am 09.11.2026, 19:20 Uhr'],
    ['fr', '9 novembre 2026 à 01:57, mis à jour le 9 novembre 2026 à 19:20'],
  ])('the first of two in an element of a change is the publication’s: %s', (_language, text) => {
    const below = `<time itemprop="dateModified" datetime="2026-11-09T19:20:45+01:00">${text}</time>`;
    const dates = articleOf({ below, url: 'https://quay.example/a' });
    expect(dates.publishedAt?.value).toBe('2026-11-09T01:57:00+01:00');
    expect(dates.modifiedAt?.value).toBe('2026-11-09T19:20:45+01:00');
  });

  test.each([
    '<section class="suggested"><a href="/x"><h4>Storm</h4><time datetime="2026-03-05">5 March</time></a></section>',
    '<div class="related"><h4>Storm</h4><time datetime="2026-03-05">5 March</time></div>',
    '<aside><p><span class="date">5 March 2026</span></p></aside>',
    '<ul class="teaser"><li><a href="/x">Storm</a> <time datetime="2026-03-05">5 March</time></li></ul>',
  ])('that of another story that the page leads to is not the article’s: %s', (after) => {
    expect(published({ after, url: 'https://quay.example/a' })).toBeUndefined();
  });

  test('a link around the day alone leads to the article itself', () => {
    const after = '<p><a href="/a"><time datetime="2026-03-05">5 March</time></a></p>';
    expect(published({ after, url: 'https://quay.example/a' })).toBe('2026-03-05T00:00:00Z');
  });

  test('that of the article in a header or among its metadata is', () => {
    const time = '<time datetime="2026-03-05">x</time>';
    const lines = '<p>A line of the harbour’s own.</p>'.repeat(8);
    for (const above of [
      `<header>${time}</header>${lines}`,
      `<div class="meta">${time}</div>${lines}`,
    ]) {
      expect(published({ above, url: 'https://quay.example/a' })).toBe('2026-03-05T00:00:00Z');
    }
  });
});

describe('a clock without a zone', () => {
  test('in data is by the zone that the page prints beside the same hour', () => {
    const head = '<meta property="article:published_time" content="2026-11-09T18:06:00">';
    const below = (printed: string) => `<span class="date">${printed}</span>`;
    expect(published({ head, below: below('Nov. 9, 2026, 6:06 PM EST') })).toBe(
      '2026-11-09T18:06:00-05:00',
    );
    expect(published({ head, below: below('Nov. 9, 2026, 7:30 PM EST') })).toBe(
      '2026-11-09T18:06:00Z',
    );
  });

  test.each([
    ['kr', '2026.11.09. 오후 2:05', '2026-11-09T14:05:00+09:00'],
    ['de', '9. November 2026, 14:05 Uhr', '2026-11-09T14:05:00+01:00'],
    ['de', '9. Juli 2026, 14:05 Uhr', '2026-07-09T14:05:00+02:00'],
    ['de', '9. November 2026, 14:05 GMT', '2026-11-09T14:05:00Z'],
    ['de', '9. November 2026', '2026-11-09T00:00:00Z'],
    ['us', 'November 9, 2026 14:05', '2026-11-09T14:05:00Z'],
  ])('on a page of a country with one time, .%s, “%s” is by that', (top, text, expected) => {
    const url = `https://quay.${top}/a`;
    expect(published({ below: `<span class="date">${text}</span>`, url })).toBe(expected);
  });
});

test.each([
  ['9 تشرين الثاني 2026', '2026-11-09T00:00:00Z'],
  ['9 كانون الأول 2026', '2026-12-09T00:00:00Z'],
  ['9 ноября 2026, 14:05 (МСК)', '2026-11-09T14:05:00+03:00'],
])('“%s” is read', (text, expected) => {
  const below = `<div class="date">${text}</div>`;
  expect(published({ below, url: 'https://quay.example/a' })).toBe(expected);
});
