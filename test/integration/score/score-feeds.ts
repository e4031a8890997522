import { gzipSync } from 'node:zlib';

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export interface Visit {
  nowMs: number;
  /** Since the simulation began. */
  elapsedMs: number;
  /** Of this path, this visit included. */
  count: number;
  headers: Record<string, string | string[] | undefined>;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** A 200 that no reader can read: its validators must not be used. */
  isUnreadable?: boolean;
  /** How long the answer asks to be left alone, reckoned by hand. */
  waitMs?: number;
}

export interface ScoreFeed {
  /** The path that the reader is given; `answers` may hold more, such as the target of a redirect. */
  path: string;
  answers: Record<string, (visit: Visit) => Answer>;
  /** UTC hours in which the feed is not to be asked. */
  skippedHours?: number[];
  /** The longest pause before the reader has given the feed up, when it is not what the answers ask for. */
  patienceMs?: number;
  /** No request to the path from this time on: it has moved, or is gone. */
  silentFromMs?: number;
}

const rss = (version: number, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
<title>Simulated news</title><link>https://news.example/</link>${channel}
${[0, 1, 2].map((i) => `<item><guid isPermaLink="false">${version - i}</guid><title>Story ${version - i}</title><link>https://news.example/${version - i}</link></item>`).join('\n')}
</channel></rss>`;

const version = ({ elapsedMs }: Visit, everyMs: number) => 1_000 + Math.floor(elapsedMs / everyMs);

/** 304 when the validators match, as a careful server does. */
function document(
  visit: Visit,
  validators: { etag?: string; lastModified?: string },
  body: string | Buffer,
  rest: { headers?: Record<string, string>; waitMs?: number } = {},
): Answer {
  const { etag, lastModified } = validators;
  const headers = {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { 'last-modified': lastModified }),
    ...rest.headers,
  };
  const waitMs = rest.waitMs ?? 0;
  const isMatch =
    etag === undefined
      ? lastModified !== undefined && visit.headers['if-modified-since'] === lastModified
      : visit.headers['if-none-match'] === etag;
  return isMatch ? { status: 304, headers, waitMs } : { status: 200, headers, body, waitMs };
}

const httpDate = (ms: number) => new Date(ms).toUTCString();
const oddTags = ['W/"weak"', 'unquoted', '"gr\u00fc\u00df\u00ff"', '"a,b;c"', "'single'"];

/** Each is a habit of servers that readers are known to handle badly. */
export const scoreFeeds: ScoreFeed[] = [
  feed('steady', (visit) => {
    const number = version(visit, 6 * hourMs);
    const lastModified = httpDate(visit.nowMs - (visit.elapsedMs % (6 * hourMs)));
    return document(visit, { etag: `"${number}"`, lastModified }, rss(number));
  }),
  feed('half-a-day-fresh', (visit) =>
    document(visit, { etag: `"${version(visit, dayMs)}"` }, rss(version(visit, dayMs)), {
      headers: { 'cache-control': 'public, max-age=43200' },
      waitMs: 12 * hourMs,
    }),
  ),
  feed('a-year-fresh', (visit) =>
    document(visit, { etag: '"1"' }, rss(1_000), {
      headers: { 'cache-control': 'max-age=31536000' },
      waitMs: dayMs,
    }),
  ),
  feed('fresh-by-expires', (visit) =>
    document(visit, { etag: '"1"' }, rss(1_000), {
      headers: { expires: httpDate(visit.nowMs + 2 * hourMs) },
      waitMs: 2 * hourMs,
    }),
  ),
  feed('odd-etags', (visit) => {
    const number = version(visit, 3 * hourMs);
    return document(visit, { etag: oddTags[number % oddTags.length] ?? '' }, rss(number));
  }),
  feed('new-etag-in-each-304', (visit) => {
    const isKnown = visit.headers['if-none-match'] === `"${visit.count - 1}"`;
    const headers = { etag: `"${visit.count}"` };
    return isKnown ? { status: 304, headers } : { status: 200, headers, body: rss(1_000) };
  }),
  feed('last-modified-only', (visit) =>
    document(
      visit,
      { lastModified: `yesterday-ish ${version(visit, dayMs)}` },
      rss(version(visit, dayMs)),
    ),
  ),
  feed('gzip-variant-etag', (visit) =>
    document(visit, { etag: '"abc-gzip"' }, gzipSync(rss(1_000)), {
      headers: { 'content-encoding': 'gzip' },
    }),
  ),
  feed('no-validators', (visit) => ({ status: 200, body: rss(version(visit, hourMs)) })),
  feed('304-unasked', (visit) => {
    if (visit.count % 7 === 0) return { status: 304 };
    return { status: 200, body: rss(version(visit, hourMs)) };
  }),
  feed('same-etag-new-body', (visit) => {
    const body = rss(version(visit, hourMs));
    const isLate = visit.count % 5 === 0;
    return isLate
      ? { status: 200, headers: { etag: '"x"' }, body }
      : document(visit, { etag: '"x"' }, body);
  }),
  feed('cookies', (visit) =>
    document(visit, { etag: '"1"' }, rss(1_000), {
      headers: { 'set-cookie': `id=${visit.count}` },
    }),
  ),
  feed(
    'often-too-busy',
    (visit) => {
      if (visit.count === 50) {
        return { status: 429, headers: { 'retry-after': '1000000000000' }, waitMs: 7 * dayMs };
      }
      if (visit.count % 10 === 0) {
        return { status: 429, headers: { 'retry-after': '7200' }, waitMs: 2 * hourMs };
      }
      if (visit.count % 10 === 5) {
        const retryAfter = httpDate(visit.nowMs + 3 * hourMs);
        return { status: 503, headers: { 'retry-after': retryAfter }, waitMs: 3 * hourMs };
      }
      return document(visit, { etag: '"1"' }, rss(1_000));
    },
    { patienceMs: 8 * dayMs },
  ),
  feed('too-busy-to-say-how-long', (visit) =>
    visit.count % 10 === 0
      ? { status: 429, waitMs: hourMs }
      : document(visit, { etag: '"1"' }, rss(1_000)),
  ),
  feed('unreadable-for-a-day', (visit) => {
    const day = Math.floor(visit.elapsedMs / dayMs);
    if (day !== 10) return document(visit, { etag: '"good"' }, rss(1_000));
    const broken = '<html><body>We will be back soon';
    return { status: 200, headers: { etag: '"good"' }, body: broken, isUnreadable: true };
  }),
  feed('in-trouble-for-ever', (visit) =>
    visit.elapsedMs < 3 * dayMs ? document(visit, { etag: '"1"' }, rss(1_000)) : { status: 500 },
  ),
  feed('missing-for-five-days', ({ elapsedMs, ...visit }) =>
    elapsedMs > 7 * dayMs && elapsedMs < 12 * dayMs
      ? { status: 404 }
      : document({ elapsedMs, ...visit }, { etag: '"1"' }, rss(1_000)),
  ),
  feed(
    'gone-on-the-fifth-day',
    (visit) =>
      visit.elapsedMs < 5 * dayMs
        ? document(visit, { etag: '"1"' }, rss(1_000))
        : { status: 410, waitMs: 23 * hourMs },
    { silentFromMs: 7 * dayMs },
  ),
  feed(
    'ttl-and-skip-hours',
    (visit) =>
      document(
        visit,
        { etag: `"${version(visit, 6 * hourMs)}"` },
        rss(
          version(visit, 6 * hourMs),
          `<ttl>60</ttl><skipHours>${[0, 1, 2, 3, 4, 5, 6].map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`,
        ),
        { waitMs: hourMs },
      ),
    { skippedHours: [0, 1, 2, 3, 4, 5, 6], patienceMs: 9 * hourMs },
  ),
  feed('update-period', (visit) =>
    document(
      visit,
      { etag: `"${version(visit, dayMs)}"` },
      rss(
        version(visit, dayMs),
        '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      ),
      { waitMs: 6 * hourMs },
    ),
  ),
  {
    path: '/moved-for-good',
    answers: {
      '/moved-for-good': (visit) =>
        visit.elapsedMs < 2 * dayMs
          ? document(visit, { etag: '"old"' }, rss(1_000))
          : { status: 301, headers: { location: '/moved-here' } },
      '/moved-here': (visit) => document(visit, { etag: '"new"' }, rss(1_000)),
    },
    silentFromMs: 4 * dayMs,
  },
  {
    path: '/elsewhere-for-now',
    answers: {
      '/elsewhere-for-now': () => ({ status: 302, headers: { location: '/cdn/file-1' } }),
      '/cdn/file-1': (visit) => document(visit, { etag: '"cdn"' }, rss(1_000)),
    },
  },
];

function feed(
  name: string,
  answer: (visit: Visit) => Answer,
  rest: Omit<ScoreFeed, 'path' | 'answers'> = {},
): ScoreFeed {
  return { path: `/${name}`, answers: { [`/${name}`]: answer }, ...rest };
}
