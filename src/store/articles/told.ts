import { z } from 'zod';
import type { ArticleRecord } from '../../article-record.ts';
import { contentHash } from '../../record/content-hash.ts';
import {
  changeSchema,
  changesBetween,
  type Fingerprint,
  fingerprintOf,
  fingerprintSchema,
} from '../../record/fingerprint.ts';
import { applyRights } from '../../record/rights/rights.ts';
import { withdrawReasonSchema } from '../../withdraw-reason.ts';

/** What a revision's job says besides its record, and the fingerprint of what it carried. */
const toldSchema = z.object({
  fingerprint: fingerprintSchema.optional(),
  /** The same of the record as the operator's rules rewrote it, where they changed anything. */
  sent: fingerprintSchema.optional(),
  changes: z.array(changeSchema).optional(),
  reason: withdrawReasonSchema.optional(),
});
export type Told = z.infer<typeof toldSchema>;

/** Counted up when the parts of a fingerprint change: one of another version says nothing. */
const VERSION = 1;

const keptToldSchema = toldSchema.extend({ v: z.literal(VERSION), revision: z.number() });

/** As it is kept beside a revision. */
export function toldOf(revision: number, told: Told): string {
  return JSON.stringify({ v: VERSION, revision, ...told });
}

/**
 * What was told with `revision`; nothing where another version wrote it, or an earlier one wrote a later
 * revision and left this behind.
 */
export function readTold(json: string | null, revision: number): Told {
  if (json === null) return {};
  const { data } = keptToldSchema.safeParse(JSON.parse(json));
  if (data?.revision !== revision) return {};
  const { v: _v, revision: _revision, ...told } = data;
  return told;
}

/** Fingerprints of what a job carries of a record: as scraped, and as the operator's rules rewrite it. */
export interface JobFingerprints {
  fingerprint: Fingerprint;
  /** Absent where they change nothing. */
  sent?: Fingerprint;
}

export const fingerprintsIn = ({ fingerprint, sent }: Told) => ({
  ...(fingerprint && { fingerprint }),
  ...(sent && { sent }),
});

export function jobFingerprints(
  record: ArticleRecord,
  rewrite: (record: ArticleRecord) => ArticleRecord = (same) => same,
): JobFingerprints {
  const fingerprint = fingerprintOf(applyRights(record));
  const rewritten = rewrite(record);
  if (rewritten === record) return { fingerprint };
  return { fingerprint, sent: fingerprintOf(applyRights(rewritten), contentHash(rewritten)) };
}

/** What is remembered of an article's last revision, as far as another reading of it is compared with that. */
interface LastRevision extends Pick<Told, 'fingerprint' | 'sent'> {
  action: string;
  contentHash: string;
  mode?: string | undefined;
}

/**
 * Whether a site that has the article's last revision has nothing to learn from this reading of its page. What
 * an earlier version did not note counts as equal, so that an upgrade sends nothing anew.
 */
export function isUnchanged(
  latest: LastRevision,
  record: ArticleRecord,
  { fingerprint }: JobFingerprints = jobFingerprints(record),
): boolean {
  return (
    latest.action !== 'withdraw' &&
    latest.contentHash === record.contentHash &&
    (latest.mode === undefined || latest.mode === record.rights.mode) &&
    (latest.fingerprint === undefined ||
      changesBetween(latest.fingerprint, fingerprint).length === 0)
  );
}

/** What the site is to be told beside a new revision: which parts differ from what it shows. */
export function toldSince(latest: LastRevision | undefined, prints: JobFingerprints): Told {
  const shown = latest?.action === 'withdraw' ? undefined : (latest?.sent ?? latest?.fingerprint);
  const changes = shown && changesBetween(shown, prints.sent ?? prints.fingerprint);
  return { ...prints, ...(changes && { changes }) };
}

/** Whether the rules of today make the same record of it as those by which it was sent. */
export function isSentUnchanged(
  latest: LastRevision,
  { fingerprint, sent = fingerprint }: JobFingerprints,
): boolean {
  const before = latest.sent ?? latest.fingerprint ?? fingerprint;
  return latest.action !== 'withdraw' && changesBetween(before, sent).length === 0;
}
