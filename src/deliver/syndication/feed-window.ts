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

const windowItemSchema = z.object({ _newsrelay: z.object({ record: articleRecordSchema }) });
const looseListSchema = z.array(z.unknown()).catch([]);
const fileSchema = z.object({
  items: looseListSchema,
  _newsrelay: z.object({ withdrawn: looseListSchema }).catch({ withdrawn: [] }),
});

/** The window that our own JSON Feed carries, and what of it could not be read, in words. */
export interface ReadWindow {
  window: FeedWindow;
  damage: string[];
}

/** What is damaged is left out and told, and costs nothing else. */
export function readWindow(json: string | undefined): ReadWindow {
  const window: FeedWindow = { records: [], withdrawn: [] };
  if (json === undefined) return { window, damage: [] };
  const file = fileSchema.safeParse(fileContent(json));
  if (!file.success) return { window, damage: ['feed.json is damaged: its window begins anew'] };
  const { items, _newsrelay: extension } = file.data;
  window.records = items.flatMap(
    (item) => windowItemSchema.safeParse(item).data?._newsrelay.record ?? [],
  );
  window.withdrawn = extension.withdrawn.flatMap(
    (entry) => withdrawalSchema.safeParse(entry).data ?? [],
  );
  const lost =
    items.length - window.records.length + (extension.withdrawn.length - window.withdrawn.length);
  const told = `${lost} damaged ${lost === 1 ? 'entry' : 'entries'} of feed.json left out: newsrelay resend brings articles back`;
  return { window, damage: lost === 0 ? [] : [told] };
}

function fileContent(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
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
