import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  articlePage,
  inventedArticle,
  rssFeed,
  type InventedArticle,
} from '../support/records/articles.ts';
import { HOSTS, type Plan, type PlannedArticle, type Poison } from './plan.ts';

export interface LoggedRequest {
  host: number;
  path: string;
  startMs: number;
  /** Null while it is under way. */
  endMs: number | null;
}

export type SourceTrouble = 'slow' | 'errors' | 'cuts' | 'throttles';

const FEEDS = ['/a.xml', '/b.xml'];

/** The words of version `version`, told apart by title and text; no sentence of it is another article's, as a template's is. */
export function wordsOf({ host, index }: PlannedArticle, version: number): InventedArticle {
  const article = inventedArticle(host, index);
  if (version === 0) return article;
  const [lead = '', ...rest] = article.paragraphs;
  const correction = `In version ${version + 1} of this report the board corrected the length of pier ${index} to ${40 + version} metres.`;
  const title = `${article.title}, report ${version + 1}`;
  return { ...article, title, paragraphs: [lead, correction, ...rest] };
}

export const sourceId = (host: number) => `source-${host}`;

/**
 * The news sites of a plan: their articles appear and change as time goes by, their pages of poison
 * never become articles, and every request is written down.
 */
export class Sources implements AsyncDisposable {
  readonly requests: LoggedRequest[] = [];
  readonly ports: number[] = [];
  readonly trouble = new Map<number, SourceTrouble>();
  readonly #plan: Plan;
  readonly #servers: Server[] = [];
  /** Before the plan's time begins it stands still. */
  #startedAtMs = Infinity;

  private constructor(plan: Plan) {
    this.#plan = plan;
  }

  static async start(plan: Plan): Promise<Sources> {
    const sources = new Sources(plan);
    for (const [host, address] of HOSTS.entries()) {
      const server = createServer((request, response) => sources.#log(host, request, response));
      server.listen(0, address);
      await once(server, 'listening');
      const bound = server.address();
      if (bound === null || typeof bound === 'string') throw new Error('no port');
      sources.ports.push(bound.port);
      sources.#servers.push(server);
    }
    return sources;
  }

  /** The plan's time begins now. */
  begin(): void {
    this.#startedAtMs = Date.now();
  }

  origin(host: number): string {
    return `http://${HOSTS[host]}:${this.ports[host]}`;
  }

  feeds(host: number): string[] {
    return FEEDS.map((path) => this.origin(host) + path);
  }

  /** The number of the version that is online; -1 before the first. */
  versionOf(article: PlannedArticle): number {
    const nowMs = Math.max(0, Date.now() - this.#startedAtMs);
    return article.versionsAtMs.filter((atMs) => atMs <= nowMs).length - 1;
  }

  #log(host: number, request: IncomingMessage, response: ServerResponse): void {
    const logged: LoggedRequest = {
      host,
      path: request.url ?? '/',
      startMs: Date.now(),
      endMs: null,
    };
    this.requests.push(logged);
    response.on('close', () => {
      logged.endMs = Date.now();
    });
    // A host without a readable robots.txt is left alone for an hour: a matter for other tests.
    const isRobots = logged.path === '/robots.txt';
    const trouble = isRobots ? undefined : this.trouble.get(host);
    if (trouble === 'errors') response.writeHead(500).end('out of order');
    else if (trouble === 'throttles') response.writeHead(429, { 'retry-after': '1' }).end();
    else if (trouble === 'cuts') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '50000' });
      response.write('<!doctype html><html><body><p>The harbour board', () => request.destroy());
    } else if (trouble === 'slow') setTimeout(() => this.#answer(host, logged.path, response), 700);
    else this.#answer(host, logged.path, response);
  }

  #answer(host: number, path: string, response: ServerResponse): void {
    const online = this.#plan.articles.filter(
      (article) => article.host === host && this.versionOf(article) >= 0,
    );
    const feed = FEEDS.indexOf(path);
    if (feed >= 0) {
      const listed = online.filter(({ index, inBothFeeds }) => inBothFeeds || index % 2 === feed);
      const words = listed.map((article) => wordsOf(article, this.versionOf(article)));
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end(rssFeed(this.origin(host), words));
      return;
    }
    const article = online.find((one) => wordsOf(one, 0).path === path);
    if (!article) response.writeHead(404).end();
    else if (article.poison) servePoison(article.poison, response);
    else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(articlePage(wordsOf(article, this.versionOf(article))));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  }
}

function servePoison(poison: Poison, response: ServerResponse): void {
  switch (poison) {
    case 'empty':
      response.writeHead(200, { 'content-type': 'text/html' }).end();
      return;
    case 'binary':
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
      return;
    case 'missing':
      response.writeHead(404).end();
      return;
    case 'nested':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<div>'.repeat(100_000));
      return;
    case 'hanging':
      response.writeHead(200, { 'content-type': 'text/html' }).write('<!doctype html>');
      return;
    case 'endless': {
      response.writeHead(200, { 'content-type': 'text/html' });
      const chunk = '<p>and on and on it goes</p>'.repeat(2_000);
      const timer = setInterval(() => response.write(chunk), 5);
      response.on('close', () => clearInterval(timer));
    }
  }
}
