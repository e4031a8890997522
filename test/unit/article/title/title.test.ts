import { describe, expect, test } from 'vitest';
import { findTitle } from '../../../../src/article/title/title.ts';
import { pageSaying, type Places } from './title-of.ts';

const titleOf = (places: Places) => findTitle(pageSaying(places));

const HEADLINE = 'Ferry to the outer islands is late again';
const SHORT = 'Ferry late, islands wait';

describe('the name that the config gives the source', () => {
  const siteName = 'Harbour Lantern Weekly';

  test.each([
    ['behind a dash', `${HEADLINE} - Harbour Lantern Weekly`],
    ['before a bar', `Harbour Lantern Weekly | ${HEADLINE}`],
    ['behind a rubric', `${HEADLINE} | Islands | Harbour Lantern Weekly`],
    ['behind an underscore', `${HEADLINE}_Harbour Lantern Weekly`],
    ['behind a sign of mail', `${HEADLINE} @ Harbour Lantern Weekly`],
    ['with an article', `${HEADLINE} – The Harbour Lantern Weekly`],
    ['in capitals', `${HEADLINE} · HARBOUR LANTERN WEEKLY`],
    ['without its last word', `${HEADLINE} - Harbour Lantern`],
    ['with a word more', `${HEADLINE} - Harbour Lantern Weekly News`],
  ])('is no part of a window’s title %s', (_where, browser) => {
    expect(titleOf({ browser, siteName })?.value).toBe(HEADLINE);
  });

  test('is no part of a title for sharing, and no headline itself', () => {
    const og = `${HEADLINE} - ${siteName}`;
    expect(titleOf({ h1: `<h1>${siteName}</h1>`, og, siteName })?.value).toBe(HEADLINE);
  });

  test.each<[string, Places]>([
    ['begins with it', { h1: '<h1>Apple opens a store in Port Else</h1>', browser: 'Newsroom' }],
    [
      'has it before a dash, as a heading shows',
      { h1: '<h1>Apple – what we know</h1>', browser: 'Apple – what we know' },
    ],
    ['goes on with what it does', { browser: 'Lawsuit over tax – Apple says it owes nothing' }],
  ])('stays in a headline that %s', (_what, places) => {
    const whole = places.h1?.replaceAll(/<.*?>/g, '') ?? places.browser;
    expect(titleOf({ ...places, siteName: 'Apple' })?.value).toBe(whole);
  });
});

describe('the headline is', () => {
  test.each<[string, Places]>([
    ['the heading', { h1: `<h1>${HEADLINE}</h1>` }],
    ['the one in structured data', { ld: HEADLINE, browser: 'News' }],
    ['the one for sharing', { og: `${HEADLINE} | The Quay`, browser: 'News' }],
    [
      'the one in metadata of its own, where it starts the window’s title',
      { head: `<meta name="headline" content="${HEADLINE}">`, browser: `${HEADLINE}-Islands-Quay` },
    ],
    ['the window’s title without the site’s name', { browser: `${HEADLINE} – The Quay` }],
    ['without the site’s name behind a wide bar', { browser: `${HEADLINE}｜The Quay` }],
    [
      'what a reader sees, where one tool wrote all metadata',
      { h1: `<h1>${HEADLINE}</h1>`, ld: SHORT, og: SHORT, browser: `${SHORT} - The Quay` },
    ],
    [
      'that of structured data beside a rubric’s heading',
      { h1: '<h1>Islands</h1>', ld: HEADLINE, og: HEADLINE, browser: HEADLINE },
    ],
    [
      'the heading that the metadata agrees with',
      { h1: `<h1>Our Harbour Friends</h1><h1>${HEADLINE}</h1>`, og: HEADLINE },
    ],
    [
      'the heading that a longer window’s title begins with',
      {
        h1: `<h1>Harbour pages</h1><h1>${HEADLINE}</h1>`,
        browser: `${HEADLINE}, said the harbour`,
      },
    ],
    [
      'not the logo that leads to the front page',
      { h1: '<h1><a href="/">Outer Island Gazette</a></h1>', browser: HEADLINE },
    ],
    [
      'not a heading that has nothing in common with all the rest',
      { h1: '<h1>Daily Gazette</h1>', og: HEADLINE, browser: `${HEADLINE} -- Gazette / News` },
    ],
    [
      'said once, where the heading holds it for two widths of screen',
      { h1: `<h1><span class="wide">${HEADLINE}</span> <span>${HEADLINE}</span></h1>` },
    ],
    [
      'the second-level heading below a section’s name, where the window’s title is the same',
      { h1: `<h1>Ferry News Centre</h1><h2>Soup</h2><h2>${HEADLINE}</h2>`, browser: HEADLINE },
    ],
    [
      'the heading without the kicker that structured data puts before it',
      { h1: `<h1>${HEADLINE}</h1>`, ld: `Harbour - ${HEADLINE}`, og: HEADLINE },
    ],
    [
      'without the kicker where one other place gives it alone',
      {
        h1: `<h1>Harbour: ${HEADLINE}</h1>`,
        ld: `Harbour: ${HEADLINE}`,
        og: HEADLINE,
        browser: `Harbour: ${HEADLINE}`,
      },
    ],
    [
      'without the kicker that an element of its own puts before it',
      {
        h1: `<h1><span>The harbour</span> <span>${HEADLINE}</span></h1>`,
        og: HEADLINE,
        browser: HEADLINE,
      },
    ],
    [
      'the heading that is shared rather than the one that names the window',
      { h1: `<h1>Island news</h1><h1>${HEADLINE}</h1>`, og: HEADLINE, browser: 'Island news' },
    ],
    [
      'the heading with which the window’s title ends',
      {
        h1: `<h1>Way to the content</h1><h1>${HEADLINE}</h1>`,
        browser: `Port Else / News / ${HEADLINE}`,
      },
    ],
    [
      'the window’s title beside a label that has nothing in common with it',
      { h1: '<h1>Zum Text</h1>', browser: HEADLINE },
    ],
    [
      'the heading without the rubric that its element ends with',
      { h1: `<h1>${HEADLINE} | Islands and more</h1>`, og: HEADLINE },
    ],
    [
      'without what a blog puts before it in the window',
      { browser: `The Quay » Blog Archive » ${HEADLINE}` },
    ],
    [
      'without what a German blog puts before it in the window',
      { browser: `The Quay » Blog Archiv » ${HEADLINE}` },
    ],
    [
      'the heading without the day that its element ends with',
      { h1: `<h1>${HEADLINE} 02.02.2026 • Islands, Harbour</h1>`, og: HEADLINE },
    ],
    [
      'the whole heading where metadata of its own cut it',
      {
        h1: `<h1>${HEADLINE}</h1>`,
        head: `<meta name="headline" content="${HEADLINE.slice(0, 20)}">`,
        browser: HEADLINE,
      },
    ],
  ])('%s', (_what, places) => {
    expect(titleOf(places)?.value).toBe(HEADLINE);
  });

  test('that is shared, where the page shows it below a heading for search engines', () => {
    const found = { h1: '<h1>Outer islands ferry: timetable, delays, news</h1>', og: HEADLINE };
    const search = { ld: 'Outer islands ferry: timetable, delays, news' };
    const shown = (h2: string, places: Places) =>
      titleOf({ ...found, ...search, ...places, h1: `${found.h1}<h2>${h2}</h2>` })?.value;
    expect(shown(HEADLINE, {})).toBe(HEADLINE);
    expect(shown(`Harbour – ${HEADLINE}`, {})).toBe(HEADLINE);
    expect(shown(HEADLINE, { og: `Harbour: ${HEADLINE}` })).toBe(HEADLINE);
    const kicker = `<em>Harbour</em> ${HEADLINE}`;
    expect(shown(kicker, { og: `Harbour: ${HEADLINE}` })).toBe(`Harbour: ${HEADLINE}`);
    expect(shown('Ferry “to the islands” is late', { og: "Ferry 'to the islands' is late" })).toBe(
      'Ferry “to the islands” is late',
    );
    expect(shown('Soup on the quay for everybody', {})).toBe(search.ld);
    expect(shown(HEADLINE, { ld: SHORT })).not.toBe(HEADLINE);
  });

  test('kept whole where a tool for search engines left out its first half', () => {
    const whole = `Harbour in trouble: ${HEADLINE}`;
    const places = { h1: `<h1>${whole}</h1>`, ld: whole, og: HEADLINE, browser: HEADLINE };
    expect(titleOf(places)?.value).toBe(whole);
  });

  test('spelled as readers see it, but without the blanks between two elements', () => {
    expect(titleOf({ h1: '<h1>Ferry “late” again</h1>', ld: 'Ferry "late" again' })?.value).toBe(
      'Ferry “late” again',
    );
    const glued = '<h1><span>Harbour</span>“The ferry is late”</h1>';
    expect(titleOf({ h1: glued, og: 'Harbour – “The ferry is late”' })?.value).toBe(
      'Harbour – “The ferry is late”',
    );
    const parts = '<h1><span>Harbour</span> <span>: the ferry is late</span></h1>';
    expect(titleOf({ h1: parts, og: 'Harbour: the ferry is late' })?.value).toBe(
      'Harbour: the ferry is late',
    );
  });

  test('with its first word, which is no kicker where it has no element of its own', () => {
    const places = { og: HEADLINE, browser: HEADLINE };
    expect(titleOf({ ...places, h1: `<h1><b>Northern ${HEADLINE}</b></h1>` })?.value).toBe(
      `Northern ${HEADLINE}`,
    );
  });

  test('with the site’s name where it is part of what is shared', () => {
    const headline = 'The Quay of Port Else is closed until spring';
    expect(titleOf({ h1: `<h1>${headline}</h1><h1>More</h1>`, og: headline })?.value).toBe(
      headline,
    );
    const quoted = '“The Quay” of all places – a book on harbours';
    expect(titleOf({ h1: `<h1>${quoted}</h1>`, browser: `${quoted} | The Quay` })?.value).toBe(
      quoted,
    );
  });

  test('as two places spell it where a third one does not', () => {
    const spelled = `Harbour: ${HEADLINE}`;
    const places = { ld: `Harbour - ${HEADLINE}`, og: spelled, browser: `${spelled} - Islands` };
    expect(titleOf({ ...places, h1: '<h1>Islands today</h1>' })).toMatchObject({
      value: spelled,
      from: 'meta',
    });
  });

  test('none on a page that has none', () => {
    expect(titleOf({})).toBeUndefined();
  });
});

describe('where heading and both titles agree', () => {
  const agreeing = { h1: `<h1>${HEADLINE}</h1>`, og: HEADLINE, browser: `${HEADLINE} | The Quay` };

  test.each(['Ferry late', 'News', 'Subscribe to the Quay Courier for the best of the coast'])(
    'a label or a slogan in structured data is no headline: %s',
    (ld) => {
      const head = '<meta property="og:site_name" content="Quay Courier">';
      expect(titleOf({ ...agreeing, ld, head })?.value).toBe(HEADLINE);
    },
  );

  test('another whole headline in structured data is the editors’ own', () => {
    const ld = 'Why the ferry to the islands was late for the third time';
    expect(titleOf({ ...agreeing, ld })?.value).toBe(ld);
  });
});

test('a headline that data cuts within a word is whole in the heading', () => {
  const h1 = `<h1>${HEADLINE}</h1>`;
  expect(titleOf({ h1, ld: 'Ferry to the outer islands is la' })?.value).toBe(HEADLINE);
});

test('a heading in capitals is spelled as the titles spell it', () => {
  const h1 = `<h1>${HEADLINE.toUpperCase()}</h1>`;
  expect(titleOf({ h1, og: HEADLINE })?.value).toBe(HEADLINE);
  expect(titleOf({ h1 })?.value).toBe(HEADLINE.toUpperCase());
});
