import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern } from '../../src/path-pattern.ts';

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
