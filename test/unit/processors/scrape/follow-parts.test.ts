import { describe, expect, test } from 'vitest';
import type { ScrapedArticle } from '../../../../src/article/scraped.ts';
import { PermanentError } from '../../../../src/errors.ts';
import type { FetchResponse } from '../../../../src/http/fetch.ts';
import { followParts } from '../../../../src/processors/scrape/follow-parts.ts';
import { article, articleOf } from '../../article/ferry-page.ts';

const at = (path: string) => new URL(path, 'https://quay.example/').href;
const whole = articleOf(
  article(
    '<p>The ferry left four hours late again, and those who waited on the quay were given soup.</p>',
  ),
);

interface Given {
  text?: string;
  id?: string;
  next?: string;
  single?: string;
  status?: number;
  /** Where the site sent the reader. */
  url?: string;
  bytes?: number;
  unreadable?: boolean;
}

function pageOf({ text = 'First.', id, next, single }: Given): ScrapedArticle {
  const { nativeId: _id, ...rest } = whole;
  return {
    ...rest,
    paragraphs: { value: [{ kind: 'p', text }], from: 'text' },
    ...(id && { nativeId: { value: id, from: 'meta' } as const }),
    ...(next && { nextPageUrl: at(next) }),
    ...(single && { singlePageUrl: at(single) }),
  };
}

const responseOf = (url: string, { status = 200, bytes = 10, url: cameTo = url }: Given) =>
  ({
    status,
    url: at(cameTo),
    body: Buffer.alloc(bytes),
    headers: {},
    redirects: [],
  }) as unknown as FetchResponse;

/** Reads the article that begins at `/1`; pages that are not given are refused by robots.txt. */
async function read(pages: Record<string, Given>, rules: object = {}) {
  const asked: string[] = [];
  const byResponse = new Map<FetchResponse, Given>();
  const answer = (path: string) => {
    const given = pages[path];
    if (!given) throw new PermanentError('robots', 'forbidden');
    const response = responseOf(path, given);
    byResponse.set(response, given);
    return response;
  };
  const first = { response: answer('/1'), article: pageOf(pages['/1']!) };
  const outcome = await followParts(first, { article: rules } as never, {
    fetch: (url) => {
      const path = url.replace(at('/'), '/');
      asked.push(path);
      return new Promise((resolve) => resolve(answer(path)));
    },
    read: (response) => {
      const given = byResponse.get(response)!;
      return given.unreadable
        ? { kind: 'not-an-article', code: 'no-body', message: 'no text' }
        : { kind: 'article', article: pageOf(given) };
    },
  });
  const texts = outcome.article.paragraphs.value.map(({ text }) => text).join(' ');
  return { texts, doubt: outcome.doubt, asked };
}

describe('the next page', () => {
  test('is read and joined, and the one after it', async () => {
    expect(
      await read({
        '/1': { next: '/2' },
        '/2': { text: 'Second.', next: '/3' },
        '/3': { text: 'Third.' },
      }),
    ).toEqual({
      texts: 'First. Second. Third.',
      doubt: undefined,
      asked: ['/2', '/3'],
    });
  });

  test('of another article, by the id that both state, is none of this one', async () => {
    expect(
      (await read({ '/1': { id: 'a', next: '/2' }, '/2': { id: 'b', text: 'Other.' } })).texts,
    ).toBe('First.');
    expect(
      (await read({ '/1': { id: 'a', next: '/2' }, '/2': { id: 'a', text: 'Second.' } })).texts,
    ).toBe('First. Second.');
    expect((await read({ '/1': { id: 'a', next: '/2' }, '/2': { text: 'Second.' } })).texts).toBe(
      'First. Second.',
    );
  });

  test('that says nothing new ends the article', async () => {
    const { texts, asked } = await read({
      '/1': { next: '/2' },
      '/2': { next: '/3' },
      '/3': { text: 'Third.' },
    });
    expect([texts, asked]).toEqual(['First.', ['/2']]);
  });

  test('is not asked for twice, nor on another host', async () => {
    const back = await read({ '/1': { next: '/2' }, '/2': { text: 'Second.', next: '/1#more' } });
    expect([back.texts, back.asked]).toEqual(['First. Second.', ['/2']]);
    expect((await read({ '/1': { next: 'https://other.example/2' } })).asked).toEqual([]);
  });

  test('from which a reader is sent back, or to another host, ends the article', async () => {
    const end = { text: 'Other.', url: '/1' };
    expect((await read({ '/1': { next: '/2' }, '/2': end })).texts).toBe('First.');
    const away = { text: 'Other.', url: 'https://other.example/2' };
    expect((await read({ '/1': { next: '/2' }, '/2': away })).texts).toBe('First.');
    const moved = { text: 'Second.', url: '/two' };
    expect((await read({ '/1': { next: '/2' }, '/2': moved })).texts).toBe('First. Second.');
  });

  test('that is not there makes the article late, and one that is no article makes it doubtful', async () => {
    await expect(read({ '/1': { next: '/2' }, '/2': { status: 404 } })).rejects.toMatchObject({
      code: 'part-missing',
      message: expect.stringContaining('page 2 of the article') as string,
    });
    const { texts, doubt } = await read({ '/1': { next: '/2' }, '/2': { unreadable: true } });
    expect([texts, doubt]).toEqual(['First.', `page 2, ${at('/2')}, cannot be read: no text`]);
  });
});

describe('an article without end', () => {
  test('is read to 20 pages', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 25 }, (_, index): [string, Given] => [
        `/${index + 1}`,
        { text: `Page ${index + 1}.`, next: `/${index + 2}` },
      ]),
    );
    const { asked, doubt } = await read(pages);
    expect([asked.length, doubt]).toEqual([19, `it goes on after 20 pages, at ${at('/21')}`]);
  });

  test('is read to 10 MiB', async () => {
    const mib = 1024 * 1024;
    const pages = (bytes: number) => ({
      '/1': { next: '/2', bytes: 5 * mib },
      '/2': { text: 'Second.', next: '/3', bytes },
      '/3': { text: 'Third.' },
    });
    expect((await read(pages(5 * mib))).texts).toBe('First. Second. Third.');
    expect((await read(pages(5 * mib + 1))).doubt).toBe(`it goes on after 2 pages, at ${at('/3')}`);
  });
});

describe('all on one page', () => {
  const all = { text: 'First. Second. Third.' };

  test('is read in place of the parts', async () => {
    expect(
      await read({ '/1': { next: '/2', single: '/all' }, '/all': all, '/2': { text: 'Second.' } }),
    ).toMatchObject({
      texts: 'First. Second. Third.',
      asked: ['/all'],
    });
  });

  test.each<[string, Given]>([
    ['another article', { ...all, id: 'b' }],
    ['shorter than the first part', { text: 'Fi.' }],
    ['not there', { ...all, status: 404 }],
    ['no article', { unreadable: true }],
    ['on another host', { ...all, url: 'https://other.example/all' }],
  ])('is not taken where it is %s', async (_name, single) => {
    const { texts } = await read({
      '/1': { id: 'a', next: '/2', single: '/all' },
      '/all': single,
      '/2': { id: 'a', text: 'Second.' },
    });
    expect(texts).toBe('First. Second.');
  });

  test('is not asked for where robots.txt forbids it, on another host, or where it is this page', async () => {
    const { texts } = await read({
      '/1': { next: '/2', single: '/all' },
      '/2': { text: 'Second.' },
    });
    expect(texts).toBe('First. Second.');
    for (const single of ['/1#all', 'https://other.example/all']) {
      expect((await read({ '/1': { single } })).asked).toEqual([]);
    }
  });

  test.each(['/print/1', '/1/print', '/1?print', '/1?a=b&print=1'])(
    'is no page to print, %s, of an article in one part, unless a rule says so',
    async (single) => {
      expect((await read({ '/1': { single }, [single]: all })).asked).toEqual([]);
      const ruled = await read({ '/1': { single }, [single]: all }, { singlePage: '.all' });
      expect(ruled.asked).toEqual([single]);
      expect((await read({ '/1': { single, next: '/2' }, [single]: all })).asked).toEqual([single]);
    },
  );

  test('is asked for where its address only sounds like one to print', async () => {
    expect((await read({ '/1': { single: '/printers' }, '/printers': all })).asked).toEqual([
      '/printers',
    ]);
  });
});
