import { expect, test } from 'vitest';
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
