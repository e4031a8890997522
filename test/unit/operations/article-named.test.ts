import { describe, expect, test } from 'vitest';
import { articleNamed, idsLike } from '../../../src/operations/article-named.ts';

const ID = '8f4f3c1a-6c1e-5d0a-9a57-3a5b8c1d2e3f';

describe('of a beginning the ids are found', () => {
  const like = async (start: string, recent: string[], all: string[] = [ID]) =>
    await idsLike(start, {
      health: {
        recent: { idsLike: async (lower: string) => recent.filter((id) => id.startsWith(lower)) },
      },
      articles: { idsLike: async (lower: string) => all.filter((id) => id.startsWith(lower)) },
    } as never);

  test('among those that changed lately, and only without one among all', async () => {
    const other = `8f4f${'0'.repeat(32)}`;
    expect(await like('8f4f', [other])).toEqual([other]);
    expect(await like('8F4F3', [other])).toEqual([ID]);
  });

  test('from four signs of an id on, and short of a whole one', async () => {
    expect(await like(ID.slice(0, 4), [])).toEqual([ID]);
    expect(await like(ID.slice(0, 35), [])).toEqual([ID]);
    for (const none of [ID.slice(0, 3), ID, 'https', `x${ID.slice(0, 4)}`, '8f4f g']) {
      expect(await like(none, [ID, none])).toEqual([]);
    }
  });
});

describe('an article is named', () => {
  const named = async (name: string, known: Record<string, string> = {}) => {
    const asked: string[][] = [];
    const aliases = {
      findAll: async (addresses: string[]) => {
        asked.push(addresses);
        return addresses.flatMap((url) => (known[url] ? [{ articleId: known[url] }] : []));
      },
    };
    return { article: await articleNamed(name, { aliases } as never), asked };
  };

  test('by its id, and nothing is asked', async () => {
    expect(await named(ID.toUpperCase())).toEqual({
      article: { articleId: ID, names: [ID] },
      asked: [],
    });
  });

  test('by its address, with its id first where that is known', async () => {
    const url = 'https://bay.example/pier';
    expect((await named(`${url}?utm_source=x`, { [url]: ID })).article).toMatchObject({
      articleId: ID,
      names: expect.arrayContaining([ID, url]),
    });
    const { article } = await named(url);
    expect(article).toMatchObject({ articleId: undefined });
    expect(article!.names[0]).toBe(url);
  });

  test('by nothing else', async () => {
    for (const name of ['pier', `${ID}0`, `x${ID}`, '']) {
      expect(await named(name)).toEqual({ article: undefined, asked: [] });
    }
  });
});
