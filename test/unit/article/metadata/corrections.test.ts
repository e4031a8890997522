import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';
import { NOTE_CLASS } from '../../../../src/article/metadata/corrections.ts';

const BODY = [
  'The ferry to the island leaves at nine in the morning from the north quay of the harbour.',
  'Its captain, who has sailed it for thirty years, says that nothing has changed since then.',
  'On the island a baker waits for the flour, and the children wait for the schoolbooks.',
  'The council wants a second boat, and has asked three yards to say what it would cost.',
  'A vote is expected in spring, when the accounts of the harbour are on the table again.',
  'Until then there is one boat, one captain, and a bell that rings when fog comes in.',
];

function correctionsOf({ before = '', amid = '', after = '', lang = 'en' }) {
  const [first, ...rest] = BODY.map((text) => `<p>${text}</p>`);
  const html = `<html lang="${lang}"><head><title>One boat</title></head><body><article><h1>One boat</h1>${before}${first}${rest.slice(0, 2).join('')}${amid}${rest.slice(2).join('')}${after}</article></body></html>`;
  const outcome = scrapeArticle({ html, url: 'https://quay.example/boat', siteName: 'The Quay' });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  return {
    corrections: outcome.article.corrections?.value,
    texts: outcome.article.paragraphs.value.map(({ text }) => text),
  };
}

describe('is found', () => {
  test.each([
    ['at the end', { after: '<p>Correction: The boat leaves at nine, not at ten.</p>' }],
    ['at the start', { before: '<p>Editor’s note: The mayor owns a share of the boat.</p>' }],
    ['set in italics', { amid: '<p><em>Clarification: The boat is hired.</em></p>' }],
    [
      'amid the text where it says what was wrong',
      { amid: '<p>Correction: An earlier headline named the wrong captain.</p>' },
    ],
    [
      'in an element named for it',
      {
        after:
          '<div class="articleCorrection"><h4>Note</h4><p>The boat was built in May, not June.</p></div>',
      },
    ],
    ['in German', { lang: 'de', after: '<p>Berichtigung: Das Boot fährt um neun Uhr.</p>' }],
    ['in Japanese', { lang: 'ja', after: '<p>訂正：船は十時ではなく九時に出ます。</p>' }],
    ['in Arabic', { lang: 'ar', after: '<p>تصحيح: العبارة تغادر في التاسعة صباحا.</p>' }],
    [
      'without a label',
      {
        after: '<p>This article was amended on 3 November 2026 because the boat has two masts.</p>',
      },
    ],
  ])('a correction %s', (_where, page) => {
    expect(correctionsOf(page).corrections).toHaveLength(1);
  });
});

describe('is none', () => {
  test.each([
    [
      'a sentence of the article that begins so',
      { amid: '<p>Correction: a word that the harbour master hates more than fog.</p>' },
    ],
    [
      'an item of a list',
      { after: '<ul><li>Correction: nine per cent</li><li>Rally: four per cent</li></ul>' },
    ],
    [
      'a link to another story',
      { after: '<p><a href="/x">Correction: the boat that had three masts</a></p>' },
    ],
    [
      'a story about corrections',
      { amid: '<p>An earlier version of the boat had two masts and no engine.</p>' },
    ],
  ])('%s', (_what, page) => {
    expect(correctionsOf(page).corrections).toBeUndefined();
  });
});

test.each([
  ['Correction (Nov. 3, 2026): The boat leaves at nine.', '2026-11-03'],
  ['Correction, 3 November 2026: The boat leaves at nine.', '2026-11-03'],
  ['This article was amended on 3 November 2026 because the boat has two masts.', '2026-11-03'],
])('The day of %s is %s.', (text, day) => {
  const [found] = correctionsOf({ after: `<p>${text}</p>` }).corrections ?? [];
  expect(found?.at?.slice(0, 10)).toBe(day);
});

test('A note without a day has none.', () => {
  const after = '<p>Correction: The boat of 3 pm leaves at nine.</p>';
  expect(correctionsOf({ after }).corrections).toEqual([
    { text: 'Correction: The boat of 3 pm leaves at nine.' },
  ]);
});

test('The paragraphs stay as they are.', () => {
  expect(correctionsOf({ after: '<p>Correction: The boat is blue.</p>' }).texts).toEqual(BODY);
});

walkRows('NOTE_CLASS', NOTE_CLASS);
