import { describe, expect, test } from 'vitest';
import type { FetchRequest } from '../../../src/http/fetch.ts';
import { courteousClient, type Courtesy } from '../../../src/politeness/courteous-fetch.ts';

const SITE = 'https://harbour.example';
const page = (path: string) => ({ url: `${SITE}${path}`, kind: 'page' as const });

/** A site that answers by these texts, 404 for all else; what it was asked is noted. */
function site(files: Record<string, string>, courtesy: Partial<Courtesy> = {}) {
  const asked: FetchRequest[] = [];
  const client = courteousClient(
    async (request) => {
      asked.push(request);
      const text = files[request.url.replace(SITE, '')];
      const rest = { url: request.url, redirects: [], headers: {} };
      return { ...rest, status: text === undefined ? 404 : 200, body: Buffer.from(text ?? '') };
    },
    {
      userAgent: 'newsrelay/1.0 (+https://aggregator.example/bot)',
      spacingMs: 0,
      robots: 'obey',
      signal: new AbortController().signal,
      ...courtesy,
    },
  );
  return { ...client, asked, paths: () => asked.map(({ url }) => url.replace(SITE, '')) };
}

describe('a command that asks a site by itself', () => {
  test('reads its robots.txt once, and asks for no page that it forbids', async () => {
    const robots = 'User-agent: newsrelay\nDisallow: /private\n';
    const { fetch, paths } = site({ '/robots.txt': robots, '/a': 'A' });
    expect(Buffer.from((await fetch(page('/a'))).body).toString()).toBe('A');
    await expect(fetch(page('/private/b'))).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'robots-disallowed',
    });
    await fetch(page('/c'));
    expect(paths()).toEqual(['/robots.txt', '/a', '/c']);
  });

  test('does not ask for it where an operator may ignore it, nor for what the site states of its terms', async () => {
    const { fetch, termsOf, paths } = site(
      { '/robots.txt': 'User-agent: *\nDisallow: /\n', '/a': 'A' },
      { robots: 'ignore' },
    );
    await fetch(page('/a'));
    expect(await termsOf(`${SITE}/a`)).toEqual([]);
    expect(paths()).toEqual(['/a']);
  });

  test('asks for files of terms once, each with the signal that ends the command', async () => {
    const { signal } = new AbortController();
    const terms = JSON.stringify([{ location: '/', 'tdm-reservation': 1 }]);
    const { termsOf, paths, asked } = site({ '/.well-known/tdmrep.json': terms }, { signal });
    const said = await termsOf(`${SITE}/a`);
    expect(said).toMatchObject([{ signal: 'tdm-reservation', value: '1' }]);
    expect(await termsOf(`${SITE}/b`)).toEqual(said);
    expect(paths().filter((path) => path === '/.well-known/tdmrep.json')).toHaveLength(1);
    expect(asked.every((request) => request.signal === signal)).toBe(true);
  });

  test('sends its credentials for pages, and for files that are public never', async () => {
    const credentials = [] as unknown as Courtesy['credentials'];
    const { fetch, asked } = site({ '/a': 'A' }, { credentials });
    await fetch(page('/a'));
    expect(asked.map((request) => request.credentials)).toEqual([undefined, credentials]);
  });

  test('waits between two requests to one host, and ends at once when it is to stop', async () => {
    const stop = new AbortController();
    const { fetch, paths } = site(
      { '/a': 'A' },
      { robots: 'ignore', spacingMs: 3_600_000, signal: stop.signal },
    );
    await fetch(page('/a'));
    const second = fetch(page('/b'));
    setImmediate(() => stop.abort());
    await expect(second).rejects.toMatchObject({
      name: 'TransientError',
      code: 'stopped',
      message: 'stopped before its turn came',
    });
    expect(paths()).toEqual(['/a']);
  });

  test('follows a redirect by the rules of where it leads', async () => {
    const asked: string[] = [];
    const { fetch } = courteousClient(
      async (request) => {
        asked.push(request.url);
        const rest = { url: request.url, redirects: [], headers: {} };
        if (request.url.endsWith('/robots.txt')) {
          const isOther = request.url.includes('other');
          return {
            ...rest,
            status: 200,
            body: Buffer.from(isOther ? 'User-agent: *\nDisallow: /' : ''),
          };
        }
        const next = { ...request, url: 'https://other.example/b' };
        return { ...rest, status: 302, body: new Uint8Array(), next };
      },
      {
        userAgent: 'newsrelay/1.0',
        spacingMs: 0,
        robots: 'obey',
        signal: new AbortController().signal,
      },
    );
    await expect(fetch(page('/a'))).rejects.toMatchObject({ code: 'robots-disallowed' });
    expect(asked).toEqual([`${SITE}/robots.txt`, `${SITE}/a`, 'https://other.example/robots.txt']);
  });
});
