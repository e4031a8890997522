import { describe, expect, test } from 'vitest';
import { findTitle } from '../../../../src/article/title/title.ts';
import { pageSaying, type Places } from './title-of.ts';

const titleOf = (places: Places) => findTitle(pageSaying(places));

const HEADLINE = 'Ferry to the outer islands is late again';
const h1 = (text: string) => `<h1>${text}</h1>`;
const found = (places: Places) => titleOf(places)?.value;
const layer = (places: Places) => titleOf(places)?.layer;
/** Structured data that is certainly the page’s own. */
const own = (headline: string) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline, author: 'Ann Lee', url: 'https://quay.example/news/ferry-late' })}</script>`;

describe('the headline is taken from', () => {
  const agreeing = { h1: h1(HEADLINE), og: HEADLINE, browser: HEADLINE };

  test.each<[string, Places]>([
    [
      'the second-level heading that is shared',
      { h1: `${h1('Soup news')}<h2>${HEADLINE}</h2>`, og: HEADLINE, browser: 'Soup news' },
    ],
    ['the heading that every other place repeats', { ...agreeing, head: own('News') }],
    ['the heading that structured data repeats', { ...agreeing, ld: HEADLINE }],
    [
      'the headline as it is shared',
      { ld: HEADLINE.toUpperCase(), og: HEADLINE, browser: `${HEADLINE}, says the harbour` },
    ],
    ['the headline in structured data', { ld: HEADLINE }],
    ['the heading that another place repeats', agreeing],
    ['the heading that a title begins with', { h1: h1(HEADLINE), browser: `${HEADLINE} and on` }],
    ['the only heading', { h1: h1(HEADLINE) }],
    ['the title for sharing', { og: HEADLINE }],
    ['the first heading', { h1: h1(HEADLINE) + h1('Soup') }],
    ['the window’s title', { browser: HEADLINE }],
  ])('%s', (name, places) => {
    expect([layer(places), found(places)]).toEqual([name, HEADLINE]);
  });
});

describe('a label in structured data is outvoted by heading and both titles', () => {
  const agreeing = { h1: h1(HEADLINE), og: HEADLINE, browser: HEADLINE };

  test('of up to three words', () => {
    expect(found({ ...agreeing, head: own('Three more words') })).toBe(HEADLINE);
    expect(found({ ...agreeing, head: own('Four words of soup') })).toBe('Four words of soup');
  });

  test('unless one of the titles says something else, or none is shown', () => {
    expect(found({ ...agreeing, head: own('News'), og: 'Soup is cold on the quay' })).toBe('News');
    expect(found({ ...agreeing, head: own('News'), browser: 'Soup is cold on the quay' })).toBe(
      'News',
    );
    expect(found({ ...agreeing, head: own('News'), h1: '' })).toBe('News');
  });

  test('unless they have the site’s name as well', () => {
    const head = '<meta property="og:site_name" content="Quay Courier">';
    const named = 'What the Quay Courier says of ferries';
    const places = {
      h1: h1(named),
      og: named,
      browser: named,
      head: head + own('The Quay Courier for all'),
    };
    expect(found(places)).toBe('The Quay Courier for all');
  });
});

describe('a headline that only the window repeats is written for search engines', () => {
  const search = 'Outer islands ferry timetable delays';
  const places = { ld: search, browser: search };

  test('where a heading is shared', () => {
    expect(found({ ...places, h1: h1(HEADLINE), og: HEADLINE })).toBe(HEADLINE);
  });

  test('unless a heading says it, too, or no heading is shared', () => {
    expect(found({ ...places, h1: h1(search) + h1(HEADLINE), og: HEADLINE })).toBe(search);
    expect(found({ ...places, h1: h1('Soup on the quay for all'), og: HEADLINE })).toBe(search);
  });

  test('where a second-level heading is shared below a section’s name', () => {
    const short = 'Ferry is very late';
    const below = (name: string) => ({ ...places, h1: `${h1(name)}<h2>${short}</h2>`, og: short });
    expect(found(below('Island news'))).toBe(short);
    expect(found(below('News of the islands'))).toBe(search);
  });
});

describe('metadata that one tool wrote yields to the only heading', () => {
  const tool = {
    ld: 'Ferry delays: all you need',
    og: 'Ferry delays: all you need',
    browser: 'Ferry delays: all you need',
  };

  test('of twenty letters', () => {
    expect(found({ ...tool, h1: h1('Twenty letters it is') })).toBe('Twenty letters it is');
    expect(found({ ...tool, h1: h1('Nineteen letters ok') })).toBe(tool.ld);
  });

  test('and not to one of several, to a part, or where the places differ', () => {
    expect(found({ ...tool, h1: h1(HEADLINE) + h1('Soup') })).toBe(tool.ld);
    expect(found({ ...tool, h1: h1('Ferry delays: all you') })).toBe(tool.ld);
    expect(found({ ...tool, h1: h1(HEADLINE), og: 'Soup for all of the quay' })).toBe(tool.ld);
    expect(found({ ...tool, h1: h1(HEADLINE), browser: 'Soup for all of the quay' })).toBe(tool.ld);
  });
});

describe('a heading is foreign', () => {
  const of = (heading: string, browser: string, og?: string) =>
    found({ h1: h1(heading), browser, ...(og !== undefined && { og }) });

  test('where it shares less than four letters with a title that is shared', () => {
    expect(of('Zum Text', HEADLINE, HEADLINE)).toBe(HEADLINE);
    expect(of('Zum Lateral', HEADLINE, HEADLINE)).toBe('Zum Lateral');
    expect(of('Pilates', HEADLINE, HEADLINE)).toBe('Pilates');
    expect(of('Pillate', HEADLINE, HEADLINE)).toBe('Pillate');
    expect(of('Pillat', HEADLINE, HEADLINE)).toBe(HEADLINE);
  });

  test('of a dense script, where it shares less than two', () => {
    const title = '市议会因裂缝关闭渡轮码头十天';
    expect(of('渡轮消息', title, title)).toBe('渡轮消息');
    expect(of('渡船消息', title, title)).toBe(title);
  });

  test('only where title and window begin with the same twelve letters', () => {
    expect(of('Zum Text', 'abcdefghijkl one', 'abcdefghijkl two')).toBe('abcdefghijkl two');
    expect(of('Zum Text', 'abcdefghijk one', 'abcdefghijk two')).toBe('Zum Text');
    expect(of('Zum Text', 'abcdefghijk', 'abcdefghijk')).toBe('Zum Text');
    expect(of('Zum Text', 'abcdefghijkl', 'abcdefghijkl')).toBe('abcdefghijkl');
  });

  test('beside a window’s title of five words, where nothing is shared', () => {
    expect(of('Zum Text', 'Bridges are closed for good')).toBe('Bridges are closed for good');
    expect(of('Zum Text', 'Bridges are closed now')).toBe('Zum Text');
    expect(of('Zum Text von uns', 'Bridges are closed for good')).toBe('Zum Text von uns');
    expect(of('Zum Text', '市议会因裂缝关闭渡轮码头十天')).toBe('市议会因裂缝关闭渡轮码头十天');
  });

  test('as far as the first three hundred characters tell', () => {
    const title = (blanks: number) => `${'wxyz '.repeat(blanks)}Harbour lights`;
    expect(of('Harbour lights', title(40), title(40))).toBe('Harbour lights');
    expect(of('Harbour lights', title(60), title(60))).toBe(title(60));
  });
});

describe('a cut headline is whole in the heading', () => {
  const of = (ld: string, heading = HEADLINE) => found({ h1: h1(heading), ld });

  test.each(['...', '…'])('where it ends in %s', (dots) => {
    expect(of(`Ferry to the outer islands${dots}`)).toBe(HEADLINE);
  });

  test('where it ends within a word, and not between two', () => {
    expect(of('Ferry to the outer islands is lat')).toBe(HEADLINE);
    expect(of('Ferry to the outer islands is')).toBe('Ferry to the outer islands is');
  });

  test('where it has 95 characters', () => {
    const long = `${HEADLINE} and nobody knows when it will come back to the quay of Port Else or what it will bring`;
    const [at94, at95] = [long.slice(0, 94), `${long.slice(0, 94)}x`];
    expect(of(at94, `${at94} for us`)).toBe(at94);
    expect(of(at95, `${at95} for us`)).toBe(`${at95} for us`);
  });

  test('where more than twenty letters are left', () => {
    expect(of('abcdefghijklmnopqrst…', 'abcdefghijklmnopqrstuvw x')).toBe('abcdefghijklmnopqrst…');
    expect(of('abcdefghijklmnopqrstu…', 'abcdefghijklmnopqrstuvw x')).toBe(
      'abcdefghijklmnopqrstuvw x',
    );
  });
});

describe('a kicker before the headline', () => {
  test.each(['-', ':', '–', '—', '|'])('with “%s” is no part of it', (mark) => {
    expect(found({ h1: h1(`Harbour ${mark} ${HEADLINE}`), browser: HEADLINE })).toBe(HEADLINE);
    expect(found({ h1: h1(`Harbour ${mark} ${HEADLINE}`), og: HEADLINE })).toBe(HEADLINE);
  });

  test('is told where the headline alone has twenty letters', () => {
    const short = (text: string) => found({ h1: h1(`Harbour: ${text}`), browser: text });
    expect(short('Twenty letters it is')).toBe('Twenty letters it is');
    expect(short('Nineteen letters ok')).toBe('Harbour: Nineteen letters ok');
  });

  test('in a part of one element is no part of what both titles give alone', () => {
    const heading = `<h1><b><i>The harbour</i> ${HEADLINE}</b></h1>`;
    expect(found({ h1: heading, og: HEADLINE, browser: HEADLINE })).toBe(HEADLINE);
  });

  test('is no part of it only where the rest is the other place’s', () => {
    const other = 'Soup on the quay'.padEnd(HEADLINE.length, '.');
    expect(found({ h1: h1(`Harbour: ${HEADLINE}`), browser: other })).toBe(`Harbour: ${HEADLINE}`);
  });

  test('is a part of it where a letter stands between', () => {
    expect(found({ h1: h1(`Harbour’s${HEADLINE}`), browser: HEADLINE })).toBe(
      `Harbour’s${HEADLINE}`,
    );
  });
});

describe('a heading that a title begins with', () => {
  test('has eleven letters, or ends the window’s title', () => {
    const of = (heading: string, places: Places) =>
      layer({ h1: h1(heading) + h1('x soup'), ...places });
    const name = 'the heading that a title begins with';
    expect(of('Eleven char', { og: 'Eleven char and on', browser: 'z' })).toBe(name);
    expect(of('Ten letter', { og: 'Ten letter and on', browser: 'z' })).not.toBe(name);
    expect(of('Eleven char', { browser: 'Eleven char and on' })).toBe(name);
    expect(of(HEADLINE, { browser: `Port Else / ${HEADLINE}` })).toBe(name);
  });

  test('with a rubric behind a mark in structured data has eleven letters', () => {
    const of = (heading: string, mark: string) =>
      found({ h1: h1(heading) + h1('x soup'), ld: `${heading} ${mark} Islands` });
    for (const mark of ['|', '–', '—', '-']) expect(of('Eleven char', mark)).toBe('Eleven char');
    expect(of('Ten letter', '|')).toBe('Ten letter | Islands');
    expect(of('Eleven char', 'of')).toBe('Eleven char of Islands');
  });
});

describe('a heading is closed up as another place spells it', () => {
  test.each<[string, string, Places]>([
    ['by structured data', 'Ferry’s late', { ld: 'Ferry’s late' }],
    ['by the title for sharing', 'Ferry’s late', { og: 'Ferry’s late' }],
    ['by the window’s title', 'Ferry’s late', { browser: 'Ferry’s late' }],
  ])('%s', (_where, spelled, places) => {
    expect(found({ h1: h1('<i>Ferry</i> <i>’s late</i>'), ...places })).toBe(spelled);
  });

  test('unless that leaves out letters, or is in capitals as well', () => {
    expect(found({ h1: h1('Ferry is “late”'), og: 'Ferry is late' })).toBe('Ferry is “late”');
    expect(found({ h1: h1('FERRY IS LATE'), og: 'FERRY IS “LATE”' })).toBe('FERRY IS LATE');
  });
});
