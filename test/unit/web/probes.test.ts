import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Access } from '../../../src/web/access/access.ts';
import { addPages } from '../../../src/web/pages.ts';
import { addProbes } from '../../../src/web/probes.ts';

const TOKEN = 'a-token-of-twenty-two';

/** A page for the whole network, of a process with these faults. */
function web(faults: string[] = []) {
  const options = { listen: '0.0.0.0:8080', token: TOKEN };
  const parts = { options, faults: async () => faults, pipeline: {}, config: {} } as never;
  const app = new Hono();
  const access = new Access(options);
  addProbes(app, access, parts);
  addPages(app, access, parts);
  return async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
}

test('whoever asks is told whether the process lives and is fit', async () => {
  expect(await web(['x'])('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
  expect(await web()('/readyz')).toMatchObject({ status: 200, text: 'ok\n' });
  expect(await web(['Redis is slow', 'the clock is wrong'])('/readyz')).toMatchObject({
    status: 503,
    text: 'Redis is slow\nthe clock is wrong\n',
  });
});

test('the style is there before anybody has logged in', async () => {
  const { status, text, headers } = await web()('/style.css');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  expect(text).toContain('{');
});

test.each(['/', '/articles', '/jobs', '/article/a', '/source/harbour', '/metrics', '/status.json'])(
  'nothing else is: %s',
  async (path) => {
    const get = web();
    expect(await get(path)).toMatchObject({ status: 401, text: 'a token is needed' });
    const person = await get(path, { accept: 'text/html,*/*' });
    expect([person.status, person.headers.get('location')]).toEqual([302, '/login']);
  },
);
