import { dayMs, hourMs, type ScoreFeed } from './score-feeds.ts';
import type { LoggedRequest } from './score-server.ts';

export interface ScoreRules {
  startMs: number;
  endMs: number;
  /** The reader's own schedule. */
  intervalMs: number;
  userAgent: string;
}

export interface FeedScore {
  path: string;
  requests: number;
  modified: number;
  notModified: number;
  unconditional: number;
  shortestGapMs: number | null;
  longestGapMs: number | null;
  deductions: string[];
}

/** Judges a reader by what a server saw of it, and by nothing else. */
export function scoreReader(
  feeds: ScoreFeed[],
  log: LoggedRequest[],
  rules: ScoreRules,
): FeedScore[] {
  const robots = log.filter(({ path }) => path === robotsPath);
  const known = new Set([robotsPath, ...feeds.flatMap(({ answers }) => Object.keys(answers))]);
  const scores = feeds.flatMap((feed) =>
    Object.keys(feed.answers).map((path) => {
      const requests = log.filter((request) => request.path === path);
      return scorePath(feed, path, requests, rules);
    }),
  );
  scores.push(scoreRobots(robots, rules));
  const strays = log.filter(({ path }) => !known.has(path));
  if (strays.length === 0) return scores;
  const stray = scorePath({ path: 'other', answers: {} }, 'other', strays, rules);
  stray.deductions.push(`asked for ${strays[0]?.path}, which nobody named`);
  return [...scores, stray];
}

const robotsPath = '/robots.txt';

/** robots.txt may be asked for once a day for each host. */
function scoreRobots(requests: LoggedRequest[], rules: ScoreRules): FeedScore {
  const lastAt = new Map<string, number>();
  const deductions: string[] = [];
  for (const { atMs, host } of requests) {
    const before = lastAt.get(host);
    if (before !== undefined && atMs - before < dayMs) {
      deductions.push(
        at(atMs, `asked ${host} again for robots.txt after ${minutes(atMs - before)}`),
      );
    }
    lastAt.set(host, atMs);
  }
  const score = scorePath({ path: robotsPath, answers: {} }, robotsPath, [], rules);
  const unconditional = requests.length;
  return { ...score, requests: requests.length, unconditional, deductions };
}

function scorePath(
  feed: ScoreFeed,
  path: string,
  requests: LoggedRequest[],
  rules: ScoreRules,
): FeedScore {
  const gaps = requests.slice(1).map(({ atMs }, i) => atMs - (requests[i]?.atMs ?? atMs));
  const isConditional = ({ headers }: LoggedRequest) =>
    headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
  return {
    path,
    requests: requests.length,
    modified: requests.filter(({ answer }) => answer.status === 200).length,
    notModified: requests.filter(({ answer }) => answer.status === 304).length,
    unconditional: requests.filter((request) => !isConditional(request)).length,
    shortestGapMs: gaps.length > 0 ? Math.min(...gaps) : null,
    longestGapMs: gaps.length > 0 ? Math.max(...gaps) : null,
    deductions: [
      ...manners(requests, path, rules),
      ...validators(requests),
      ...haste(requests, rules),
      ...neglect(requests, feed, path, rules),
      ...wrongTimes(requests, feed, path, rules),
    ],
  };
}

/** What every single request must look like. */
function manners(requests: LoggedRequest[], path: string, rules: ScoreRules): string[] {
  return requests.flatMap(({ atMs, method, url, headers }) => {
    const faults = [
      method === 'GET' ? null : `used ${method}`,
      url === path ? null : `added to the address: ${url}`,
      headers['user-agent'] === rules.userAgent ? null : 'did not say who it is',
      headers['accept']?.includes('application/rss+xml') === true ? null : 'does not accept feeds',
      headers['accept-encoding']?.includes('gzip') === true ? null : 'does not accept gzip',
      headers['cookie'] === undefined ? null : 'sent a cookie',
      headers['referer'] === undefined ? null : 'sent a Referer',
      headers['a-im'] === undefined ? null : 'asked for a difference it cannot read',
    ];
    return faults.filter((fault) => fault !== null).map((fault) => at(atMs, fault));
  });
}

/** Conditional wherever it can be, with exactly what the server last sent. */
function validators(requests: LoggedRequest[]): string[] {
  let issued: { etag?: string | undefined; lastModified?: string | undefined } = {};
  let wholeAtMs = Infinity;
  const bodies = new Map<string, unknown>();
  let isLying = false;
  const deductions: string[] = [];
  for (const { atMs, headers, answer } of requests) {
    const etag = headers['if-none-match'];
    const lastModified = headers['if-modified-since'];
    // Who only ever says 304 is asked for the whole document once a day at most, and who gave one ETag to two documents always:
    // its validators are no word to go by.
    const isWholeLook = etag === undefined && lastModified === undefined;
    if (isWholeLook && (isLying || atMs - wholeAtMs >= dayMs)) issued = {};
    const tag = answer.headers?.['etag'];
    if (answer.status === 200) {
      wholeAtMs = atMs;
      if (tag !== undefined) {
        isLying ||= bodies.has(tag) && bodies.get(tag) !== answer.body;
        bodies.set(tag, answer.body);
      }
    }
    if (etag !== issued.etag) {
      deductions.push(
        at(atMs, `If-None-Match was ${show(etag)}, the server had sent ${show(issued.etag)}`),
      );
    }
    if (lastModified !== issued.lastModified) {
      deductions.push(
        at(
          atMs,
          `If-Modified-Since was ${show(lastModified)}, the server had sent ${show(issued.lastModified)}`,
        ),
      );
    }
    const sent = {
      etag: answer.headers?.['etag'],
      lastModified: answer.headers?.['last-modified'],
    };
    const isRedirect = answer.headers?.['location'] !== undefined;
    if (answer.isUnreadable === true || isRedirect) issued = {};
    else if (answer.status === 200) issued = sent;
    else if (answer.status === 304) {
      issued = {
        etag: sent.etag ?? issued.etag,
        lastModified: sent.lastModified ?? issued.lastModified,
      };
    }
  }
  return deductions;
}

/** Never before the own interval is over, nor before the server asked for. */
function haste(requests: LoggedRequest[], { intervalMs }: ScoreRules): string[] {
  return requests.slice(1).flatMap(({ atMs }, i) => {
    const before = requests[i];
    const dueMs = (before?.atMs ?? 0) + Math.max(intervalMs, before?.answer.waitMs ?? 0);
    return atMs >= dueMs ? [] : [at(atMs, `came ${minutes(dueMs - atMs)} too early`)];
  });
}

/** Neither given up nor asked far less than it may be. */
function neglect(
  requests: LoggedRequest[],
  feed: ScoreFeed,
  path: string,
  rules: ScoreRules,
): string[] {
  const isStart = path === feed.path;
  const endMs = isStart && feed.silentFromMs !== undefined ? rules.startMs : rules.endMs;
  if (isStart && requests.length === 0) return [at(rules.startMs, 'stayed away for good')];
  const times = [...requests.map(({ atMs }) => atMs), endMs];
  return times.slice(1).flatMap((atMs, i) => {
    const before = requests[i]?.answer;
    const isWell = before?.status === 200 || before?.status === 304 || before?.status === 302;
    const wishMs = Math.max(rules.intervalMs, before?.waitMs ?? 0);
    const mostMs =
      feed.patienceMs ?? (isWell && before.isUnreadable !== true ? wishMs * 1.25 : 1.2 * dayMs);
    const gapMs = atMs - (times[i] ?? atMs);
    return gapMs <= mostMs ? [] : [at(atMs, `stayed away for ${minutes(gapMs)}`)];
  });
}

function wrongTimes(
  requests: LoggedRequest[],
  feed: ScoreFeed,
  path: string,
  rules: ScoreRules,
): string[] {
  const hours = new Set(feed.skippedHours);
  const silentFromMs = path === feed.path ? (feed.silentFromMs ?? Infinity) : Infinity;
  // The hours to skip are known only once the feed was read.
  return requests.slice(1).flatMap(({ atMs }) => {
    if (hours.has(new Date(atMs).getUTCHours())) return [at(atMs, 'came in an hour to be skipped')];
    const isSilent = atMs - rules.startMs >= silentFromMs;
    return isSilent ? [at(atMs, 'came although there is nothing here any more')] : [];
  });
}

const show = (value: string | string[] | undefined) =>
  value === undefined ? 'nothing' : JSON.stringify(value);
const at = (atMs: number, text: string) => `${new Date(atMs).toISOString()} ${text}`;
const minutes = (ms: number) =>
  ms < 2 * hourMs ? `${Math.ceil(ms / 60_000)} min` : `${(ms / hourMs).toFixed(1)} h`;

/** The sheet as a table, with every kind of deduction once below. */
export function printScores(scores: FeedScore[]): string {
  const gap = (ms: number | null) => (ms === null ? '–' : minutes(ms));
  const rows = scores.map((score) => [
    score.path,
    score.requests,
    score.modified,
    score.notModified,
    score.unconditional,
    gap(score.shortestGapMs),
    gap(score.longestGapMs),
    score.deductions.length,
  ]);
  const header = [
    'feed',
    'requests',
    '200',
    '304',
    'unconditional',
    'shortest',
    'longest',
    'deductions',
  ];
  const table = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const lines = table.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  '),
  );
  const total = scores.reduce((sum, { deductions }) => sum + deductions.length, 0);
  const examples = scores.flatMap(({ path, deductions }) =>
    deductions.slice(0, 5).map((text) => `${path}: ${text}`),
  );
  return [...lines, '', `${total} deductions`, ...examples].join('\n');
}
