import { describe, expect, test } from 'vitest';
import { TransientError } from '../../../src/errors.ts';
import { serve } from './loopback-server.ts';
import { serveTls, trustLoopbackCertificate } from './loopback-tls.ts';
import { loopbackClient } from './test-client.ts';

describe('when the network fails', () => {
  test('a name that does not resolve', async () => {
    await using client = loopbackClient([80], {
      lookup: (_name, _options, callback) =>
        callback(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), []),
    });
    const outcome = client.fetch({ url: 'http://gone.example/', kind: 'feed' });
    await expect(outcome).rejects.toBeInstanceOf(TransientError);
    await expect(outcome).rejects.toMatchObject({ code: 'dns' });
  });

  test('a name without addresses', async () => {
    await using client = loopbackClient([80], {
      lookup: (_name, _options, callback) => callback(null, []),
    });
    const outcome = client.fetch({ url: 'http://empty.example/', kind: 'feed' });
    await expect(outcome).rejects.toMatchObject({ code: 'dns' });
  });

  test('a refused connection', async () => {
    const site = await serve(() => undefined);
    await site[Symbol.asyncDispose]();
    await using client = loopbackClient([site.port]);
    await expect(client.fetch({ url: site.url, kind: 'feed' })).rejects.toMatchObject({
      name: 'TransientError',
      code: 'connect',
    });
  });

  test('a certificate nobody vouches for', async () => {
    await using site = await serveTls((_request, response) => response.end());
    await using client = loopbackClient([site.port]);
    const url = `https://127.0.0.1:${site.port}/`;
    await expect(client.fetch({ url, kind: 'feed' })).rejects.toMatchObject({
      name: 'TransientError',
      code: 'tls',
    });
  });

  test('a certificate for another name', async () => {
    await using site = await serveTls((_request, response) => response.end());
    using _trust = trustLoopbackCertificate();
    await using client = loopbackClient([site.port], {
      lookup: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    const good = await client.fetch({ url: `https://secure.test:${site.port}/`, kind: 'feed' });
    expect(good.status).toBe(200);
    const bad = client.fetch({ url: `https://elsewhere.test:${site.port}/`, kind: 'feed' });
    await expect(bad).rejects.toMatchObject({ code: 'tls' });
  });

  test('a server that never answers', async () => {
    await using site = await serve(() => undefined);
    await using client = loopbackClient([site.port], { timeoutMs: 200 });
    await expect(client.fetch({ url: site.url, kind: 'feed' })).rejects.toMatchObject({
      name: 'TransientError',
      code: 'timeout',
    });
  });

  test('a caller that gives up', async () => {
    const controller = new AbortController();
    await using site = await serve(() => controller.abort());
    await using client = loopbackClient([site.port]);
    const request = { url: site.url, kind: 'feed', signal: controller.signal } as const;
    await expect(client.fetch(request)).rejects.toMatchObject({ code: 'aborted' });
    await expect(client.fetch(request)).rejects.toMatchObject({ code: 'aborted' });
    expect(site.requests).toHaveLength(1);
  });

  test('a client that is closed under way', async () => {
    let close: () => Promise<void> = async () => undefined;
    await using site = await serve(() => void close());
    const client = loopbackClient([site.port]);
    close = client.close;
    await expect(client.fetch({ url: site.url, kind: 'feed' })).rejects.toBeInstanceOf(
      TransientError,
    );
    await expect(client.fetch({ url: site.url, kind: 'feed' })).rejects.toBeInstanceOf(
      TransientError,
    );
  });

  test('no message holds the credentials of the URL', async () => {
    await using site = await serve((_request, response) => response.destroy());
    await using client = loopbackClient([site.port]);
    const url = `http://me:s3cret-canary@127.0.0.1:${site.port}/f?api_key=s3cret-canary`;
    const error = await client.fetch({ url, kind: 'feed' }).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(TransientError);
    const { message, stack, cause } = error as Error;
    expect([message, stack, String(cause), JSON.stringify(error)].join()).not.toContain('s3cret');
    expect(message).toContain('***@127.0.0.1');
  });

  test('what is not a URL', async () => {
    await using client = loopbackClient([80]);
    await expect(client.fetch({ url: 'news.example/feed', kind: 'feed' })).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'bad-url',
    });
  });
});
