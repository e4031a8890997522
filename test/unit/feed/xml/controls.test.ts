import { expect, test } from 'vitest';
import { windows1252At, withoutControls } from '../../../../src/feed/xml/controls.ts';

test('a control has no place in a text, save tab, line feed, carriage return and delete', () => {
  for (let code = 0; code < 0x20; code += 1) {
    const kept = [9, 10, 13].includes(code) ? String.fromCharCode(code) : '';
    expect(withoutControls(`a${String.fromCharCode(code)}b`)).toBe(`a${kept}b`);
  }
  expect(withoutControls('a\u007fb\u00a0c')).toBe('a\u007fb\u00a0c');
});

test('a control above 127 is what windows-1252 has there', () => {
  const codes = Array.from({ length: 32 }, (_, at) => 0x80 + at);
  const expected = new TextDecoder('windows-1252').decode(Uint8Array.from(codes));
  expect(withoutControls(String.fromCharCode(...codes))).toBe(expected);
  expect([windows1252At(0x80), windows1252At(0x93), windows1252At(0x9f)]).toEqual(['€', '“', 'Ÿ']);
});
