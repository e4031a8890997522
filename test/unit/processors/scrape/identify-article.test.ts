import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import {
  articleNames,
  type ArticleFinding,
  identifyArticle,
} from '../../../../src/processors/scrape/identify-article.ts';
import { entryName } from '../../../../src/store/articles/aliases.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { anEntry } from '../../../support/records/entries.ts';
import { articleId } from '../../../support/records/republish-job.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

const SITE = 'https://harbour.example';
const [A, B] = [articleId(1), articleId(2)];
const long = (word: string) => `${word} `.repeat(60).trim();

/** An article of the harbour; its text and headline say its words. */
const story = (id: string, words: string, path: string, changes: Partial<ArticleRecord> = {}) =>
  articleRecord({
    id,
    sourceId: 'harbour',
    title: `About ${words}`,
    url: SITE + path,
    canonicalUrl: SITE + path,
    paragraphs: [{ kind: 'p', text: long(words) }],
    publishedAt: `2026-11-20T08:3${words.length % 10}:00.000Z`,
    contentHash: Buffer.from(words).toString('hex').padEnd(64, '0'),
    ...changes,
  });

function open() {
  const { pipeline, clock } = offlinePipeline([{ id: 'harbour', feeds: [`${SITE}/f`] }]);
  const finding = (path: string, changes: Partial<ArticleFinding> = {}): ArticleFinding => {
    const { content: _, ...entry } = anEntry({ link: SITE + path });
    const response = {
      status: 200,
      url: SITE + path,
      redirects: [],
      headers: {},
      body: Buffer.from(''),
    };
    return { sourceId: 'harbour', entry, response, ...changes };
  };
  const keep = async (record: ArticleRecord) => {
    await pipeline.articles.keep(record, undefined, { now: 7, isConfigured: () => true });
  };
  const hold = async (record: ArticleRecord) => {
    const { entry } = finding('/held');
    const visit = { feedUrl: `${SITE}/f`, entry, validators: null, missingSinceMs: null };
    await pipeline.held.hold({ record, visit, reason: 'r' }, clock.ms);
  };
  const identified = async (
    record: ArticleRecord,
    found = finding(new URL(record.url).pathname),
  ) => {
    const {
      record: { id },
      known,
      identity,
      advice,
    } = await identifyArticle(record, found, pipeline);
    return {
      id,
      revision: known?.revision,
      event: identity?.event,
      reason: identity?.['reason'],
      advice,
    };
  };
  return { pipeline, clock, finding, keep, hold, identified };
}

const ITSELF = { revision: undefined, event: undefined, reason: undefined, advice: undefined };

describe('a record is the article of its own id', () => {
  test('where nobody knows another', async () => {
    const { identified, pipeline } = open();
    expect(await identified(story(A, 'pier', '/a'))).toEqual({ ...ITSELF, id: A });
    expect(await pipeline.aliases.find(`${SITE}/a`)).toMatchObject({ articleId: A });
  });

  test('where that says the same, or is one story by its address, text or headline', async () => {
    const { keep, identified } = open();
    await keep(story(A, 'pier', '/a'));
    for (const again of [
      story(A, 'pier', '/elsewhere'),
      story(A, 'ferry', '/a'),
      story(A, 'ferry', '/b', { paragraphs: [{ kind: 'p', text: long('pier') }] }),
    ]) {
      expect(await identified(again)).toEqual({ ...ITSELF, id: A, revision: 7 });
    }
  });

  test('where that is held and not another story', async () => {
    const { hold, identified } = open();
    await hold(story(A, 'pier', '/a'));
    expect(await identified(story(A, 'ferry', '/a'))).toEqual({ ...ITSELF, id: A });
  });
});

describe('an id that belongs to another story', () => {
  test.each(['sent', 'held'])('that was %s is not taken from it', async (state) => {
    const { keep, hold, identified, clock, finding, pipeline } = open();
    await (state === 'sent' ? keep : hold)(story(A, 'pier', '/a'));
    const other = story(A, 'ferry', '/b');
    const found = await identified(other);
    expect(found).toMatchObject({
      event: 'id-used-again',
      revision: undefined,
      reason:
        'its publisher uses the id of “About pier” again, for another address, headline and text',
    });
    expect(found.id).not.toBe(A);
    const { identity } = await identifyArticle(other, finding('/b'), pipeline);
    expect(identity).toMatchObject({ at: clock.ms, other: A });
  });
});

describe('a record is another article that is known', () => {
  const newId = (path: string) => story(B, 'pier', path);

  test('by its address, where that tells the same story', async () => {
    const { keep, identified, pipeline } = open();
    await keep(story(A, 'pier', '/a'));
    await pipeline.aliases.remember(A, [`${SITE}/a`], 5);
    expect(await identified(newId('/a'))).toEqual({
      ...ITSELF,
      id: A,
      revision: 7,
      event: 'recognised',
      reason: `tells the story of ${A}`,
    });
    expect(await identified(story(B, 'ferry', '/a'))).toEqual({ ...ITSELF, id: B });
  });

  test('by a redirect, its entry, or an entry that has just left the feed', async () => {
    for (const way of ['redirect', 'entry', 'left'] as const) {
      const { keep, identified, pipeline, finding } = open();
      await keep(story(A, 'pier', '/a'));
      const found = finding('/b');
      const response = {
        ...found.response,
        redirects: [{ status: 301, from: `${SITE}/b`, to: `${SITE}/a` }],
      };
      const [, entryOwn = ''] = articleNames(newId('/b'), found);
      const names = { redirect: `${SITE}/a`, entry: entryOwn, left: entryName('harbour', 'k') };
      await pipeline.aliases.remember(A, [names[way]], 5);
      const given = {
        redirect: { ...found, response },
        entry: found,
        left: { ...found, leftKeys: ['k'] },
      }[way];
      expect([way, await identified(newId('/b'), given)]).toMatchObject([
        way,
        { id: A, revision: 7 },
      ]);
    }
  });

  test('also where that is held', async () => {
    const { hold, identified, pipeline } = open();
    await hold(story(A, 'pier', '/a'));
    await pipeline.aliases.remember(A, [`${SITE}/a`], 5);
    expect(await identified(newId('/a'))).toMatchObject({
      id: A,
      revision: undefined,
      event: 'recognised',
    });
    expect(await identified(story(B, 'ferry', '/a'))).toEqual({ ...ITSELF, id: B });
  });

  test('that another worker is about to keep', async () => {
    const { identified, pipeline } = open();
    await pipeline.aliases.claim(`${SITE}/a`, A);
    expect(await identified(newId('/a'))).toEqual({ ...ITSELF, id: A });
  });

  test('by all it says, where its addresses carry more than a page', async () => {
    const { keep, identified } = open();
    const first = story(A, 'pier', '/a', { url: `${SITE}/a?visit=1` });
    await keep(first);
    await identified(first);
    const known = await identified(story(B, 'pier', '/b', { url: `${SITE}/b?visit=2` }));
    expect(known).toEqual({ ...ITSELF, id: B });
  });
});

test('one text under two sessions is one article, and what to do about it is told', async () => {
  const { keep, identified } = open();
  const first = story(A, 'pier', '/a', {
    url: `${SITE}/a?visit=1`,
    publishedAt: '2026-11-20T08:30:00.000Z',
  });
  expect(await identified(first)).toEqual({ ...ITSELF, id: A });
  await keep(first);
  const again = story(B, 'pier', '/b', {
    url: `${SITE}/b?visit=2`,
    publishedAt: '2026-11-20T08:30:00.000Z',
  });
  expect(await identified(again)).toEqual({
    id: A,
    revision: 7,
    event: 'recognised',
    reason: `says word for word what ${A} says`,
    advice: expect.stringContaining('the links of harbour carry visit, which names no page'),
  });
});

test('an article is found again by its addresses and its entry, but not by a front page', () => {
  const { finding } = open();
  const record = { url: `${SITE}/a?utm_source=x`, canonicalUrl: `${SITE}/` };
  const found = finding('/b', {
    response: {
      ...finding('/c').response,
      redirects: [{ status: 301, from: `${SITE}/b`, to: `${SITE}/r` }],
    },
  });
  const names = articleNames(record, found);
  expect(names).toEqual(
    expect.arrayContaining(['/a', '/b', '/c', '/r'].map((path) => SITE + path)),
  );
  expect(names).not.toContain(`${SITE}/`);
  expect(names.some((name) => name.startsWith('entry harbour '))).toBe(true);
});
