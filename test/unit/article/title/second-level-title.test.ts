import { describe, expect, test } from 'vitest';
import { findTitle } from '../../../../src/article/title/title.ts';
import { pageSaying, type Places } from './title-of.ts';

const titleOf = (places: Places) => findTitle(pageSaying(places));

const HEADLINE = 'Ferry to the outer islands is late again';
const h1 = (text: string) => `<h1>${text}</h1>`;
const found = (places: Places) => titleOf(places)?.value;
const layer = (places: Places) => titleOf(places)?.layer;

describe('the second-level heading that is shared', () => {
  const below = (h2: string, og: string, heading = 'Soup news') =>
    found({ h1: `${h1(heading)}<h2>${h2}</h2>`, og, browser: heading });

  test('has twenty letters in the title for sharing', () => {
    expect(below('Twenty letters it is', 'Twenty letters it is')).toBe('Twenty letters it is');
    expect(
      layer({
        h1: `${h1('Soup news')}<h2>Nineteen letters ok</h2>`,
        og: 'Nineteen letters ok',
        browser: 'Soup news',
      }),
    ).not.toBe('the second-level heading that is shared');
  });

  test('has the mark behind its kicker that metadata has', () => {
    for (const mark of [':', ' –', ' —', ' -', ' |']) {
      expect(below(`Harbour ${HEADLINE}`, `Harbour${mark} ${HEADLINE}`)).toBe(
        `Harbour${mark} ${HEADLINE}`,
      );
    }
  });

  test('is that without the kicker of metadata, and not a mere end of it', () => {
    expect(below(HEADLINE, `Harbour: ${HEADLINE}`)).toBe(HEADLINE);
    expect(below(HEADLINE, `The northern ${HEADLINE}`)).toBe('Soup news');
  });

  test('is none where the first-level one says the same, or stands in no title', () => {
    expect(below(HEADLINE, HEADLINE, `${HEADLINE} and on`)).toBe(`${HEADLINE} and on`);
    expect(
      layer({ h1: `${h1('Soup news')}<h2>${HEADLINE}</h2>`, og: HEADLINE, browser: 'Bread' }),
    ).not.toBe('the second-level heading that is shared');
  });
});
