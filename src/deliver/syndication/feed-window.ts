import { z } from 'zod';
import { type ArticleRecord, articleRecordSchema } from '../../article-record.ts';
import type { RepublishJob } from '../../queue/republish-job.ts';
import type { DeliveryOutcome } from '../destination.ts';

/** Withdrawals that are remembered, so that late revisions stay out and readers can be told. */
const MAX_WITHDRAWN = 1_000;

export const withdrawalSchema = z.object({
  id: z.uuid(),
  revision: z.int(),
  /** RFC 3339, UTC. */
  at: z.iso.datetime(),
});

/** What the feeds show: the newest articles by the time they were first seen, newest first. */
export interface FeedWindow {
  records: ArticleRecord[];
  /** Latest first. */
  withdrawn: z.infer<typeof withdrawalSchema>[];
}

/** What the three formats say about the feed itself. */
export interface FeedHead {
  title: string;
  homePage: string;
  /** Address of this format's file. */
  self: string;
}

const windowSchema = z.object({
  items: z.array(z.object({ _newsrelay: z.object({ record: articleRecordSchema }) })),
  _newsrelay: z.object({ withdrawn: z.array(withdrawalSchema) }),
});

/** Reads the window back from our own JSON Feed, which carries the records; empty when it is damaged. */
export function readWindow(json: string | undefined): FeedWindow {
  if (json === undefined) return { records: [], withdrawn: [] };
  try {
    const { items, _newsrelay: extension } = windowSchema.parse(JSON.parse(json));
    return {
      records: items.map(({ _newsrelay: { record } }) => record),
      withdrawn: extension.withdrawn,
    };
  } catch {
    return { records: [], withdrawn: [] };
  }
}

/** The window after some jobs, with one outcome a job. */
export function applyJobs(
  window: FeedWindow,
  jobs: RepublishJob[],
  { limit, now }: { limit: number; now: Date },
): { window: FeedWindow; outcomes: DeliveryOutcome[] } {
  const records = new Map(window.records.map((record) => [record.id, record]));
  const withdrawn = new Map(window.withdrawn.map((entry) => [entry.id, entry]));

  const outcomes = jobs.map(({ action, record }): DeliveryOutcome => {
    const { id, revision } = record;
    const heldRevision = records.get(id)?.revision ?? withdrawn.get(id)?.revision ?? -1;
    if (heldRevision > revision) return { kind: 'superseded', heldRevision };
    if (action === 'withdraw') {
      records.delete(id);
      withdrawn.set(id, { id, revision, at: now.toISOString() });
      return { kind: 'withdrawn', remoteId: id };
    }
    if (heldRevision === revision && records.has(id)) return { kind: 'unchanged', remoteId: id };
    withdrawn.delete(id);
    records.set(id, record);
    return { kind: 'delivered', remoteId: id, notes: [] };
  });

  return {
    window: {
      records: [...records.values()].toSorted(byNewestFirst).slice(0, limit),
      withdrawn: [...withdrawn.values()]
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .slice(0, MAX_WITHDRAWN),
    },
    outcomes,
  };
}

function byNewestFirst(a: ArticleRecord, b: ArticleRecord): number {
  return b.firstSeenAt.localeCompare(a.firstSeenAt) || a.id.localeCompare(b.id);
}
