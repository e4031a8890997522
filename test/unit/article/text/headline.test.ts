import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { withoutHeadline } from '../../../../src/article/text/headline.ts';
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
