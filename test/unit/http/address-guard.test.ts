import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAddressGuard, guardedLookup } from '../../../src/http/address-guard.ts';

interface Vector {
  url: string;
  expect: 'allow' | 'block';
  layer: string;
}

const vectorFile = new URL('../../fixtures/http/address-vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(vectorFile, 'utf8')) as Vector[];

const publicOnly = createAddressGuard({ allowPrivateAddresses: [], allowPorts: [80, 443] });

function verdict(url: string): 'allow' | 'block' {
  try {
    publicOnly.check(new URL(url));
    return 'allow';
  } catch {
    return 'block';
  }
}

describe('URLs as written', () => {
  test('all hundred vectors are there', () => {
    expect(vectors).toHaveLength(100);
  });

  test.each(vectors)('$url: $expect ($layer)', (vector) => {
    expect(verdict(vector.url)).toBe(vector.expect);
  });

  test('a refusal says what the operator can do about it', () => {
    expect(() => publicOnly.check(new URL('http://10.1.2.3/feed.xml'))).toThrow(
      '10.1.2.3 is at 10.1.2.3, a private address; if it may be fetched, add 10.1.2.3/32 to http.allowPrivateAddresses',
    );
    expect(() => publicOnly.check(new URL('http://news.example:8080/'))).toThrow(
      'add 8080 to http.allowPorts',
    );
  });

  test('a refusal does not repeat credentials', () => {
    expect(() => publicOnly.check(new URL('ftp://editor:hunter2@news.example/'))).toThrow(
      /^(?!.*hunter2)/s,
    );
  });
});

describe('addresses a name resolves to', () => {
  test.each([
    ['8.8.8.8', null],
    ['2606:4700::1111', null],
    ['::ffff:8.8.8.8', null],
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['10.0.0.7', 'private'],
    ['100.64.0.1', 'carrier grade nat'],
    ['169.254.169.254', 'link local'],
    ['fe80::1%eth0', 'link local'],
    ['fd00:ec2::254', 'unique local'],
    ['168.63.129.16', 'cloud platform'],
    ['4000::1', 'unassigned'],
    ['64:ff9b::7f00:1', 'rfc6052'],
    ['not an address', 'unreadable'],
    ['', 'unreadable'],
  ])('%s: %s', (address, reason) => {
    expect(publicOnly.refusal(address)).toBe(reason);
  });

  test('a private range that the operator allows is allowed, its neighbours are not', () => {
    const guard = createAddressGuard({
      allowPrivateAddresses: ['10.0.0.0/30', 'fd12::/16'],
      allowPorts: [80],
    });
    expect(guard.refusal('10.0.0.3')).toBeNull();
    expect(guard.refusal('::ffff:10.0.0.3')).toBeNull();
    expect(guard.refusal('fd12::8')).toBeNull();
    expect(guard.refusal('10.0.0.4')).toBe('private');
    expect(guard.refusal('127.0.0.1')).toBe('loopback');
    expect(guard.refusal('fd13::8')).toBe('unique local');
  });
});

describe('a refusal says what is refused, and by which setting it may be let through', () => {
  test.each([
    ['http://10.0.0.7/', '10.0.0.7', 'add 10.0.0.7/32 to http.allowPrivateAddresses'],
    ['http://[::1]/', '::1', 'add ::1/128 to http.allowPrivateAddresses'],
    ['http://printer.local/', 'printer.local', 'names a machine on the local network'],
  ])('%s', (url, host, mend) => {
    const check = () => publicOnly.check(new URL(url));
    expect(check).toThrow(
      expect.objectContaining({ name: 'PermanentError', code: 'address-refused' }),
    );
    expect(check).toThrow(host);
    expect(check).toThrow(mend);
  });
});

describe('a name is looked up', () => {
  const look = async (addresses: string[] | Error, all: boolean) => {
    const asked: unknown[] = [];
    const lookup = guardedLookup(publicOnly, (hostname, options, callback) => {
      asked.push([hostname, options]);
      if (addresses instanceof Error) callback(addresses, []);
      else
        callback(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        );
    });
    const found = await new Promise<unknown[]>((resolve) => {
      lookup('news.example', { all, family: 4 }, (error, ...answer) => {
        resolve(error ? [error.message] : answer);
      });
    });
    return { asked, found };
  };
  const many = Array.from({ length: 9 }, (_, at) => `8.8.8.${at}`);

  test('for all of its addresses, of which eight are tried, or the first', async () => {
    expect(await look(many, true)).toEqual({
      asked: [['news.example', { all: true, family: 4 }]],
      found: [many.slice(0, 8).map((address) => ({ address, family: 4 }))],
    });
    expect(await look(many, false)).toEqual({
      asked: [['news.example', { all: true, family: 4 }]],
      found: ['8.8.8.0', 4],
    });
  });

  test.each([
    [[], 'news.example has no address'],
    [new Error('no answer'), 'no answer'],
    [
      [...many, '10.1.2.3'],
      'news.example is at 10.1.2.3, a private address; if it may be fetched, add 10.1.2.3/32 to http.allowPrivateAddresses',
    ],
  ])('and not found: %j', async (addresses, message) => {
    expect((await look(addresses, true)).found).toEqual([message]);
    expect((await look(addresses, false)).found).toEqual([message]);
  });
});
