import { describe, expect, test } from 'vitest';
import { articleId, identify } from '../../../src/record/identity.ts';
import type { Entry } from '../../../src/feed/entry.ts';
import { anEntry } from '../../support/records/entries.ts';

const uuid = '2e3d5f6e-ad24-5beb-b217-fef4df98b992';
const withIdentifier = (term: string): Entry =>
  anEntry({ categories: [{ scheme: 'foxnews.com/metadata/dc.identifier', term }] });

test('the id of a Fox News post is the one that Fox prints itself', () => {
  expect(articleId('cms.foxnews.com', 'post-7064664')).toBe(uuid);
});

describe('identify', () => {
  const canonicalUrl = 'https://www.harbour.example/world/pier';

  test.each([
    ['takes the feed’s dc.identifier', { entry: withIdentifier(uuid) }, uuid],
    ['takes a UUID that the page states', { pageNativeId: uuid.toUpperCase() }, uuid],
    [
      'mints an id of a native id that is no UUID',
      { entry: withIdentifier('vgn-12'), pageNativeId: 'b-77' },
      articleId('harbour.example', 'b-77'),
    ],
    [
      'takes the key that the source’s rules find in the guid, under the rules’ host',
      {
        entry: anEntry({ id: 'tag:harbour.example,2026:news_story-42' }),
        rules: {
          host: 'cms.harbour.example',
          keys: [{ in: 'guid' as const, match: 'news_story-(\\d+)$', key: 'post-$1' }],
        },
      },
      articleId('cms.harbour.example', 'post-42'),
    ],
    [
      'takes the key that the rules find in the address',
      { rules: { keys: [{ in: 'url' as const, match: '/(world)/', key: '$1' }] } },
      articleId('harbour.example', 'world'),
    ],
    [
      'reads a WordPress guid as the post’s number',
      { entry: anEntry({ id: 'https://harbour.example/?p=99' }) },
      articleId('harbour.example', 'post-99'),
    ],
    [
      'ignores the counter behind # that some feeds raise with every update',
      { entry: anEntry({ id: 'https://www.harbour.example/articles/c4g#3' }) },
      articleId('harbour.example', 'https://www.harbour.example/articles/c4g'),
    ],
    ['falls back to the canonical address', {}, articleId('harbour.example', canonicalUrl)],
  ])('%s', (_behaviour, given, expected) => {
    expect(identify({ canonicalUrl, ...given })).toBe(expected);
  });
});
