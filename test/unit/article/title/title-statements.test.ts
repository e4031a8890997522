import { describe, expect, test } from 'vitest';
import { readTitleStatements, same } from '../../../../src/article/title/title-statements.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const read = (html: string, options: object = {}) =>
  readTitleStatements(pageOf(html, { url: 'https://quay.example/1', ...options }));
const TITLE = 'The ferry is late again';
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

describe('headings that may be the headline', () => {
  test.each([
    [`<h1>${TITLE}</h1>`, [TITLE]],
    ['<h1>No</h1>', []],
    ['<h1>Yes</h1>', ['Yes']],
    [`<h1><a href="/">Quay Courier</a></h1><h1>${TITLE}</h1>`, [TITLE]],
    [`<a href="/"><h1>Courier of all</h1></a>`, []],
    [`<h1><a href="/?p=1">${TITLE}</a></h1>`, [TITLE]],
    [`<h1><a href="https://other.example/">${TITLE}</a></h1>`, [TITLE]],
    [`<h1><a>${TITLE}</a></h1>`, [TITLE]],
    [`<h1>Quay: news of the harbour</h1>`, []],
    [`<h1>${TITLE} ${TITLE}</h1>`, [TITLE]],
  ])('in %s are %j', (html, headings) => {
    expect(read(html).headings).toEqual(headings);
  });

  test('may have a rubric or a day behind what is shared', () => {
    for (const rubric of [' | Harbour', '| Harbour', ' 9.3.2026']) {
      expect(read(`${meta('og:title', TITLE)}<h1>${TITLE}${rubric}</h1>`).headings).toEqual([
        TITLE,
      ]);
    }
    expect(read(`${meta('og:title', TITLE)}<h1>${TITLE} in May</h1>`).headings).toEqual([
      `${TITLE} in May`,
    ]);
  });

  test('are 200 of a level, each of 2,000 characters', () => {
    const many = (name: string) =>
      Array.from({ length: 201 }, (_, at) => `<${name}>Heading number ${at}</${name}>`).join('');
    expect([read(many('h1')).headings.length, read(many('h2')).subheads().length]).toEqual([
      200, 200,
    ]);
    expect(read(`<h1>${'a'.repeat(2_001)}</h1>`).headings[0]).toHaveLength(2_000);
  });

  test('of the second level have twelve characters', () => {
    expect(read('<h2>Twelve chars</h2><h2>Eleven char</h2>').subheads()).toEqual(['Twelve chars']);
  });

  test('stand in one element, or in several', () => {
    const isInOne = (html: string) => read(html).isInOne(TITLE);
    expect(isInOne(`<h1>${TITLE}</h1>`)).toBe(true);
    expect(isInOne(`<h1> <span><b>${TITLE}</b></span> </h1>`)).toBe(true);
    expect(isInOne('<h1><span>The ferry</span> is late again</h1>')).toBe(false);
    expect(isInOne('<h1>Other words</h1>')).toBe(false);
    expect(isInOne('<h1><span>The <b>ferry</b> is late again</span></h1>')).toBe(false);
    expect(isInOne(`<h1><span>${TITLE}</span><i></i></h1>`)).toBe(false);
  });
});

test.each(['og:title', 'twitter:title', 'dc.title', 'title'])('%s is what is shared', (name) => {
  expect(read(meta(name, `${TITLE} | Quay`)).social).toBe(TITLE);
});

test('the window’s title is without the site’s name, unless the heading has that too', () => {
  expect(read(`<title>${TITLE} - Quay</title>`).browser).toBe(TITLE);
  const configured = { siteName: 'Soup' };
  expect(read(`<title>${TITLE} - Soup</title>`, configured).browser).toBe(TITLE);
  expect(read(`<title>${TITLE} - Soup</title><h1>${TITLE} - Soup</h1>`, configured).browser).toBe(
    `${TITLE} - Soup`,
  );
  expect(read('<p>').browser).toBe('');
});

describe('the headline that is stated', () => {
  const ld = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: TITLE, author: 'x' })}</script>`;

  test('is that of structured data', () => {
    expect(read(ld + meta('headline', 'Other words for it')).headline).toBe(TITLE);
  });

  test('is that of metadata where the window’s title begins so, in eleven letters, and no heading goes on', () => {
    const named = (name: string, title: string, heading = '') =>
      read(`${meta('headline', name)}<title>${title}</title>${heading}`).headline;
    expect(named(TITLE, `${TITLE}, says the captain`)).toBe(TITLE);
    expect(named(TITLE, 'Other words for it')).toBe('');
    expect([named('Eleven char', 'Eleven chars'), named('Ten letter', 'Ten letters')]).toEqual([
      'Eleven char',
      '',
    ]);
    const whole = `${TITLE}, says the captain`;
    expect(named(TITLE, whole, `<h1>${whole}</h1>`)).toBe('');
  });
});

test.each([
  ['A b', 'a B!', true],
  ['', '', false],
  ['a', '', false],
  ['a', 'b', false],
])('whether "%s" and "%s" are the same: %s', (one, other, expected) => {
  expect(same(one, other)).toBe(expected);
});

test('a text has the site’s name in it by eight letters or more', () => {
  const has = (siteName: string, text: string) =>
    read(meta('og:site_name', siteName)).hasSiteName(text);
  expect([
    has('Port Elsy', 'All of Port-Elsy today'),
    has('Port Els', 'All of Port-Els today'),
  ]).toEqual([true, false]);
  expect(has('Port Elsy', 'All of Port Else today')).toBe(false);
});
