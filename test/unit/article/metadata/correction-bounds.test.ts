import { describe, expect, test } from 'vitest';
import { findCorrections } from '../../../../src/article/metadata/corrections.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';

const corrections = (html: string) =>
  findCorrections(readBlocks(treeOf(html).document).blocks, {})?.value;
const found = (html: string) => corrections(html)?.map(({ text }) => text) ?? [];
const NOTE = 'Correction: The boat leaves at nine.';
const line = '<p>The boat is blue.</p>';

describe('a label is borne out', () => {
  test('by a place among the three first or last lines', () => {
    const at = (before: number, after: number) =>
      found(line.repeat(before) + `<p>${NOTE}</p>` + line.repeat(after));
    expect([at(2, 9), at(3, 9), at(9, 2), at(9, 3)]).toEqual([[NOTE], [], [NOTE], []]);
  });

  const amid = (markup: string) => found(line.repeat(9) + markup + line.repeat(9));
  test.each(['em', 'i', 'small', 'cite'])('by the emphasis of <%s>', (name) => {
    expect(amid(`<p><${name}>${NOTE}</${name}></p>`)).toEqual([NOTE]);
    expect(
      amid(
        `<p> <span><${name}>Correction:</${name}></span><br><${name}>The boat leaves at nine.</${name}> </p>`,
      ),
    ).toHaveLength(1);
    expect(amid(`<p><${name}>Correction:</${name}> The boat leaves at nine.</p>`)).toEqual([]);
  });

  test('and not by that of a part, nor by another element', () => {
    expect(amid(`<p><b>${NOTE}</b></p>`)).toEqual([]);
    expect(amid(`<ul><li><em>${NOTE}</em></li></ul>`)).toEqual([]);
  });
});

describe('a note', () => {
  test('is none where six tenths of it are a link', () => {
    const linked = (length: number) =>
      found(`<p><a href="/x">${NOTE.slice(0, length)}</a>${NOTE.slice(length)}</p>`);
    expect([linked(20), linked(30)]).toEqual([[NOTE], []]);
  });

  test('has up to two thousand characters', () => {
    const of = (length: number) => found(`<p>${NOTE.padEnd(length, 'x')}</p>`).length;
    expect([of(2_000), of(2_001)]).toEqual([1, 0]);
  });

  test('is one of twenty, each once', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `<p><em>Correction: It is ${at} o’clock.</em></p>`);
    expect(found(many(21).join(''))).toHaveLength(20);
    expect(found(`<p>${NOTE}</p><p>${NOTE}</p>`)).toEqual([NOTE]);
  });
});

describe('an element that is named for a note', () => {
  const named = (...lines: string[]) =>
    found(
      `${line.repeat(9)}<div class="correction">${lines.map((text) => `<p>${text}</p>`).join('')}</div>${line.repeat(9)}`,
    );

  test('has all its lines, once', () => {
    expect(named('Note', 'The boat was built in May, not in June.')).toEqual([
      'Note The boat was built in May, not in June.',
    ]);
  });

  test('is none where it has thirty characters, which are a label', () => {
    expect([named('x'.repeat(30)), named('x'.repeat(31))]).toEqual([[], ['x'.repeat(31)]]);
  });

  test('has up to twenty lines', () => {
    expect(named(...Array<string>(21).fill('soup'))).toEqual([
      Array<string>(20).fill('soup').join(' '),
    ]);
  });
});

describe('the day of a note', () => {
  const day = (text: string) => corrections(`<p>${text}</p>`)?.[0]?.at;

  test.each([
    'Correction (Nov. 3, 2026): It is blue.',
    'Correction, 3 November 2026：It is blue.',
    'Correction 3 November 2026 — It is blue.',
    'Correction 3 November 2026 – It is blue.',
    'Correction 3 November 2026 - It is blue.',
    ...'on am le el em il op den du vom'
      .split(' ')
      .map((word) => `Correction: What it said ${word} 3 November 2026 was wrong.`),
    'Correction: What it said on November 3, 2026 was wrong.',
  ])('is that of “%s”', (text) => {
    expect(day(text)).toBe('2026-11-03T00:00:00Z');
  });

  test('has the hour that stands beside it', () => {
    expect(day('Correction, 3 November 2026 09:30: It is blue.')).toBe('2026-11-03T09:30:00Z');
  });

  test.each([
    'Correction: It is blue, 3 November 2026.',
    'Correction: What it said of 3 November 2026 was wrong.',
    'Correction 3: It is blue.',
  ])('is not known of “%s”', (text) => {
    expect(corrections(`<p>${text}</p>`)).toEqual([{ text }]);
  });
});

test('a text without a note has none', () => {
  expect(corrections(line)).toBeUndefined();
});
