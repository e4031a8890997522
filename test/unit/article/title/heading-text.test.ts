import { expect, test } from 'vitest';
import { headingText } from '../../../../src/article/title/heading-text.ts';
import { parsePage } from '../../../../src/page/page-tree.ts';

const HEADLINE = 'Ferry to the outer islands is late again';

function textOfHeading(markup: string, ...elsewhere: string[]): string {
  const parsed = parsePage(`<html><body><h1>${markup}</h1></body></html>`);
  if (parsed.kind !== 'tree') throw new Error(parsed.message);
  const [heading] = parsed.tree.headings;
  if (!heading) throw new Error('no heading');
  return headingText(heading, elsewhere);
}

test.each([
  `<span class="badge">Live</span>${HEADLINE}`,
  `<span>Live</span> <em>Exclusive</em> ${HEADLINE}`,
  `${HEADLINE}<a href="#c">12</a>`,
  `${HEADLINE} <small>4 min</small> <i>★</i>`,
  `<i>▶</i>${HEADLINE}<a href="#x">#</a>`,
])(
  'an element at an end of a heading is no part of a headline that another place has without: %s',
  (markup) => {
    expect(textOfHeading(markup, HEADLINE)).toBe(HEADLINE);
  },
);

test.each([
  `${HEADLINE}<button>Save</button>`,
  `${HEADLINE}<span role="button">Save</span>`,
  `${HEADLINE}<span style="display:none"> - Quay</span>`,
  `${HEADLINE}<span class="sr-only"> opens in a new window</span>`,
  `${HEADLINE}<a aria-hidden="true" href="#x">#</a>`,
])('what no eye sees or what is pressed is no part of a headline: %s', (markup) => {
  expect(textOfHeading(markup)).toBe(HEADLINE);
});

test('a mark that only screen readers hear parts a kicker from its headline', () => {
  const markup = `<span>Harbour<span class="visually-hidden">:</span></span> ${HEADLINE}`;
  expect(textOfHeading(markup, `Harbour: ${HEADLINE}`)).toBe(`Harbour: ${HEADLINE}`);
});

test.each([
  [`<em>Ferry</em> to the outer islands is late <em>again</em>`, [HEADLINE]],
  [`<em>Ferry</em> to the outer islands is late <em>again</em>`, []],
  [`<span aria-hidden="true">${HEADLINE}</span>`, []],
  [`<span>${HEADLINE}</span>`, ['Harbour news']],
])('a headline that is set in elements is whole: %s', (markup, elsewhere) => {
  expect(textOfHeading(markup, ...elsewhere)).toBe(HEADLINE);
});

test.each([
  [3, 0],
  [0, 3],
])(
  '%i elements before a headline and %i behind it may be none of it, one more may not',
  (before, behind) => {
    const badges = (count: number) => '<i>★</i>'.repeat(count);
    const markup = badges(before) + HEADLINE + badges(behind);
    expect(textOfHeading(markup, HEADLINE)).toBe(HEADLINE);
    const [one, other] = [before === 0 ? 0 : 1, behind === 0 ? 0 : 1];
    expect(textOfHeading(badges(one) + markup + badges(other), HEADLINE)).not.toBe(HEADLINE);
  },
);

test('as few elements are left out as another place does', () => {
  const before = '<i>Live</i> <i>Port Else</i>';
  expect(textOfHeading(`${before} ${HEADLINE}`, HEADLINE, `Port Else ${HEADLINE}`)).toBe(
    `Port Else ${HEADLINE}`,
  );
  const around = `<i>Live</i> ${HEADLINE} <b>now</b>`;
  expect(textOfHeading(around, HEADLINE, `${HEADLINE} now`)).toBe(`${HEADLINE} now`);
  expect(textOfHeading(around, HEADLINE, `Live ${HEADLINE}`)).toBe(`Live ${HEADLINE}`);
  const behind = `<i>Live</i> ${HEADLINE} <b>and</b> <b>on</b>`;
  expect(textOfHeading(behind, `Live ${HEADLINE}`, `${HEADLINE} and on`)).toBe(
    `${HEADLINE} and on`,
  );
});

test('another place may spell the rest in its own way, and is heard after one that does not', () => {
  const markup = `<i>Live</i> ${HEADLINE} <b>now</b>`;
  expect(textOfHeading(markup, HEADLINE.toUpperCase())).toBe(HEADLINE);
  expect(textOfHeading(markup, `${HEADLINE.toUpperCase()} NOW`, HEADLINE)).toBe(HEADLINE);
  expect(textOfHeading(markup)).toBe(`Live ${HEADLINE} now`);
});

test('a heading of which nothing is for the eye has all its words', () => {
  expect(textOfHeading(`<span role="button">${HEADLINE}</span>`)).toBe(HEADLINE);
});

test('blanks between the elements at an end are no elements', () => {
  const badges = '<i>★</i> <i>★</i> <i>★</i> ';
  expect(textOfHeading(badges + HEADLINE, HEADLINE)).toBe(HEADLINE);
});
