import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern, normalisePattern, withCapitalOctets } from '../../src/path-pattern.ts';

test.each([
  ['/fish', '/fish/salmon', true],
  ['/fish', '/Fish', false],
  ['/fish$', '/fish', true],
  ['/fish$', '/fish?', false],
  ['/*.php$', '/a/b.php', true],
  ['/*.php$', '/a/b.php?x', false],
  ['/*a*a$', '/xa', false],
  ['/*a*a$', '/xaa', true],
  ['*', '/anything', true],
  ['$', '', true],
  ['*$', '/x', true],
  ['/a*$', '/a', true],
  ['/$', '/', true],
  ['/$', '/x', false],
  ['/a$b', '/a$bc', true],
  ['/*abcabcabd', '/abcabcabcabd', true],
  ['/*0123456789$', '/x01234567890123456789', true],
])('%s and %s: %s', (pattern, path, matching) => {
  expect(matchesPattern(pattern, path)).toBe(matching);
});

test('agrees with the regular expression it stands for', () => {
  const letters = fc.constantFrom('a', 'b', '/');
  const patternOf = fc.array(fc.oneof(letters, fc.constant('*')), { maxLength: 14 });
  const pathOf = fc.array(letters, { maxLength: 30 });
  fc.assert(
    fc.property(patternOf, fc.boolean(), pathOf, (pieces, isAnchored, chars) => {
      const expression = pieces.map((piece) => (piece === '*' ? '.*' : piece)).join('');
      const path = chars.join('');
      expect(matchesPattern(pieces.join('') + (isAnchored ? '$' : ''), path)).toBe(
        new RegExp(`^${expression}${isAnchored ? '$' : ''}`).test(path),
      );
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['/plain-path_~!$&', '/plain-path_~!$&'],
  ['/a**b***', '/a*b*'],
  ['/a*b', '/a*b'],
  ['/%c3%a4', '/%C3%A4'],
  ['/ä', '/%C3%A4'],
  ['/a b\tc', '/a%20b%09c'],
  ['/100%', '/100%'],
  ['/%zz', '/%zz'],
])('the pattern %s is compared as %s', (written, normal) => {
  expect(normalisePattern(written)).toBe(normal);
});

test('octets of a path are compared in capitals, and its letters as they are', () => {
  expect(withCapitalOctets('/abc%2fdef%e0')).toBe('/abc%2Fdef%E0');
});

test.each([
  ['/*12345678', '/x1234567', false],
  ['/*12345678', '/x12345678', true],
  ['/*123456789', '/x12345678', false],
  ['/*123456789', '/x123456789', true],
  ['/*aabaabaaa*c', '/aabaabaabaaac', true],
  ['/*aabaabaaa*c', '/aabaabaabaa', false],
  ['/a*bcd*bcd', '/abcd', false],
  ['/*123456789*123456789', '/123456789', false],
  ['/ab$', '/a', false],
])('a piece of %s is found in %s: %s', (pattern, path, isFound) => {
  expect(matchesPattern(pattern, path)).toBe(isFound);
});
