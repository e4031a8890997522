import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { splitSubtitle, withoutHeadline } from '../../../../src/article/text/headline.ts';
import type { Block } from '../../../../src/page/blocks/blocks.ts';
import { article, articleOf, FIRST, PARAGRAPHS, SECOND, THIRD } from '../ferry-page.ts';

const SUBTITLE = 'Soup is given to all who wait on the quay';

const read = (content: string) => {
  const { paragraphs, subtitle } = articleOf(article(content));
  return { body: paragraphs.value.map(({ text }) => text), subtitle: subtitle?.value };
};

describe('headings at the top of the text', () => {
  test('the last one is the subtitle, and none of the text', () => {
    const top = `<h3>Islands</h3><h2>${SUBTITLE}</h2>`;
    expect(read(`<div>${top}${PARAGRAPHS}</div>`)).toEqual({
      body: [FIRST, SECOND, THIRD],
      subtitle: SUBTITLE,
    });
  });

  test('a copy of the headline is none of the text, nor is what stands above it', () => {
    const top = `<h2>Ferry late again</h2><h3>Islands</h3><h2>Ferry late again</h2>`;
    expect(read(`<div>${top}${PARAGRAPHS}</div>`)).toEqual({
      body: [FIRST, SECOND, THIRD],
      subtitle: undefined,
    });
  });

  test.each([
    ['one like those further down', SUBTITLE, '<h2>What the council says</h2>'],
    ['a sentence', `${SUBTITLE}.`, ''],
    ['a line with a colon', 'What to take with you:', ''],
  ])('%s is the text’s own', (_what, heading, further) => {
    const content = `<div><h2>${heading}</h2><p>${FIRST}</p>${further}<p>${SECOND}</p><p>${THIRD}</p></div>`;
    const { body, subtitle } = read(content);
    expect(body[0]).toBe(heading);
    expect(subtitle).toBeUndefined();
  });

  test('one in the element that a source’s rule names is the text’s own', () => {
    const html = `<h1>Ferry late again</h1><div class="own"><h2>${SUBTITLE}</h2>${PARAGRAPHS}</div>`;
    const url = 'https://quay.example/ferry-late';
    const outcome = scrapeArticle({ siteName: undefined, html, url, rules: { body: '.own' } });
    if (outcome.kind !== 'article') throw new Error(outcome.message);
    expect(outcome.article.paragraphs.value[0]).toEqual({ kind: 'h', text: SUBTITLE });
  });
});

test('of a page without a headline no heading is one', () => {
  const heading = { kind: 'h', text: 'What the council of the islands says' } as Block;
  const text = { kind: 'p', text: FIRST } as Block;
  for (const title of [undefined, '', '–']) {
    expect(withoutHeadline([heading, text], title)).toEqual([heading, text]);
  }
  expect(withoutHeadline([heading, text], heading.text)).toEqual([text]);
});

const line = (kind: string, text: string, name = kind === 'h' ? 'h2' : 'p') =>
  ({ kind, text, region: { element: { name } } }) as Block;
const textsOf = (blocks: Block[]) => blocks.map(({ text }) => text);

describe('a copy of the headline in the text', () => {
  const TITLE = 'The ferry is late again';
  const left = (blocks: Block[], title = TITLE) => textsOf(withoutHeadline(blocks, title));
  const text = line('p', FIRST);

  test('stands among its first five lines', () => {
    const after = (count: number) =>
      left([...Array.from({ length: count }, () => text), line('p', TITLE)]).length;
    expect([after(4), after(5)]).toEqual([4, 6]);
  });

  test('is not twice as long', () => {
    expect(left([line('p', 'a-b-c-d!'), text], 'abcd')).toEqual([FIRST]);
    expect(left([line('p', 'a-b-c-d!!'), text], 'abcd')).toHaveLength(2);
  });

  test('may have a kicker, or lack the title’s, where more than twenty letters are alike', () => {
    expect(left([line('h', `Xx ${TITLE}`), text])).toEqual([FIRST]);
    expect(left([line('h', `X ${TITLE}`), text])).toHaveLength(2);
    expect(left([line('h', `of ${TITLE}`), text], `Port Else of ${TITLE}`)).toEqual([FIRST]);
    expect(left([line('p', `Islands: ${TITLE}`), text])).toHaveLength(2);
    expect(left([line('h', `Xx ${TITLE} now`), text])).toHaveLength(2);
  });

  test('takes the headings above it with it, and no paragraph', () => {
    const [kicker, heading] = [line('p', 'Islands'), line('h', 'Soup of the day')];
    expect(left([kicker, heading, line('p', TITLE), heading, text])).toEqual([
      'Islands',
      'Soup of the day',
      FIRST,
    ]);
    expect(left([line('p', TITLE), heading, line('p', TITLE), text])).toEqual([TITLE, FIRST]);
  });
});

describe('what is split off the top as a subtitle', () => {
  const split = (...blocks: Block[]) => {
    const { body, subtitle } = splitSubtitle(blocks);
    return [textsOf(body), subtitle];
  };
  const text = line('p', FIRST);
  const long = 'Soup is given to all here';

  test('is a heading of 25 characters, and a shorter one is left out', () => {
    expect(long).toHaveLength(25);
    expect(split(line('h', long), text)).toEqual([[FIRST], long]);
    expect(split(line('h', long.slice(1)), text)).toEqual([[FIRST], undefined]);
  });

  test('is no line of a text without headings, and no byline', () => {
    expect(split(line('p', long), text)).toEqual([[long, FIRST], undefined]);
    expect(split(line('h', 'By Ann Lee and Bob Ray and Cy Dow'), text)).toEqual([
      [FIRST],
      undefined,
    ]);
    expect(split(line('h', long), line('h', 'Bread'))).toEqual([[long, 'Bread'], undefined]);
  });

  test('is the last heading that is not the text’s own, and those above it go with it', () => {
    const own = line('h', 'Soup is given.');
    expect(split(line('h', 'Islands'), own, line('h', long), own, text)).toEqual([
      ['Soup is given.', 'Soup is given.', FIRST],
      long,
    ]);
  });
});
