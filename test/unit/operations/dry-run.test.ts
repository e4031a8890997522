import { describe, expect, test } from 'vitest';
import type { Fetch } from '../../../src/http/fetch.ts';
import { dryRun } from '../../../src/operations/dry-run.ts';
import { openDryPipeline } from '../../../src/service/dry-pipeline.ts';
import { testConfig } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';

const SITE = 'https://harbour.example';
const stories = [1, 2, 3, 4, 5, 6].map((index) => inventedArticle(66, index));
const [plain, shut, gone, left, paid] = stories as [
  (typeof stories)[0],
  (typeof stories)[0],
  (typeof stories)[0],
  (typeof stories)[0],
  (typeof stories)[0],
];
const withHead = (story: (typeof stories)[0], head: string) =>
  articlePage(story).replace('<head>', `<head>${head}`);

const PAGES: Record<string, string> = {
  '/feed.xml': rssFeed(SITE, stories.slice(0, 5)),
  [plain.path]: articlePage(plain),
  [shut.path]: withHead(shut, '<meta name="robots" content="noindex">'),
  [paid.path]: withHead(paid, '<meta name="sponsored" content="true">'),
};

/** What a dry run over a site says; `until` ends it. */
async function tried(source: object = {}, fetchPage?: Fetch, until = new AbortController().signal) {
  const sources = [{ id: 'harbour', feeds: [`${SITE}/feed.xml`], ...source }];
  const fetch: Fetch = async (request) => {
    const path = request.url.replace(SITE, '');
    if (request.kind === 'page' && fetchPage) return await fetchPage(request);
    const text = PAGES[path];
    const rest = { url: request.url, redirects: [], headers: {} };
    return { ...rest, status: text === undefined ? 404 : 200, body: Buffer.from(text ?? '') };
  };
  const dry = openDryPipeline(testConfig(sources, 'dry'), { fetch, signal: until });
  return await dryRun(dry, { sourceIds: [], signal: until, onProgress: () => {} });
}

describe('a dry run', () => {
  test('says of each entry what would become of it, what goes out first', async () => {
    const { decisions, summaries } = await tried({ filter: [{ drop: { title: left.title } }] });
    const rule = 'sources[0] (harbour).filter[0]';
    const outcomes = decisions.map(({ url, title, outcome, ...rest }) => [
      url.replace(SITE, ''),
      title,
      outcome,
      'reason' in rest ? rest.reason : rest.articleId,
    ]);
    expect(outcomes).toEqual([
      [plain.path, plain.title, 'enqueued', expect.any(String)],
      [paid.path, paid.title, 'held', expect.stringMatching(/^sponsored/)],
      [left.path, left.title, 'filtered', expect.stringContaining(rule)],
      [shut.path, shut.title, 'dropped', expect.stringContaining('noindex')],
      [gone.path, gone.title, 'failed', expect.stringContaining('status 404')],
    ]);
    expect(decisions[2]).toMatchObject({ sourceId: 'harbour', rule });
    expect(summaries).toMatchObject([{ published: 1, held: 1, filtered: 1, dropped: 1 }]);
  });

  test('says who would get an article, how and as whom', async () => {
    const [first] = (await tried()).decisions;
    expect(first).toMatchObject({
      action: 'publish',
      mode: 'full',
      destinations: [
        {
          destination: 'republish',
          isTaken: true,
          reason: expect.any(String),
          action: 'publish',
          byline: 'harbour-desk',
        },
      ],
    });
  });

  test('that is broken off tells what was not visited, and waits for nothing', async () => {
    const stop = new AbortController();
    const hanging: Fetch = () => {
      setImmediate(() => stop.abort());
      return new Promise<never>(() => {});
    };
    const { decisions } = await tried({}, hanging, stop.signal);
    expect(decisions).toHaveLength(5);
    for (const one of decisions) {
      expect(one).toMatchObject({
        outcome: 'failed',
        reason: 'was not visited before time ran out',
      });
    }
  });
});
