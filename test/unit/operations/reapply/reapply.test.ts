import { describe, expect, test } from 'vitest';
import type { Consequence } from '../../../../src/operations/reapply/consequence.ts';
import { reapply, type ReapplyOptions } from '../../../../src/operations/reapply/reapply.ts';
import { unvisitedName } from '../../../../src/store/filtered.ts';
import type { HeldArticle } from '../../../../src/store/held.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { anEntry } from '../../../support/records/entries.ts';
import { filterOf } from '../../../support/records/filters.ts';
import { articleId } from '../../../support/records/republish-job.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

const FEED = 'https://harbour.example/f';
const NOW = Date.parse('2026-11-29T12:00:00Z');
const DROP_SOUP = '- drop: { title: soup }';

const linkTo = (number: number) => `https://harbour.example/a-${number}`;
const record = (number: number, title: string, sourceId = 'harbour') =>
  articleRecord({
    id: articleId(number),
    sourceId,
    title,
    url: linkTo(number),
    canonicalUrl: linkTo(number),
    contentHash: String(number).padStart(64, '0'),
  });
const visitTo = (number: number, title: string) => {
  const { content: _, ...entry } = anEntry({ title, link: linkTo(number) });
  return { feedUrl: FEED, entry, validators: null, missingSinceMs: null };
};

/** A pipeline whose sources have these rules now. */
function open(rules: Record<string, string> = {}) {
  const offline = offlinePipeline([
    { id: 'harbour', feeds: [FEED], formerly: ['quay'] },
    { id: 'hill', feeds: ['https://hill.example/f'] },
  ]);
  const { pipeline } = offline;
  const sources = new Map(
    [...pipeline.sources].map(([id, source]) => [
      id,
      rules[id] === undefined ? source : { ...source, filter: filterOf(rules[id]) },
    ]),
  );
  const held: HeldArticle[] = [];
  pipeline.held.list = async (sourceId) => held.filter((one) => one.record.sourceId === sourceId);
  const own = { ...pipeline, sources };
  const leftOut = async (number: number, sourceId = 'harbour', title = 'Pier') => {
    const visit = visitTo(number, title);
    const filtered = { sourceId, rule: 'r', reason: 'r: drop', atMs: NOW, visit };
    await own.filtered.remember(unvisitedName(linkTo(number)), filtered);
  };
  const publish = async (number: number, title: string, sourceId = 'harbour') => {
    const options = { now: NOW, isConfigured: () => true, visit: visitTo(number, title) };
    await own.articles.keep(record(number, title, sourceId), undefined, options);
    return { articleId: articleId(number), sourceId, revision: NOW } as never;
  };
  const pass = async (options: Partial<ReapplyOptions> = {}) => {
    const told: Consequence[] = [];
    const slept: number[] = [];
    const counts = await reapply(own, {
      sourceIds: [],
      revisions: [],
      isDryRun: false,
      perSecond: 4,
      signal: new AbortController().signal,
      sleep: async (ms) => slept.push(ms),
      onConsequence: (consequence) => told.push(consequence),
      ...options,
    });
    return { counts, slept, told: told.map(({ kind, title }) => `${kind} ${title}`) };
  };
  return { ...offline, pipeline: own, held, leftOut, publish, pass };
}

const NONE = { publish: 0, update: 0, route: 0, withdraw: 0, hold: 0, filter: 0, visit: 0 };

describe('what a filter left out by its entry', () => {
  test('is visited where no rule leaves it out now, one after the other, and once', async () => {
    const { leftOut, pass, queued } = open({ harbour: DROP_SOUP });
    await leftOut(1);
    await leftOut(2, 'harbour', 'Soup of the day');
    await leftOut(3, 'hill');
    expect(await pass()).toEqual({
      counts: [
        { ...NONE, sourceId: 'harbour', looked: 2, visit: 1 },
        { ...NONE, sourceId: 'hill', looked: 1, visit: 1 },
      ],
      slept: [250, 250],
      told: ['visit Pier', 'visit Pier'],
    });
    expect(queued.scrapes.map(({ data }) => data)).toMatchObject([
      { sourceId: 'harbour', feedUrl: FEED, entry: { link: linkTo(1) }, seenAtMs: NOW },
      { sourceId: 'hill' },
    ]);
    expect((await pass()).told).toEqual([]);
  });

  test('is only told in a dry run, fifty and more', async () => {
    const { leftOut, pass, queued } = open();
    for (let number = 1; number <= 51; number += 1) await leftOut(number);
    const { counts, slept, told } = await pass({ isDryRun: true });
    expect(counts).toEqual([{ ...NONE, sourceId: 'harbour', looked: 51, visit: 51 }]);
    expect([told.length, slept, queued.scrapes]).toEqual([51, [], []]);
  });

  test('is looked at of the sources that are named, by their former names too', async () => {
    const { leftOut, pass } = open();
    await leftOut(1, 'quay');
    await leftOut(2, 'hill');
    const { counts } = await pass({ sourceIds: ['harbour'], isDryRun: true });
    expect(counts).toEqual([{ ...NONE, sourceId: 'harbour', looked: 1, visit: 1 }]);
  });

  test('is left alone once the pass is broken off', async () => {
    const { leftOut, pass } = open();
    await leftOut(1);
    expect(await pass({ signal: AbortSignal.abort() })).toEqual({
      counts: [],
      slept: [],
      told: [],
    });
  });
});

describe('what is on the site', () => {
  test('is withdrawn where a rule leaves it out now', async () => {
    const { publish, pass, queued, pipeline } = open({ harbour: DROP_SOUP });
    const revisions = [await publish(1, 'Soup of the day'), await publish(2, 'Pier')];
    const { counts, told } = await pass({ revisions });
    expect(told).toEqual(['withdraw Soup of the day']);
    expect(counts).toEqual([{ ...NONE, sourceId: 'harbour', looked: 2, withdraw: 1 }]);
    expect(queued.sent.map(({ job }) => [job.action, job.record.id])).toEqual([
      ['withdraw', articleId(1)],
    ]);
    expect(await pipeline.articles.find(articleId(1))).toMatchObject({ action: 'withdraw' });
    expect((await pass({ revisions })).told).toEqual([]);
  });

  test('is looked at with the sources that are named, by the name it has now', async () => {
    const { publish, pass } = open({ harbour: DROP_SOUP, hill: DROP_SOUP });
    const revisions = [
      await publish(1, 'Soup', 'quay'),
      await publish(2, 'Soup', 'hill'),
      await publish(3, 'Soup', 'gone'),
    ];
    const sourceIds = ['harbour'];
    const { counts } = await pass({ revisions, sourceIds, isDryRun: true });
    expect(counts).toEqual([{ ...NONE, sourceId: 'harbour', looked: 1, withdraw: 1 }]);
  });
});

describe('what waits for a person', () => {
  const heldBy = (rule: string | undefined, title = 'Pier') => ({
    record: record(1, title),
    visit: visitTo(1, title),
    reason: 'r: hold',
    heldAt: new Date(NOW).toISOString(),
    ...(rule !== undefined && { rule }),
  });

  test('for a rule that is gone is published', async () => {
    const { held, pass } = open();
    held.push(heldBy('sources[0].filter[0]'));
    expect((await pass({ isDryRun: true })).told).toEqual(['publish Pier']);
  });

  test('by its own doubt goes on waiting', async () => {
    const { held, pass } = open();
    held.push(heldBy(undefined));
    expect(await pass({ isDryRun: true })).toEqual({
      counts: [{ ...NONE, sourceId: 'harbour', looked: 1 }],
      slept: [],
      told: [],
    });
  });

  test('is left out where a rule says so now, whatever holds it', async () => {
    const { held, pass } = open({ harbour: DROP_SOUP });
    held.push(heldBy(undefined, 'Soup'));
    expect((await pass({ isDryRun: true })).told).toEqual(['filter Soup']);
  });
});
