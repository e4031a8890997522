import { describe, expect, test } from 'vitest';
import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  agencyFiling,
  agencyHolding,
  agencyOfLine,
  agencySigningOff,
  AROUND_A_NAME,
} from '../../../../src/article/names/agency-dateline.ts';

test.each([
  ['WASHINGTON (AP) — The ferry was late.', 'ap'],
  ['LONDON, Nov 12 (Reuters) - The ferry was late.', 'reuters'],
  ['Tokyo, Nov. 12 (Jiji Press)--The ferry was late.', 'jiji'],
  ['MOSCOW, November 12. /TASS/. The ferry was late.', 'tass'],
  ['（中央社記者王小明台北12日電）渡輪遲到。', 'cna'],
  ['【パリ時事】フェリーが遅れた。', 'jiji'],
  ['The mayor told Kyodo News (KYODO) — as nobody knew — that', undefined],
  ['The Associated Press (AP) was founded on a quay.', undefined],
  ['United Press International (UPI) – an agency – was sold.', undefined],
  ['PORT ELSE (Harbour Lantern) — The ferry was late.', undefined],
  ['HARRISBURG, Pa. — The ferry was late.', undefined],
  ['人民网北京11月12日电 渡轮迟到。', undefined],
])('"%s" was filed by %s', (text, id) => {
  expect(agencyFiling(text)?.id).toBe(id);
});

test.each([
  ['© 2026 AFP', 'afp'],
  ['Copyright 2026 The Associated Press. All rights reserved.', 'ap'],
  ['RIPRODUZIONE RISERVATA © Copyright ANSA', 'ansa'],
  ['— Reuters', 'reuters'],
  ['(dpa)', 'dpa'],
  ['Source: Xinhua', 'xinhua'],
  ['来源：新华社', 'xinhua'],
  ['— with AFP', undefined],
  ['© 2026 Harbour Lantern', undefined],
  ['Source: the harbour office', undefined],
  ['© Getty Images', undefined],
])('"%s" below the text is of %s', (line, id) => {
  expect(agencyOfLine(line)?.id).toBe(id);
});

test.each([
  ['The soup was hers. EFE', 'efe'],
  ['The soup was hers. (AFP)', 'afp'],
  ['ANSA', 'ansa'],
  ['She told the Associated Press (AP).', undefined],
  ['She had worked for Reuters.', undefined],
])('"%s" is signed off by %s', (text, id) => {
  expect(agencySigningOff(text)?.id).toBe(id);
});

test('a sentence is no rights notice, however it begins', () => {
  expect(agencyHolding('Copyright 2026 AFP')?.id).toBe('afp');
  expect(agencyHolding(`Copyright is what AFP wants, ${'and soup, '.repeat(10)}`)).toBeUndefined();
});

walkRows('AROUND_A_NAME', AROUND_A_NAME);

describe('a place and a day stand before an agency’s sign', () => {
  const filed = (text: string) => agencyFiling(text)?.id;

  test.each([
    ['NEW DELHI, Nov 12 (PTI) The ferry was late.', 'pti'],
    ['NEW DELHI, Nov 12 (PTI) 渡轮迟到。', 'pti'],
    ['NEW DELHI, Nov 12 (PTI) the ferry was late.', undefined],
    ['NEW DELHI (PTI) The ferry was late.', undefined],
    ['NEW DELHI (PTI) - The ferry was late.', 'pti'],
    ['NEW DELHI (PTI).- The ferry was late.', 'pti'],
    ['NEW DELHI (PTI)= The ferry was late.', 'pti'],
    ['Rio de Janeiro (EFE) — The ferry was late.', 'efe'],
    ['Port del Mar (EFE) — The ferry was late.', 'efe'],
    ['Rio upon Quay (EFE) — The ferry was late.', undefined],
    ['Port Else, 12 novembre (AFP) — The ferry was late.', 'afp'],
    ['Port Else (Getty Images) — The ferry was late.', undefined],
    ['Port Else (dpa/lno) – The ferry was late.', 'dpa'],
    ['【ワシントン共同】フェリーが遅れた。', 'kyodo'],
    ['［パリ時事］フェリーが遅れた。', 'jiji'],
    ['(서울=연합뉴스) 페리가 늦었다.', 'yonhap'],
    ['(서울 연합뉴스) 페리가 늦었다.', undefined],
    ['МОСКВА, 12 ноября. /ТАСС/. Паром опоздал.', 'tass'],
    ['The captain said /TASS/ was late.', undefined],
    ['PORT ELSE /Getty/ The ferry was late.', undefined],
    ['新华社北京11月12日电 渡轮迟到。', 'xinhua'],
    ['新华社北京11月12日電 渡轮迟到。', 'xinhua'],
    ['新华社北京11月12日电影 渡轮迟到。', undefined],
  ])('“%s”: %s', (text, id) => {
    expect(filed(text)).toBe(id);
  });

  test('in up to nine words and seventy letters', () => {
    const words = (count: number) => filed(`${'Port '.repeat(count)}(Reuters) - It was late.`);
    expect([words(9), words(10)]).toEqual(['reuters', undefined]);
    const letters = (count: number) => filed(`${'P'.repeat(count)} (Reuters) - It was late.`);
    expect([letters(69), letters(70)]).toEqual(['reuters', undefined]);
  });
});

describe('a line below the text is an agency’s', () => {
  const id = (line: string) => agencyOfLine(line)?.id;

  test.each('Source Quelle Fuente Fonte Bron Kilde Källa Источник 来源 來源 出典'.split(' '))(
    'behind “%s:”',
    (label) => {
      expect([id(`${label}: AFP`), id(`${label} AFP`)]).toEqual(['afp', undefined]);
    },
  );

  test.each([
    '© AFP',
    '(c) 2026 AFP',
    'Copyright AFP',
    'Riproduzione riservata AFP',
    '— AFP',
    '[AFP]',
    '(AFP)',
    '/AFP/',
    '- AFP',
    '– AFP',
  ])('as “%s”', (line) => {
    expect(id(line)).toBe('afp');
  });

  test.each('with mit avec con com med met'.split(' '))('unless it helped, “%s”', (word) => {
    expect([id(`— ${word} AFP`), id(`(${word} AFP)`)]).toEqual([undefined, undefined]);
  });

  test.each(['AFP', 'Copyrighted by AFP', 'The AFP'])('and not by its name alone: %s', (line) => {
    expect(id(line)).toBeUndefined();
  });
});

describe('a rights notice', () => {
  const held = (notice: string) => agencyHolding(notice)?.id;

  test('has up to eighty characters', () => {
    const of = (length: number) => held(`AFP${'.'.repeat(length - 3)}`);
    expect([of(80), of(81)]).toEqual(['afp', undefined]);
  });

  test.each([
    ['The Associated Press, all rights reserved', 'ap'],
    ['© the AFP office of Paris', 'afp'],
    ['the AFP office of Paris', undefined],
    ['AFP: soup', 'afp'],
    ['soup; AFP', undefined],
    ['Getty', undefined],
  ])('“%s” is of %s', (notice, id) => {
    expect(held(notice)).toBe(id);
  });
});

describe('a text is signed off', () => {
  const off = (text: string) => agencySigningOff(text)?.id;

  test.each([
    ...['.', '!', '?', '…', '。', '！', '？', '”', '"', '»'].map((end) => [
      `It was late${end} EFE`,
      'efe',
    ]),
    ['It was late. [EFE]', 'efe'],
    ['It was late. /EFE/', 'efe'],
    ['It was late. — EFE', 'efe'],
    ['It was late. (EFE).', 'efe'],
    [' EFE ', 'efe'],
    ['It was late. Getty', undefined],
    ['It was late, EFE', undefined],
    ['— EFE', 'efe'],
    [`${'It was late. '.repeat(9)}EFE`, 'efe'],
  ] as [string, string | undefined][])('“%s”: %s', (text, id) => {
    expect(off(text)).toBe(id);
  });
});
