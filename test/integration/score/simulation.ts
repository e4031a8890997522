import type { Lookup } from '../../../src/http/address-guard.ts';
import { dayMs, scoreFeeds } from './score-feeds.ts';
import { scoreReader, type FeedScore } from './score-sheet.ts';
import { startScoreServer, type Clock } from './score-server.ts';

/** A feed reader under examination; it lives by the clock it is given. */
export interface Reader {
  /** When it wants to ask for a feed next; null for never again. */
  nextPollAtMs(feedUrl: string): number | null;
  poll(feedUrl: string): Promise<void>;
  /** Stops and starts again with what it had stored, as after an update or a crash. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  feedUrls: string[];
  clock: Clock;
  intervalMs: number;
  userAgent: string;
  port: number;
  /** Each feed has a host of its own, and all of them are the score server. */
  lookup: Lookup;
}

const userAgent = 'newsrelay/1.0 (+https://aggregator.example/bot)';
const intervalMs = 3_600_000;

/** Lets a reader live for so many days among the feeds of the score, restarting it now and then. */
export async function scoreOf(
  createReader: (options: ReaderOptions) => Reader,
  days: number,
): Promise<FeedScore[]> {
  const startMs = Date.UTC(2026, 0, 12, 9, 30);
  const endMs = startMs + days * dayMs;
  const clock = { nowMs: startMs };
  await using server = await startScoreServer(scoreFeeds, clock);
  const { port } = server;
  const feedUrls = scoreFeeds.map(({ path }) => `http://${path.slice(1)}.example:${port}${path}`);
  const lookup: Lookup = (_host, _options, callback) =>
    callback(null, [{ address: '127.0.0.1', family: 4 }]);
  const reader = createReader({ feedUrls, clock, intervalMs, userAgent, port, lookup });
  // Not a round number: restarts fall everywhere between two polls.
  const restartEveryMs = 77_777_777;
  let restartAtMs = startMs + restartEveryMs;
  try {
    for (;;) {
      const next = firstDue(reader, feedUrls);
      if (next === null || next.atMs >= endMs) break;
      if (restartAtMs <= next.atMs) {
        clock.nowMs = Math.max(clock.nowMs, restartAtMs);
        await reader.restart();
        restartAtMs += restartEveryMs;
        continue;
      }
      clock.nowMs = Math.max(clock.nowMs, next.atMs);
      await reader.poll(next.feedUrl);
    }
  } finally {
    await reader.close();
  }
  return scoreReader(scoreFeeds, server.log, { startMs, endMs, intervalMs, userAgent });
}

function firstDue(reader: Reader, feedUrls: string[]) {
  let first: { feedUrl: string; atMs: number } | null = null;
  for (const feedUrl of feedUrls) {
    const atMs = reader.nextPollAtMs(feedUrl);
    if (atMs !== null && (first === null || atMs < first.atMs)) first = { feedUrl, atMs };
  }
  return first;
}
