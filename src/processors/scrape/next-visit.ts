import type { ArticleRecord } from '../../article-record.ts';
import type { Source } from '../../config/schema.ts';
import { nextRecheck, recheckJobId } from '../../queue/recheck.ts';
import type { ArticleVisit } from '../../store/articles/article-visit.ts';
import type { Pipeline } from '../pipeline.ts';

/** Withdraws the article at the moment after which its publisher wants no copy of it. */
export async function watchExpiry(
  { id: articleId, sourceId, rights }: Pick<ArticleRecord, 'id' | 'sourceId' | 'rights'>,
  { queues, now }: Pick<Pipeline, 'queues' | 'now'>,
): Promise<void> {
  if (rights.expiresAt === undefined) return;
  const atMs = Date.parse(rights.expiresAt);
  // To a worker of version 1 it would be one more look at the page, and the moment would pass unused.
  const job = { sourceId, articleId, expires: true, v: 2 };
  await queues.addRecheck(job, `expiry-${articleId}-${atMs}`, Math.max(atMs - now(), 0));
}

interface WatchedVisit {
  id: string;
  source: Pick<Source, 'id' | 'recheck'>;
  firstSeenAt: string;
  visit: ArticleVisit;
}

/** Remembers what the next visit needs, and schedules it. */
export async function watchVisit(
  { id: articleId, source, firstSeenAt, visit }: WatchedVisit,
  { articles, queues, now }: Pick<Pipeline, 'articles' | 'queues' | 'now'>,
): Promise<void> {
  const watched = { articleId, firstSeenAtMs: Date.parse(firstSeenAt) };
  const next = nextRecheck(source.recheck, watched, now());
  const job = { sourceId: source.id, articleId };
  await Promise.all([
    articles.rememberVisit(articleId, visit),
    next &&
      queues.addRecheck(
        { ...job, stepMs: next.stepMs },
        recheckJobId(articleId, next.stepMs),
        next.delayMs,
      ),
  ]);
}
