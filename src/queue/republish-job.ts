import { z } from 'zod';
import { articleRecordSchema, type ArticleRecord } from '../article-record.ts';
import { ALL_CHANGES, changeSchema, type Change } from '../record/fingerprint.ts';
import { withdrawReasonSchema } from '../withdraw-reason.ts';

/** Name and version of the public job contract. Fields are only ever added within a version. */
export const JOB_SCHEMA = 'newsrelay.job/1';

const commonFields = {
  schema: z.literal(JOB_SCHEMA),
  /** The account the aggregator posts under. */
  byline: z.string().min(1),
  /** When the job was sent once more (RFC 3339), for a site that lost what it had. */
  resentAt: z.iso.datetime().optional(),
};

/** A record without its title where the article was taken down: nothing of it is to be shown or kept. */
const withdrawnRecordSchema = articleRecordSchema.partial({ title: true });

/**
 * What the aggregator site consumes: `publish` when first seen, `update` when something changed (`changes`
 * says what; all of it where that is absent), `withdraw` when the article has to leave the site, with its
 * last record. The record holds only what its rights allow.
 */
export const republishJobSchema = z.discriminatedUnion('action', [
  z.object({ ...commonFields, action: z.literal('publish'), record: articleRecordSchema }),
  z.object({
    ...commonFields,
    action: z.literal('update'),
    changes: z.array(changeSchema).optional(),
    record: articleRecordSchema,
  }),
  z.object({
    ...commonFields,
    action: z.literal('withdraw'),
    reason: withdrawReasonSchema.optional(),
    record: withdrawnRecordSchema,
  }),
]);

export type RepublishJob = z.infer<typeof republishJobSchema>;
export type RepublishAction = RepublishJob['action'];

/** The same for every retry and redelivery of one revision, so that consumers can tell them. */
export function republishJobId({
  record,
}: {
  record: Pick<RepublishJob['record'], 'id' | 'revision'>;
}): string {
  return `${record.id}-${record.revision}`;
}

/** The record with a title, which is empty where the article was taken down. */
export function titledRecord({ record }: RepublishJob): ArticleRecord {
  return { ...record, title: record.title ?? '' };
}

/** What a taken down article leaves behind: its ids and addresses, and nothing to read or look at. */
export function withoutContent(record: ArticleRecord): RepublishJob['record'] {
  const { title: _t, subtitle: _s, summary: _y, credit: _c, dateline: _d, ...rest } = record;
  const { body: _body, ...facts } = rest;
  return { ...facts, taxonomy: [], authors: [], paragraphs: [], images: [], provenance: {} };
}

/**
 * The job that takes the place of one that its site has not begun to take: what the two change together.
 * A site that has never seen the article gets `publish`.
 */
export function supersedingJob(job: RepublishJob, waiting: RepublishJob): RepublishJob {
  if (job.action !== 'update') return job;
  const { changes, ...rest } = job;
  if (waiting.action === 'publish') return { ...rest, action: 'publish' };
  if (!changes || waiting.action !== 'update' || !waiting.changes) return rest;
  return { ...rest, changes: bothOf(changes, waiting.changes) };
}

const bothOf = (one: readonly Change[], other: readonly Change[]): Change[] =>
  ALL_CHANGES.filter((change) => one.includes(change) || other.includes(change));
