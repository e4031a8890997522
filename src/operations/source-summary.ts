import type { PollResult } from '../processors/poll/poll-result.ts';
import type { ScrapeResult } from '../processors/scrape-result.ts';

/** How one source came through a polling pass. */
export interface SourceSummary {
  sourceId: string;
  /** It was asked for by name, and the config switches it off. */
  isDisabled?: boolean;
  feeds: number;
  polled: number;
  notModified: number;
  notDue: number;
  found: number;
  published: number;
  updated: number;
  withdrawn: number;
  unchanged: number;
  dropped: number;
  /** Left out by rules of the operator's. */
  filtered: number;
  /** Articles that wait for a person to look at them. */
  held: number;
  /** Feeds whose document had to be mended before it could be read. */
  repaired: number;
  /** Configured rules that matched nothing, with the number of pages. */
  unmatchedRules: Record<string, number>;
  /** How many each rule left out, by its words. */
  filteredBy: Record<string, number>;
  /** Articles that are not through yet, because a try failed or time ran out. */
  waiting: number;
  /** Feeds that say something too strange to be believed at once, and what it is. */
  suspicious: string[];
  /** What went wrong, in words that say what to do. */
  failures: string[];
  /** What was left out or mended on the way; no failure. */
  notes: string[];
}

export function emptySummary(sourceId: string, feeds: number): SourceSummary {
  return {
    sourceId,
    feeds,
    polled: 0,
    notModified: 0,
    notDue: 0,
    found: 0,
    published: 0,
    updated: 0,
    withdrawn: 0,
    unchanged: 0,
    dropped: 0,
    filtered: 0,
    held: 0,
    repaired: 0,
    unmatchedRules: {},
    filteredBy: {},
    waiting: 0,
    suspicious: [],
    failures: [],
    notes: [],
  };
}

export function countPoll(summary: SourceSummary, feedUrl: string, result: PollResult): void {
  switch (result.kind) {
    case 'modified':
      summary.polled += 1;
      summary.notes.push(...result.notes.map((note) => `${feedUrl}: ${note}`));
      countRepairs(summary, feedUrl, result);
      for (const [reason, many] of Object.entries(result.filtered ?? {})) {
        summary.found += many;
        countFiltered(summary, reason, many);
      }
      return;
    case 'index':
      summary.polled += 1;
      summary.notes.push(...(result.notes ?? []).map((note) => `${feedUrl}: ${note}`));
      return;
    case 'ordinary-sitemap':
      summary.polled += 1;
      return;
    case 'held':
      summary.polled += 1;
      summary.suspicious.push(`${feedUrl}: ${result.message}`);
      return;
    case 'not-modified':
      summary.polled += 1;
      summary.notModified += 1;
      summary.notes.push(...(result.notes ?? []).map((note) => `${feedUrl}: ${note}`));
      return;
    case 'paused':
      summary.notDue += 1;
      summary.notes.push(`${feedUrl}: not polled, its source is paused`);
      return;
    case 'not-due':
    case 'busy':
      summary.notDue += 1;
      if (result.failure) summary.failures.push(failureInWords(feedUrl, result));
      return;
    case 'source-removed':
      summary.notDue += 1;
      return;
    case 'failed':
      summary.failures.push(withAddress(feedUrl, result.message));
  }
}

function countFiltered(summary: SourceSummary, reason: string, many: number): void {
  summary.filtered += many;
  summary.filteredBy[reason] = (summary.filteredBy[reason] ?? 0) + many;
}

// A rule that is meant so may well leave out the few articles of an hour.
const MANY_FILTERED = 10;

/** One note a rule, however many articles it left out; and one where nothing is left of many. */
export function filteredNotes({ filteredBy, filtered, found }: SourceSummary): string[] {
  const notes = Object.entries(filteredBy).map(([reason, many]) => `${many} filtered by ${reason}`);
  if (filtered < MANY_FILTERED || filtered < found) return notes;
  const mend =
    'if that is not meant, see what they are asked of: newsrelay article ADDRESS --source ID';
  return [...notes, `the rules left out everything that was found; ${mend}`];
}

/** Messages of the network name their address themselves. */
export function withAddress(url: string, message: string): string {
  return message.includes(url) ? message : `${url}: ${message}`;
}

/** What a feed that was not asked this time failed of when it was asked last. */
function failureInWords(
  feedUrl: string,
  { failure, ...result }: PollResult & { kind: 'not-due' | 'busy' },
): string {
  const { message, failures, sinceMs } = failure!;
  const since = new Date(sinceMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const times = failures === 1 ? 'once' : `${failures} times in a row`;
  const next =
    result.kind === 'busy'
      ? 'it is being asked now'
      : `it is asked again at ${new Date(result.untilMs).toISOString().replace(/\.\d+Z$/, 'Z')}`;
  return `${withAddress(feedUrl, message)} (failed ${times} since ${since}; ${next})`;
}

// An earlier version of a worker that polls for us tells its repairs among the notes.
function countRepairs(
  summary: SourceSummary,
  feedUrl: string,
  { repairs = [], repairedReadings = 1 }: PollResult & { kind: 'modified' },
): void {
  if (repairs.length === 0) return;
  summary.repaired += 1;
  const times = repairedReadings > 1 ? ` (${repairedReadings} readings so far)` : '';
  summary.notes.push(`${feedUrl}: repaired${times}: ${repairs.join(', ')}`);
}

export function countScrape(
  summary: SourceSummary,
  url: string,
  result: ScrapeResult | undefined,
): void {
  for (const rule of result?.unmatchedRules ?? []) {
    summary.unmatchedRules[rule] = (summary.unmatchedRules[rule] ?? 0) + 1;
  }
  const { advice } = result ?? {};
  if (advice !== undefined && !summary.notes.includes(advice)) summary.notes.push(advice);
  switch (result?.kind) {
    case 'enqueued':
      if (result.action === 'publish') summary.published += 1;
      else if (result.action === 'update') summary.updated += 1;
      else summary.withdrawn += 1;
      if (result.isForNobody === true) {
        summary.notes.push(
          `${url}: no destination gets it; newsrelay route ${result.articleId} says why`,
        );
      }
      return;
    case 'missing':
      summary.unchanged += 1;
      summary.notes.push(
        `${url}: missing (${result.reason}), and looked at again before it is withdrawn`,
      );
      return;
    case 'dropped':
      summary.dropped += 1;
      summary.notes.push(`${url}: not republished, ${result.reason}`);
      return;
    case 'filtered':
      countFiltered(summary, result.reason, 1);
      return;
    case 'held':
      summary.held += 1;
      summary.notes.push(
        `${url}: held, ${result.reason}; look at it with \`newsrelay held show ${result.articleId}\``,
      );
      return;
    case 'unchanged':
    case 'unreadable':
    case undefined:
      summary.unchanged += 1;
  }
}
