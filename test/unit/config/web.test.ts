import { expect, test } from 'vitest';
import { isLoopbackHost, parseListen, webSchema } from '../../../src/config/web.ts';

test.each([
  ['127.0.0.1:8790', { host: '127.0.0.1', port: 8790 }],
  ['localhost:65535', { host: 'localhost', port: 65_535 }],
  ['[::1]:80', { host: '::1', port: 80 }],
  ['0.0.0.0:9000', { host: '0.0.0.0', port: 9000 }],
  ['relay.internal:443', { host: 'relay.internal', port: 443 }],
])('%s is an address to listen at', (listen, expected) => {
  expect(parseListen(listen)).toEqual(expected);
});

test.each(['8790', '127.0.0.1', '127.0.0.1:65536', 'http://x:1', ':80'])('%s is none', (listen) => {
  expect(webSchema.safeParse({ listen }).success).toBe(false);
});

test('the page is on loopback unless it is said, or switched off', () => {
  expect(webSchema.parse({})).toEqual({ listen: '127.0.0.1:8790', token: '' });
  expect(webSchema.parse(false)).toBe(false);
});

test.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('%s is this machine', (host) => {
  expect(isLoopbackHost(host)).toBe(true);
});

test.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example', 'relay'])('%s is not', (host) => {
  expect(isLoopbackHost(host)).toBe(false);
});

test('elsewhere than on loopback a token is needed, and a long one', () => {
  const told = (web: object) => webSchema.safeParse(web).error?.issues.map(({ path }) => path);
  expect(told({ listen: '0.0.0.0:8790' })).not.toEqual(undefined);
  expect(webSchema.safeParse({ listen: '0.0.0.0:8790', token: 'x'.repeat(16) }).success).toBe(true);
  expect(webSchema.safeParse({ token: 'x'.repeat(15) }).success).toBe(false);
  expect(webSchema.safeParse({ token: 'x'.repeat(16) }).success).toBe(true);
});
