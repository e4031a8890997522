import { expect, test } from 'vitest';
import {
  webhookDestinationSchema,
  wordpressDestinationSchema,
} from '../../../src/config/destinations.ts';
import { discreetly, secretsOf } from '../../../src/deliver/discreet.ts';

const key = Buffer.alloc(32, 7).toString('base64');

test('secrets of a webhook are its keys, with and without their mark, and its headers', () => {
  const options = webhookDestinationSchema.parse({
    type: 'webhook',
    name: 'site',
    url: 'https://site.example/',
    secrets: [`whsec_${key}`],
    headers: { 'x-key': 'gate', 'x-short': 'abc' },
  });
  expect(secretsOf(options)).toEqual([`whsec_${key}`, key, 'gate']);
});

test('secrets of WordPress are its password as written, without blanks and as it is sent', () => {
  const options = wordpressDestinationSchema.parse({
    type: 'wordpress',
    name: 'blog',
    url: 'https://blog.example/',
    username: 'desk',
    password: 'abcd efgh ijkl',
    headers: { 'x-key': 'gate' },
  });
  expect(secretsOf(options)).toEqual([
    'gate',
    'abcd efgh ijkl',
    'abcdefghijkl',
    Buffer.from('desk:abcd efgh ijkl').toString('base64'),
  ]);
});

test('what a site repeats of a secret is hidden wherever it stands, and all else is as it was', async () => {
  const answer = {
    status: 403,
    headers: { 'x-debug': 'gate and gate', etag: '"1"' },
    body: Buffer.from('Piñas: gate, hush, gate'),
  };
  const send = discreetly(async () => answer, ['gate', 'hush']);
  const { status, headers, body } = await send({ method: 'GET', url: 'https://site.example/' });
  expect(status).toBe(403);
  expect(headers).toEqual({ 'x-debug': '*** and ***', etag: '"1"' });
  expect(Buffer.from(body).toString()).toBe('Piñas: ***, ***, ***');
});

test('bytes without a secret are handed on untouched, whatever they are', async () => {
  const body = Uint8Array.of(0xff, 0xfe, 0x00, 0x80);
  const send = discreetly(async () => ({ status: 200, headers: {}, body }), ['gate']);
  expect((await send({ method: 'GET', url: 'https://site.example/' })).body).toBe(body);
});
