import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readInput } from '../../../src/cli/input.ts';
import type { Fetch, FetchRequest, FetchResponse } from '../../../src/http/fetch.ts';

const terminalOf = (text = '', signal = new AbortController().signal) => ({
  stdin: Readable.from([Buffer.from(text)]),
  signal,
});
const nowhere: Fetch = () => Promise.reject(new Error('nothing is to be fetched'));

/** A network that answers everything like this, and what it was asked. */
function answering(answer: Partial<FetchResponse>) {
  const asked: FetchRequest[] = [];
  const fetch: Fetch = async (request) => {
    asked.push(request);
    const whole = {
      status: 200,
      url: request.url,
      redirects: [],
      headers: {},
      body: Buffer.from(''),
    };
    return { ...whole, ...answer };
  };
  return { fetch, asked };
}

test('standard input is read to its end, and given up when we are to stop', async () => {
  const input = await readInput('-', 'feed', terminalOf('<rss/>'), nowhere);
  expect({ ...input, bytes: String(Buffer.from(input.bytes)) }).toEqual({
    bytes: '<rss/>',
    headers: {},
  });
  const stopped = terminalOf('<rss/>', AbortSignal.abort());
  await expect(readInput('-', 'feed', stopped, nowhere)).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('a file is read as it is, and one that cannot be read is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-input-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'http.xml');
  await writeFile(file, 'text');
  const input = await readInput(file, 'feed', terminalOf(), nowhere);
  expect({ ...input, bytes: String(input.bytes) }).toEqual({ bytes: 'text', headers: {} });
  const missing = join(folder, 'none');
  await expect(readInput(missing, 'feed', terminalOf(), nowhere)).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'no-such-file',
    message: `cannot read ${missing}; give an address, a file or -`,
    cause: expect.objectContaining({ code: 'ENOENT' }),
  });
});

describe('an address', () => {
  test.each(['http://harbour.example/f', 'https://harbour.example/f', 'HTTPS://harbour.example/f'])(
    '%s is asked for as what is wanted, and gives its headers and where it led',
    async (name) => {
      const headers = { 'content-type': 'text/xml' };
      const { fetch, asked } = answering({
        url: 'https://b.example/g',
        headers,
        body: Buffer.from('x'),
      });
      const terminal = terminalOf();
      expect(await readInput(name, 'feed', terminal, fetch)).toEqual({
        bytes: Buffer.from('x'),
        headers,
        url: 'https://b.example/g',
      });
      expect(asked).toEqual([{ url: name, kind: 'feed', signal: terminal.signal }]);
    },
  );

  test('that answers otherwise is named with its status, and without its secrets', async () => {
    const { fetch } = answering({ status: 404 });
    const named = 'https://user:secret@harbour.example/f';
    await expect(readInput(named, 'page', terminalOf(), fetch)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'http-status',
      message: expect.stringMatching(
        /^https:\/\/(?!.*secret).*harbour\.example\/f answered with status 404$/,
      ),
    });
  });

  test('that refuses a credential is told by that', async () => {
    const { fetch } = answering({ status: 401, credential: { isSent: true, variables: ['KEY'] } });
    const name = 'https://harbour.example/f';
    await expect(readInput(name, 'page', terminalOf(), fetch)).rejects.toThrow(
      /^https:\/\/harbour\.example\/f: .*KEY/,
    );
  });
});
