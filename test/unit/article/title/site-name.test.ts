import { describe, expect, test } from 'vitest';
import {
  namesSite,
  startsWithSite,
  withoutSiteName,
} from '../../../../src/article/title/site-name.ts';

const names = { stated: new Set(['thequay', 'quay', 'portelse']), configured: '' };
const lantern = { stated: new Set<string>(), configured: 'harbourlantern' };
const HEADLINE = 'The ferry is late again';

describe('a title loses the site’s name', () => {
  test.each(['|', '–', '—', '-', '»', '›', '•', '·', ':', '/', '~', '<', '@', '||'])(
    'behind or before " %s "',
    (sign) => {
      expect(withoutSiteName(`${HEADLINE} ${sign} The Quay`, names)).toBe(HEADLINE);
      expect(withoutSiteName(`The Quay ${sign} ${HEADLINE}`, names)).toBe(HEADLINE);
      const other = `${HEADLINE} ${sign} old soup of the harbour office`;
      expect(withoutSiteName(other, names)).toBe(other);
    },
  );

  test.each(['|', '｜', '│', 'ㅣ', '_', '::', '»'])('behind "%s" without blanks', (sign) => {
    const isCut = sign !== '»';
    expect(withoutSiteName(`${HEADLINE}${sign}The Quay`, names)).toBe(
      isCut ? HEADLINE : `${HEADLINE}${sign}The Quay`,
    );
  });

  test('and all that follows it', () => {
    expect(withoutSiteName(`${HEADLINE} - The Quay - News of the harbour`, names)).toBe(HEADLINE);
    expect(withoutSiteName(`The Quay | ${HEADLINE} | The Quay`, names)).toBe(HEADLINE);
  });

  test.each(['Blog Archiv', 'Blog Archive', 'Blog-Archives', 'blogarchiv'])(
    'and "%s" behind it',
    (archive) => {
      expect(withoutSiteName(`The Quay » ${archive} » ${HEADLINE}`, names)).toBe(HEADLINE);
      expect(withoutSiteName(`${archive} » ${HEADLINE}`, names)).toBe(HEADLINE);
    },
  );

  test('and is itself where nothing is left', () => {
    expect(withoutSiteName('The Quay', names)).toBe('The Quay');
    expect(withoutSiteName(`${HEADLINE} | Other`, names)).toBe(HEADLINE);
  });

  test('and rubrics of up to four words behind a bar', () => {
    expect(withoutSiteName(`${HEADLINE} | Politics | One Two Three Four`, names)).toBe(HEADLINE);
    expect(withoutSiteName(`${HEADLINE} | One Two Three Four Five`, names)).toContain('|');
    expect(withoutSiteName('Nineteen letters ok | Politics', names)).toContain('|');
    expect(withoutSiteName('Twenty letters it is | Politics', names)).toBe('Twenty letters it is');
  });
});

describe('a text names the site', () => {
  test.each([
    ['The Quay', true, true],
    ['the QUAY!', true, true],
    ['Der Quay', true, true],
    ['', true, true],
    ['Q', false, false],
    ['The Quay Online', true, true],
    ['The Quay – all that happens in the harbour', false, true],
    ['Port', true, true],
    ['Por', false, false],
    ['Quayside', true, true],
    ['Quaysides', false, true],
    ['Soup', false, false],
  ])('%s: %s; begins with it: %s', (text, isName, isStart) => {
    expect([namesSite(text, names), startsWithSite(text, names)]).toEqual([isName, isStart]);
  });

  test.each([
    ['Harbour Lantern', true],
    ['The Harbour Lantern', true],
    ['Harbour', false],
    ['Harbour L', true],
    ['Harbour Lantern World', true],
    ['Harbour Lantern of the Outer Islands', false],
    ['Lantern', false],
  ])('by the config’s name, %s: %s', (text, expected) => {
    expect(namesSite(text, lantern)).toBe(expected);
  });

  test('by the config’s short name only as a whole', () => {
    const short = { stated: new Set<string>(), configured: 'bbc' };
    expect([namesSite('BBC', short), namesSite('BBC1', short)]).toEqual([true, false]);
  });
});
