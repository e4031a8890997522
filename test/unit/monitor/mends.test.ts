import { expect, test } from 'vitest';
import { mendOf } from '../../../src/monitor/mends.ts';

test.each([
  ['dns', /typing mistake/],
  ['connect', /the server is down, slow, or blocks this network/],
  ['timeout', /the server is down, slow, or blocks this network/],
  ['tls', /its certificate/],
  ['address-refused', /which setting lets it through/],
  ['robots-disallowed', /robots: ignore/],
  ['robots-unreachable', /every hour/],
  ['http-401', /name and password/],
  ['http-407', /name and password/],
  ['http-402', /does not let us in/],
  ['http-403', /does not let us in/],
  ['http-451', /does not let us in/],
  ['http-404', /new address/],
  ['http-410', /new address/],
  ['http-429', /too often/],
  ['http-500', /in trouble/],
  ['http-503', /in trouble/],
  ['not-a-feed', /what the address answers/],
  ['http-418', /^try it by hand$/],
  ['dns-x', /^try it by hand$/],
])('a failure by %s is mended in its own way', (code, mend) => {
  const found = mendOf(code, 'harbour');
  expect(found.mend).toMatch(mend);
  expect(found.paste).toBe('newsrelay check --live harbour');
});
