import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { commandsWith, loopbackHttp } from '../../support/commands/commands.ts';
import { serve } from '../http/loopback-server.ts';

/** A port of loopback that nobody listens at. */
async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

test('what keeps us from a feed is told by its own name, and never as a robots.txt that forbids it', async () => {
  await using down = await serve((_request, response) => response.writeHead(503).end());
  const closed = `http://127.0.0.1:${await unusedPort()}`;
  const feeds = {
    typo: 'http://no-such-host.invalid/feed.xml',
    closed: `${closed}/feed.xml`,
    private: 'http://10.11.12.13/feed.xml',
    port: 'http://127.0.0.1:8099/feed.xml',
    outage: `${down.url}/feed.xml`,
  };
  const http = loopbackHttp(down.url, closed);
  await using commands = await commandsWith({
    http: { ...http, allowPorts: [80, ...http.allowPorts] },
    sources: Object.entries(feeds).map(([id, feed]) => ({ id, name: id, feeds: [feed] })),
  });
  const { status, out } = await commands.run(['poll']);
  expect(status).toBe(1);
  const told = Object.fromEntries(
    out.split('\n').flatMap((line) => {
      const [, id, reason] = /^(\w+): failed: (.*)$/.exec(line) ?? [];
      return id ? [[id, reason!]] : [];
    }),
  );
  expect(told).toEqual({
    typo: expect.stringMatching(/the host name does not resolve/),
    closed: expect.stringMatching(/no connection \(ECONNREFUSED\)/),
    private: expect.stringMatching(/add 10\.11\.12\.13\/32 to http\.allowPrivateAddresses/),
    port: expect.stringMatching(/add 8099 to http\.allowPorts/),
    outage: expect.stringMatching(/cannot be had \(HTTP 503\)/),
  });
  expect(out).not.toContain('does not allow');
  // Addresses are told once each.
  for (const [id, reason] of Object.entries(told)) {
    expect([id, reason.split(feeds[id as keyof typeof feeds]).length]).toEqual([id, 2]);
  }
  const after = await commands.run(['status', '--json']);
  const { sources } = JSON.parse(after.out) as { sources: { id: string; state: string }[] };
  expect(sources.map(({ state }) => state)).toEqual(sources.map(() => 'failing'));
});
