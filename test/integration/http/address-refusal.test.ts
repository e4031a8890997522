import { readFileSync } from 'node:fs';
import dns from 'node:dns';
import { expect, test } from 'vitest';
import type { Lookup } from '../../../src/http/address-guard.ts';
import { listen, serve } from './loopback-server.ts';
import http from 'node:http';
import { loopbackClient } from './test-client.ts';

/** Answers each look-up with the next list, the last one for ever; counts in `lookup.calls`. */
function answering(...answers: string[][]) {
  const seen: string[] = [];
  const lookup: Lookup = (hostname, _options, callback) => {
    const addresses = answers[Math.min(seen.length, answers.length - 1)] ?? [];
    seen.push(hostname);
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { lookup, seen };
}

const secret = () => serve((_request, response) => response.end('SECRET'));

test.each([
  '127.0.0.1',
  '0x7f.1',
  '2130706433',
  '017700000001',
  '127.1',
  '①②⑦.⓪.⓪.①',
  '0',
  '0.0.0.0',
  '[::ffff:127.0.0.1]',
  'localhost',
  'LOCALHOST.',
])('a loopback server spelled %s does not see a request', async (host) => {
  await using server = await secret();
  await using client = loopbackClient([server.port], { allowPrivateAddresses: [] });
  const url = `http://${host}:${server.port}/`;
  await expect(client.fetch({ url, kind: 'page' })).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'address-refused',
  });
  expect(server.requests).toHaveLength(0);
});

test('no vector that is to be blocked is looked up or connected', async () => {
  const file = new URL('../../fixtures/http/address-vectors.json', import.meta.url);
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as { url: string; expect: string }[];
  const { lookup, seen } = answering(['127.0.0.1']);
  await using client = loopbackClient([80, 443], { allowPrivateAddresses: [], lookup });
  const blocked = vectors.filter((vector) => vector.expect === 'block');
  const codes = await Promise.all(
    blocked.map(({ url }) =>
      client.fetch({ url, kind: 'page' }).catch((error: { code: string }) => error.code),
    ),
  );
  expect(codes).toHaveLength(86);
  expect(new Set(codes)).toEqual(new Set(['address-refused', 'bad-url']));
  expect(seen).toEqual([]);
});

test('a name with one private address among public ones is refused', async () => {
  await using server = await secret();
  // 127.0.0.1 stands for the public address: the only one this client may use.
  const { lookup } = answering(['127.0.0.1', '10.0.0.1']);
  await using client = loopbackClient([server.port], {
    allowPrivateAddresses: ['127.0.0.1/32'],
    lookup,
  });
  const url = `http://mixed.example:${server.port}/`;
  await expect(client.fetch({ url, kind: 'page' })).rejects.toThrow('10.0.0.1, a private address');
  expect(server.requests).toHaveLength(0);
});

test('a name that rebinds to a private address is refused at its second connection', async () => {
  await using inside = await secret();
  await using outside = await listen(
    http.createServer((_request, response) =>
      response.setHeader('connection', 'close').end('public'),
    ),
    '127.0.0.2',
    inside.port,
  );
  const { lookup, seen } = answering(['127.0.0.2'], ['127.0.0.1']);
  await using client = loopbackClient([outside.port], {
    allowPrivateAddresses: ['127.0.0.2/32'],
    lookup,
  });
  const request = { url: `http://rebind.example:${outside.port}/`, kind: 'page' } as const;
  await expect(client.fetch(request)).resolves.toMatchObject({ status: 200 });
  await expect(client.fetch(request)).rejects.toMatchObject({ code: 'address-refused' });
  expect(seen).toHaveLength(2);
  expect(inside.requests).toHaveLength(0);
});

test('while a connection lives its address stays', async () => {
  await using inside = await secret();
  await using outside = await listen(
    http.createServer((_request, response) => response.end('public')),
    '127.0.0.2',
    inside.port,
  );
  const { lookup } = answering(['127.0.0.2'], ['127.0.0.1']);
  await using client = loopbackClient([outside.port], {
    allowPrivateAddresses: ['127.0.0.2/32'],
    lookup,
  });
  for (const _ of [1, 2, 3]) {
    const request = { url: `http://pinned.example:${outside.port}/`, kind: 'page' } as const;
    const { body } = await client.fetch(request);
    expect(new TextDecoder().decode(body)).toBe('public');
  }
  expect(inside.requests).toHaveLength(0);
});

test('a resolver that lies about what it connects to is found out at the socket', async () => {
  await using server = await secret();
  const { lookup } = answering(['::ffff:127.0.0.1']);
  await using client = loopbackClient([server.port], { allowPrivateAddresses: [], lookup });
  const url = `http://mapped.example:${server.port}/`;
  await expect(client.fetch({ url, kind: 'page' })).rejects.toMatchObject({
    code: 'address-refused',
  });
  expect(server.requests).toHaveLength(0);
});

test('of three hundred addresses a few are tried', async () => {
  // Nobody listens on this port: each dial fails at once.
  const closed = await secret();
  await closed[Symbol.asyncDispose]();
  const many = Array.from({ length: 300 }, (_, i) => `127.0.${i >> 7}.${(i & 127) + 1}`);
  const { lookup } = answering(many);
  await using client = loopbackClient([closed.port], { lookup });
  const error = await client
    .fetch({ url: `http://many.example:${closed.port}/`, kind: 'page' })
    .catch((failure: Error) => failure);
  expect(error).toMatchObject({ name: 'TransientError', code: 'connect' });
  const attempts = (error as { cause: AggregateError }).cause.errors;
  expect(attempts.length).toBeLessThanOrEqual(8);
});

test('a name server that takes too long is cut off by the deadline', async () => {
  const lookup: Lookup = () => undefined;
  await using client = loopbackClient([80], { lookup, timeoutMs: 100 });
  await expect(
    client.fetch({ url: 'http://slow-dns.example/', kind: 'page' }),
  ).rejects.toMatchObject({ name: 'TransientError', code: 'timeout' });
});

test('a port outside the list is refused for names too, before they are looked up', async () => {
  const { lookup, seen } = answering(['127.0.0.1']);
  await using client = loopbackClient([80], { lookup });
  await expect(
    client.fetch({ url: 'http://news.example:6379/', kind: 'page' }),
  ).rejects.toMatchObject({ code: 'address-refused' });
  expect(seen).toEqual([]);
});

test('names on the own network work once their range is allowed', async () => {
  await using server = await secret();
  await using client = loopbackClient([server.port], {
    allowPrivateAddresses: ['127.0.0.0/8', '::1/128'],
    lookup: dns.lookup,
  });
  const url = `http://localhost:${server.port}/`;
  await expect(client.fetch({ url, kind: 'page' })).resolves.toMatchObject({ status: 200 });
});
