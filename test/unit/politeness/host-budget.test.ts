import { expect, test } from 'vitest';
import { hostKey } from '../../../src/politeness/host-budget.ts';

test.each([
  ['https://www.Harbour.example:8443/a', 'harbour.example'],
  ['https://harbour.example./', 'harbour.example'],
  ['https://news.harbour.example/', 'news.harbour.example'],
  ['https://www2.harbour.example/', 'www2.harbour.example'],
  ['https://www.example/', 'www.example'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
])('%s is asked as the host %s', (url, host) => {
  expect(hostKey(new URL(url))).toBe(host);
});
