import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { createSend } from '../../../src/http/send.ts';
import { startReceiver } from '../../support/site/receiver.ts';

const { send, close } = createSend({ userAgent: 'newsrelay-test', maxBytes: 1_000 });
afterAll(close);

test('sends method, headers and body and gives every status back', async () => {
  const receiver = await startReceiver(() => ({
    status: 418,
    headers: { 'x-answer': 'yes' },
    body: 'short',
  }));
  const response = await send({
    method: 'PUT',
    url: `${receiver.url}?a=b`,
    headers: { 'content-type': 'text/plain' },
    body: 'Las Piñas',
  });
  expect([response.status, response.headers['x-answer']]).toEqual([418, 'yes']);
  expect(Buffer.from(response.body).toString()).toBe('short');
  expect(receiver.received).toMatchObject([
    {
      method: 'PUT',
      path: '/hook?a=b',
      body: 'Las Piñas',
      headers: { 'user-agent': 'newsrelay-test', 'content-type': 'text/plain' },
    },
  ]);
  await receiver.close();
});

test('does not follow redirects', async () => {
  const receiver = await startReceiver(() => ({ status: 302, headers: { location: '/other' } }));
  expect(await send({ method: 'POST', url: receiver.url, body: 'x' })).toMatchObject({
    status: 302,
  });
  expect(receiver.received).toHaveLength(1);
  await receiver.close();
});

test('refuses an answer over the cap', async () => {
  const receiver = await startReceiver(() => ({ status: 200, body: 'x'.repeat(2_000) }));
  await expect(send({ method: 'GET', url: receiver.url })).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'answer-too-large',
  });
  await receiver.close();
});

test('gives up on a server that accepts and never answers, without naming credentials', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const url = `http://user:s3cret@127.0.0.1:${port}/hook?token=s3cret`;
  const failure = await send({ method: 'POST', url, body: 'x', timeoutMs: 100 }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: 'TransientError', code: 'timeout' });
  expect(String(failure)).not.toContain('s3cret');
  server.close();
});

test('tells a refused connection as network trouble', async () => {
  const receiver = await startReceiver(() => ({ status: 200 }));
  await receiver.close();
  await expect(send({ method: 'GET', url: receiver.url })).rejects.toMatchObject({
    name: 'TransientError',
    code: 'connect',
  });
});
