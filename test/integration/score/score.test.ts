import { expect, test } from 'vitest';
import { testRedis } from '../../support/redis/redis.ts';
import { createPipelineReader } from './pipeline-reader.ts';
import { printScores } from './score-sheet.ts';
import { scoreOf, type Reader, type ReaderOptions } from './simulation.ts';

const redis = testRedis();

test('thirty days among difficult servers cost no point', { timeout: 900_000 }, async () => {
  const scores = await scoreOf((options) => createPipelineReader(options, redis), 30);
  const lost = scores.filter(({ deductions }) => deductions.length > 0);
  expect(lost.length === 0 ? '' : printScores(lost)).toBe('');
});

/** Asks for everything every five minutes, whatever it was told; remembers ETags, but not well. */
function createCarelessReader({ feedUrls, clock }: ReaderOptions): Reader {
  const nextAt = new Map(feedUrls.map((url) => [url, clock.nowMs]));
  const etags = new Map<string, string>();
  return {
    nextPollAtMs: (url) => nextAt.get(url) ?? null,
    async poll(url) {
      nextAt.set(url, clock.nowMs + 5 * 60_000);
      const etag = etags.get(url)?.replaceAll('"', '');
      const headers = {
        referer: 'https://news.example/',
        cookie: 'id=1',
        ...(etag !== undefined && /^[\x20-\x7e]+$/.test(etag) && { 'if-none-match': etag }),
      };
      const { port, pathname } = new URL(url);
      const address = `http://127.0.0.1:${port}${pathname}?t=${clock.nowMs}`;
      const response = await fetch(address, { headers });
      await response.arrayBuffer();
      etags.set(url, response.headers.get('etag') ?? '');
    },
    restart: async () => etags.clear(),
    close: async () => undefined,
  };
}

/** Has given up before it began. */
const createIdleReader = (): Reader => ({
  nextPollAtMs: () => null,
  poll: async () => undefined,
  restart: async () => undefined,
  close: async () => undefined,
});

const kindsOf = async (createReader: (options: ReaderOptions) => Reader) => {
  const scores = await scoreOf(createReader, 2);
  return scores.flatMap(({ deductions }) => deductions).join('\n');
};

test('the sheet tells a careless reader from ours', async () => {
  const deductions = await kindsOf(createCarelessReader);
  for (const kind of [
    'added to the address',
    'did not say who it is',
    'does not accept feeds',
    'sent a cookie',
    'sent a Referer',
    'If-None-Match was nothing',
    'If-None-Match was "1", the server had sent "\\"1\\""',
    'If-Modified-Since was nothing',
    'too early',
    'came in an hour to be skipped',
  ]) {
    expect(deductions).toContain(kind);
  }
});

test('the sheet tells a reader that gives up from ours', async () => {
  expect(await kindsOf(createIdleReader)).toContain('stayed away for');
});
