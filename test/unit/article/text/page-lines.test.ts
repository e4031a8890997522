import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { lineKeys } from '../../../../src/article/text/page-lines.ts';
import type { Block } from '../../../../src/page/blocks/blocks.ts';

const sentences = (about: string) =>
  Array.from(
    { length: 9 },
    (_, at) =>
      `<p>The harbour council spoke about ${about} for the ${at + 1}th time, and nobody at the table was surprised by that.</p>`,
  );

function read(
  about: string,
  extra: { top?: string; within?: string; end?: string },
  others: string[] = [],
) {
  const told = sentences(about);
  const body = [
    extra.top ?? '',
    ...told.slice(0, 5),
    extra.within ?? '',
    ...told.slice(5),
    extra.end ?? '',
  ].join('');
  const outcome = scrapeArticle({
    html: `<html><head><title>On ${about}</title><meta property="og:site_name" content="Harbour Courier"></head><body><h1>On ${about}</h1><article>${body}</article></body></html>`,
    url: `https://courier.example/${about}`,
    siteName: undefined,
    otherPages: new Set(others),
  });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  const { paragraphs, lineKeys, doubts } = outcome.article;
  return {
    text: paragraphs.value.map((paragraph) => paragraph.text).join('\n'),
    lineKeys,
    doubts: doubts.map(({ name }) => name),
  };
}

/** What a page is read as once other pages were found to have its line, too. */
function readAfterOthers(place: 'top' | 'within' | 'end', line: string) {
  const html = `<p>${line}</p>`;
  const keys = read('dredging', { [place]: html }).lineKeys;
  return read('the breakwater', { [place]: html }, keys);
}

describe('a line that stands in the same place on other pages', () => {
  test.each([
    ['end', 'Harbour Courier has been printed on the quay since the year of the great flood.'],
    ['end', 'Tell us what you think of our work, we read each and every letter.'],
    ['top', 'Stories from the quay, told every week'],
    ['within', 'You will find the tide tables and the berths of the week below.'],
    ['end', '<em>The quay is open from six in the morning until the last boat is in.</em>'],
    ['end', 'The timetable of the ferries hangs <a href="/ferry">beside the mole</a>, as always'],
  ] as const)('is the template’s with a second sign (%s: %s)', (place, line) => {
    expect(readAfterOthers(place, line).text).not.toContain(
      line.replaceAll(/<[^>]*>/g, '').slice(0, 30),
    );
  });

  test.each([
    ['end', 'The storm has cost the town nine boats and four million crowns so far.'],
    ['top', 'The strike of the pilots went into its third week on Monday, the union said.'],
    ['within', '"We will not sell the quay," Mayor Ann Lee told the council on Tuesday.'],
  ] as const)('stays without one, and lowers the confidence (%s: %s)', (place, line) => {
    const { text, doubts } = readAfterOthers(place, line);
    expect(text).toContain(line);
    expect(doubts).toContain('on-other-pages');
  });

  test('stays while no other page is known to have it', () => {
    const line = 'Harbour Courier has been printed on the quay since the year of the great flood.';
    const { text, doubts } = read('the breakwater', { end: `<p>${line}</p>` });
    expect(text).toContain(line);
    expect(doubts).not.toContain('on-other-pages');
  });
});

test('A line elsewhere on the page is another line.', () => {
  const line = '<p>Tell us what you think of our work, we read each and every letter.</p>';
  const keys = read('dredging', { top: line }).lineKeys;
  expect(read('the breakwater', { end: line }, keys).text).toContain('Tell us');
});

test('A line that was struck is remembered all the same, so that it does not come back.', () => {
  const line =
    '<p>Harbour Courier has been printed on the quay since the year of the great flood.</p>';
  const keys = read('dredging', { end: line }).lineKeys;
  const again = read('the breakwater', { end: line }, keys).lineKeys;
  expect(again.filter((key) => keys.includes(key))).toHaveLength(1);
});

test('Each page gives two dozen keys at the most.', () => {
  const many = Array.from(
    { length: 90 },
    (_, at) => `<p>The ${at}th boat came in before noon.</p>`,
  );
  expect(read('boats', { within: many.join('') }).lineKeys.length).toBeLessThanOrEqual(24);
});

describe('the lines that are remembered of a text', () => {
  const block = (text: string) => ({ text }) as Block;
  const line = (at: number, characters: number) => `${at} `.padEnd(characters, 'x');
  const remembered = (texts: string[]) =>
    [...lineKeys(texts.map(block)).keys()].map(({ text }) => text);

  test('have twenty characters at least and three hundred at most', () => {
    const texts = [19, 20, 300, 301].map((characters, at) => line(at, characters));
    expect(remembered(texts)).toEqual([texts[1], texts[2]]);
  });

  test('are the first three, the last five and the sixteen shortest between', () => {
    const texts = Array.from({ length: 30 }, (_, at) => line(at, 130 - at));
    const between = texts.slice(9, 25).toReversed();
    expect(remembered(texts)).toEqual([...texts.slice(0, 3), ...texts.slice(25), ...between]);
  });

  test('are known by eight characters for their text and their place', () => {
    const texts = Array.from({ length: 9 }, () => line(1, 30));
    const keys = [...lineKeys(texts.map(block)).values()];
    expect(keys.map((key) => key.length)).toEqual(Array.from({ length: 9 }, () => 8));
    expect(new Set(keys).size).toBe(3);
  });
});
