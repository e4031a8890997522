import { z } from 'zod';
import { fingerprintsIn, readTold, type Told } from './told.ts';

export const actionSchema = z.enum(['publish', 'update', 'withdraw']);
export type Action = z.infer<typeof actionSchema>;

/** What is known of an article’s last revision without its record, which is only read when it is to be sent. */
export interface Latest extends Pick<Told, 'fingerprint' | 'sent'> {
  revision: number;
  action: Action;
  contentHash: string;
  firstSeenAt: string;
  /** With `sourceId` absent where an earlier version remembered the article. */
  mode?: string | undefined;
  sourceId?: string | undefined;
  /** When the page of that revision was asked for (ms by Redis's clock); 0 where nobody noted it. */
  askedAtMs: number;
}

/** Of an article’s hash, in the order in which `latestFrom` takes them. */
export const LATEST_FIELDS = [
  'revision',
  'action',
  'contentHash',
  'firstSeenAt',
  'mode',
  'sourceId',
  'askedAtMs',
  'told',
] as const;

export function latestFrom(fields: (string | null)[]): Latest | undefined {
  const [revision, action, contentHash, firstSeenAt, mode, sourceId, askedAtMs, told] = fields;
  if (!revision || !contentHash || !firstSeenAt) return undefined;
  return {
    revision: Number(revision),
    action: actionSchema.parse(action),
    contentHash,
    firstSeenAt,
    mode: mode ?? undefined,
    sourceId: sourceId ?? undefined,
    askedAtMs: Number(askedAtMs ?? 0),
    ...fingerprintsIn(readTold(told ?? null, Number(revision))),
  };
}
