import { describe, expect, test } from 'vitest';
import { isLinkOnly, leadsAway, linkedText } from '../../../../src/article/text/links-away.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';

const blocks = (html: string) => readBlocks(treeOf(html).document).blocks;
const first = (html: string) => blocks(html)[0]!;
const leads = (html: string) => leadsAway(first(`<p>${html}</p>`));
const link = (text: string) => `<a href="/x">${text}</a>`;

test('a line is a link only from nine tenths on', () => {
  const linked = (count: number) =>
    isLinkOnly(first(`<p>${'a'.repeat(100 - count)}${link('b'.repeat(count))}</p>`));
  expect([linked(90), linked(89)]).toEqual([true, false]);
});

describe('a line leads away', () => {
  test.each([
    `Read: ${link('The ferry is late again, says the harbour')}`,
    `Topic | ${link('The ferry is late again')}`,
    `More » ${link('The ferry is late again')}`,
    `More &gt; ${link('The ferry is late again')}`,
    `Why? ${link('The ferry is late again')}`,
    `Topic：${link('The ferry is late again')}`,
    `Lesen Sie auch ${link('Die Fähre ist wieder spät')}`,
    `${link('The ferry is late again')} Ann Lee - May 20, 2026, 7:10 AM`,
    `${link('The ferry is late again')} Ann Lee, May 20, 1999`,
    `[See ${link('the storm in pictures')}.]`,
    `&gt; All on ${link('x')}`,
    `» All on ${link('x')}`,
    `›› All on ${link('x')}`,
  ])('%s', (html) => {
    expect(leads(html)).toBe(true);
  });

  test.each([
    `The captain said: ${'it was late, and that was that for her and the crew. '.repeat(2)}${link('x')}`,
    'Read: The ferry is late',
    `The ferry ${link('is')} late.`,
    `[See the storm in pictures, all of them, by all who were there ${link('x')}]`,
    '> All of it',
    `&gt;&gt;&gt;&gt; All ${link('x')}`,
    `${link('Late')}, said the captain on a long morning on the quay of 20 May 2026`,
  ])('not %s', (html) => {
    expect(leads(html)).toBe(false);
  });

  test('up to 200 characters with a date, and 50 beside the link', () => {
    const entry = (linked: number, beside: number) =>
      leads(`${link('b'.repeat(linked))} ${'c'.repeat(beside - 13)} 20 May 2026`);
    expect([entry(150, 50), entry(151, 50), entry(100, 51)]).toEqual([true, false, false]);
  });
});

describe('how much of a line is a link tells whether it leads away', () => {
  const a = (count: number) => 'a'.repeat(count);
  const linked = (count: number) => link('b'.repeat(count));

  test.each<[string, string, string]>([
    [
      'a label and no more than thirty letters beside the link',
      `L${a(27)}: ${linked(40)}`,
      `L${a(28)}: ${linked(40)}`,
    ],
    [
      'a label and half of it linked',
      `Read more on soup: ${linked(19)}`,
      `Read more on soup: ${linked(18)}`,
    ],
    [
      'a label in capitals and nine tenths of the rest',
      `CLASS OF 2026 RANKINGS: ${linked(90)}${a(10)}`,
      `CLASS OF 2026 RANKINGS: ${linked(89)}${a(11)}`,
    ],
    ['a label in capitals and a link', `ALL: ${linked(40)}`, 'ALL:'],
    ['a label in capitals and one letter', `ALL: ${linked(1)}`, `All: ${linked(1)}`],
    [
      'a date and two fifths of it linked',
      `${linked(34)} ${a(37)} 20 May 2026`,
      `${linked(33)} ${a(37)} 20 May 2026`,
    ],
    [
      'brackets and three tenths of it linked',
      `[${a(68)}${linked(30)}]`,
      `[${a(69)}${linked(29)}]`,
    ],
    ['an arrow and a link', `&gt; ${a(60)} ${linked(1)}`, `&gt; ${a(60)}`],
  ])('%s', (_what, away, own) => {
    expect([leads(away), leads(own)]).toEqual([true, false]);
  });

  test('bars and dots between links count for nothing', () => {
    const three = (mark: string) =>
      leads(`Topics: ${[9, 9, 9].map(linked).join(` ${mark} `)} ${a(19)}`);
    expect(['|', '•', '·', '/'].map(three)).toEqual([true, true, true, false]);
  });
});

describe('links that are the article’s', () => {
  const kept = (html: string) =>
    [...linkedText(blocks(html), () => false)].map(({ text }) => text.slice(0, 4));
  const sentence = 'The council published the minutes of the harbour on Monday, too.';
  const linked = `<p>${link(sentence)}</p>`;
  const text = `<p>${'The ferry is late. '.repeat(4)}</p>`;

  test('are sentences between paragraphs', () => {
    expect(kept(text + linked + text)).toEqual(['The ']);
    expect(kept(text + linked)).toEqual(['The ']);
    expect(kept(linked + text)).toEqual([]);
    expect(kept(text + linked + `<h2>Soup</h2>`)).toEqual([]);
    expect(kept(`<p>Soup is cold.</p>${linked}${text}`)).toEqual([]);
    expect(kept(`${text}<p>${link(`${'a'.repeat(59)}.`)}</p>`)).toEqual(['aaaa']);
    expect(kept(`<div>${text}</div>${linked}${text}`)).toEqual([]);
    expect(kept(text.replaceAll('p>', 'div>') + linked + text)).toEqual([]);
    expect(kept(text + linked.replaceAll('p>', 'div>') + text)).toEqual([]);
  });

  test.each([
    ['a question', `${'a'.repeat(60)}?`],
    ['an exclamation', `${'a'.repeat(60)}!`],
    ['in brackets', `(${'a'.repeat(60)}.)`],
    ['in square ones', `[${'a'.repeat(60)}.]`],
    ['no sentence', 'a'.repeat(60)],
    ['short', `${'a'.repeat(58)}.`],
  ])('are not %s', (_name, words) => {
    expect(kept(`${text}<p>${link(words)}</p>${text}`)).toEqual([]);
  });

  test('are names in a list that a sentence leads to', () => {
    const list = (lead: string) =>
      kept(`<p>${lead}</p><ul><li>${link('Quay')}</li><li>${link('Pier')}</li></ul>`);
    expect(list('Officials named two firms:')).toEqual(['Quay', 'Pier']);
    expect(list('Officials named firms:')).toEqual([]);
    expect(kept(`<h2>Officials named two firms:</h2><ul><li>${link('Quay')}</li></ul>`)).toEqual(
      [],
    );
    expect(list('Officials named two firms.')).toEqual([]);
    expect(list(`Officials named ${link('two')} firms:`)).toEqual([]);
    expect(
      kept(`<p>Officials named two firms:</p><ul><li>${link('a'.repeat(41))}</li></ul>`),
    ).toEqual([]);
    expect(
      kept(`<p>Officials named two firms:</p><ul><li>${link('a'.repeat(40))}</li></ul>`),
    ).toEqual(['aaaa']);
    expect(kept(`<ul><li>${link('Quay')}</li></ul>`)).toEqual([]);
    const named = blocks(`<p>Officials named two firms:</p><ul><li>${link('Quay')}</li></ul>`);
    expect([...linkedText(named, () => true)]).toEqual([]);
  });
});
