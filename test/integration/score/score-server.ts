import { listen } from '../http/loopback-server.ts';
import http from 'node:http';
import type { Answer, ScoreFeed } from './score-feeds.ts';

export interface LoggedRequest {
  atMs: number;
  host: string;
  path: string;
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  answer: Answer;
}

export interface Clock {
  nowMs: number;
}

/** Serves the feeds by a clock of its own and writes down every request. */
export async function startScoreServer(feeds: ScoreFeed[], clock: Clock) {
  const startMs = clock.nowMs;
  const log: LoggedRequest[] = [];
  const counts = new Map<string, number>();
  const answers = new Map(feeds.flatMap((feed) => Object.entries(feed.answers)));

  const server = http.createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname;
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const { nowMs } = clock;
    const { headers, method = '', url = '' } = request;
    const visit = { nowMs, elapsedMs: nowMs - startMs, count, headers };
    const answer = answers.get(path)?.(visit) ?? { status: 404 };
    log.push({ atMs: nowMs, host: headers.host ?? '', path, method, url, headers, answer });
    response.sendDate = false;
    response.writeHead(answer.status, {
      date: new Date(nowMs).toUTCString(),
      ...(answer.status === 200 && { 'content-type': 'application/rss+xml' }),
      ...answer.headers,
    });
    response.end(answer.body);
  });
  return { ...(await listen(server, '127.0.0.1')), log };
}
