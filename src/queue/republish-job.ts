import { z } from 'zod';
import { articleRecordSchema } from '../article-record.ts';

/** Name and version of the public job contract. Fields are only ever added within a version. */
export const JOB_SCHEMA = 'newsrelay.job/1';

/**
 * What the aggregator site consumes: `publish` when first seen, `update` when something changed,
 * `withdraw` when the article is gone at its source or was taken down (with its last record). The
 * record holds only what its rights allow.
 */
export const republishJobSchema = z.object({
  schema: z.literal(JOB_SCHEMA),
  action: z.enum(['publish', 'update', 'withdraw']),
  /** The account the aggregator posts under. */
  byline: z.string().min(1),
  record: articleRecordSchema,
});

export type RepublishJob = z.infer<typeof republishJobSchema>;

/** The same for every retry and redelivery of one revision, so that consumers can tell them. */
export function republishJobId({
  record,
}: {
  record: Pick<RepublishJob['record'], 'id' | 'revision'>;
}): string {
  return `${record.id}-${record.revision}`;
}
