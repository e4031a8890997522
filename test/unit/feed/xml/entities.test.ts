import { describe, expect, test } from 'vitest';
import { brokenReference, decodeReferences } from '../../../../src/feed/xml/entities.ts';

describe('a reference', () => {
  test.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&eacute;&hellip;&nbsp;&frac12;', 'é…\u00a0½'],
    ['&#233;&#xE9;&#Xe9;', 'ééé'],
    ['&#x1F600;&#128512;', '😀😀'],
    ['&#xD83D;&#xDE00;', '😀'],
    ['&#xD83D;', '\ufffd'],
    ['&#x80;&#150;&#x9f;', '€–Ÿ'],
    ['&#x7f;&#xa0;', '\u007f\u00a0'],
    ['&#9;&#10;&#13;', '\t\n\r'],
    ['a&#0;&#8;&#11;&#31;b', 'ab'],
    ['&#32;', ' '],
    ['&#x10FFFF;', '\u{10ffff}'],
    ['&#x110000;', '\ufffd'],
    ['&copy', '&copy'],
    ['&copy=1;', '&copy=1;'],
    ['&unknown;', '&unknown;'],
    ['&notit;', '&notit;'],
    ['&#x;&#;&;', '&#x;&#;&;'],
    ['&#12345678;', '&#12345678;'],
    ['&amp;lt;', '&lt;'],
    ['AT&T', 'AT&T'],
    ['Bread', 'Bread'],
  ])('in %j gives %j', (text, decoded) => {
    expect(decodeReferences(text)).toBe(decoded);
  });

  test('is one of 200,000 that are decoded', () => {
    expect(decodeReferences('&lt;'.repeat(200_001)).endsWith('<&lt;')).toBe(true);
  });
});

test.each([
  ['Bread', null],
  ['&amp;&#233;&#xe9;&quot;&lt;&gt;&apos;', null],
  ['fish & chips', 'bare'],
  ['&copy=1', 'bare'],
  ['&#x;', 'bare'],
  ['&#12345678;', 'bare'],
  ['&eacute;', 'unknown'],
  ['&eacute; & x', 'bare'],
])('%j is broken as %s', (text, broken) => {
  expect(brokenReference(text)).toBe(broken);
});
