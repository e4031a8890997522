import type { QueuedEntry } from '../../../../src/feed/queued-entry.ts';
import { visitPage } from '../../../../src/processors/scrape/visit-page.ts';
import type { JobContext } from '../../../../src/queue/run-job.ts';
import type { RecheckJob, ScrapeJob } from '../../../../src/queue/topology.ts';
import { articlePage, inventedArticle } from '../../../support/records/articles.ts';
import { anEntry } from '../../../support/records/entries.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

export const SITE = 'https://harbour.example';
export const FEED = `${SITE}/feed.xml`;
export const MINUTE = 60_000;

/** The page of an invented article; `head` stands in its head. */
export function storyPage(
  number: number,
  changes: { title?: string; head?: string; text?: string } = {},
) {
  const { head = '', text, ...own } = changes;
  const story = { ...inventedArticle(77, number), ...own };
  if (text !== undefined) story.paragraphs = [...story.paragraphs.slice(0, 3), text];
  return articlePage(story).replace('<head>', `<head>${head}`);
}

/** A source whose pages are visited, and what came of that. */
export function visitedHarbour(source = {}) {
  const offline = offlinePipeline([{ id: 'harbour', feeds: [FEED], ...source }]);
  const { pipeline, answers, context } = offline;
  const entryOf = (number: number, changes: Partial<QueuedEntry> = {}): QueuedEntry => {
    const link = `${SITE}/story-${number}`;
    const { content: _, ...entry } = anEntry({ id: `story-${number}`, link, ...changes });
    return entry;
  };
  const serve = (number: number, body: string, more = {}) =>
    answers.set(`${SITE}/story-${number}`, { body, ...more });
  const visit = (number: number, job: Partial<ScrapeJob> = {}, more: Partial<JobContext> = {}) => {
    const entry = entryOf(number);
    const whole = { sourceId: 'harbour', feedUrl: FEED, entry, ...job };
    return visitPage(whole, { ...context, ...more }, pipeline);
  };
  const recheck = (
    articleId: string,
    job: Partial<RecheckJob> = {},
    more: Partial<JobContext> = {},
  ) => visitPage({ sourceId: 'harbour', articleId, ...job }, { ...context, ...more }, pipeline);
  const events = async (articleId: string) =>
    (await pipeline.history.read(articleId)).map(({ event }) => event);
  return { ...offline, entryOf, serve, visit, recheck, events };
}
