import type { ArticleRecord } from '../article-record.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { republishJobId, republishJobSchema, titledRecord } from '../queue/republish-job.ts';
import { revisionsIn } from '../store/history.ts';

/** The revisions of an article that the sites' queues still hold, as they were sent; oldest first. */
export async function keptRevisions(
  articleId: string,
  { history, queues }: Pick<Pipeline, 'history' | 'queues'>,
): Promise<ArticleRecord[]> {
  const revisions = revisionsIn(await history.read(articleId)).toSorted((a, b) => a - b);
  const found = await Promise.all(
    revisions.map(async (revision) => {
      const jobId = republishJobId({ record: { id: articleId, revision } });
      const jobs = await Promise.all(queues.sites.map((queue) => queue.getJob(jobId)));
      const job = republishJobSchema.safeParse(jobs.find((one) => one !== undefined)?.data).data;
      return job ? [titledRecord(job)] : [];
    }),
  );
  return found.flat();
}
