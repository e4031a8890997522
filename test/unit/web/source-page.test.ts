import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../../src/durations.ts';
import { localTime } from '../../../src/monitor/times.ts';
import { type SourceStory, sourcePage } from '../../../src/web/source-page.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { sourceStanding } from '../../support/records/status.ts';
import { pageText, rowsOf, SESSION } from '../../support/web/page-text.ts';
import { sourceOf } from '../monitor/facts.ts';

const AT = '2026-11-29T08:15:00.000Z';
const START = Date.UTC(2026, 10, 1);
const hours = Array.from({ length: 48 }, (_, index) => ({
  startMs: START + index * HOUR_MS,
  count: index < 24 ? 2 : 1,
  usual: 0,
}));
const shown = (changes: Partial<SourceStory> = {}) =>
  pageText(
    sourcePage({
      source: sourceOf(),
      status: sourceStanding(),
      rhythm: { hours },
      shapes: [],
      articles: [],
      held: [],
      session: undefined,
      ...changes,
    }),
  );

test('a source that is well says when it brought something, and when it is polled', async () => {
  const text = await shown();
  expect(text).toContain('<h1>Harbour Post <span class="ok">ok</span></h1>');
  expect(text).toContain('<dt>longest usual pause</dt><dd>2 h</dd>');
  expect(text).not.toContain('sentence act');
  expect(text).toContain('aria-label="24 in 24 hours"');
  expect(text).toContain('<title>2026-11-01: 48</title>');
  expect(text).toContain('<title>2026-11-02: 24</title>');
  const polls = /<dt>next polls<\/dt><dd>(.*?)<\/dd>/.exec(text)?.[1] ?? '';
  expect(polls.match(/<time/g)).toHaveLength(5);
  expect(await shown({ status: sourceStanding({ usualPauseMs: null }) })).toContain(
    'not known yet',
  );
});

test('one in trouble says why and since when', async () => {
  const status = sourceStanding({
    state: 'failing',
    reason: 'HTTP 503',
    since: AT,
    drift: { since: AT, messages: ['no author', 'no date'] },
  });
  const text = await shown({ status });
  expect(text).toMatch(/<p class="sentence act">HTTP 503, since <time/);
  expect(text).toContain('<p class="sentence act">no author; no date</p>');
  const { since: _, ...without } = status;
  expect(await shown({ status: without })).toContain('<p class="sentence act">HTTP 503</p>');
});

test('a paused one can be resumed, any other paused', async () => {
  const running = await shown({ session: SESSION });
  expect(running).toContain('/actions/pause');
  expect(running).toContain('<button>poll now</button>');
  expect(running).not.toContain('/actions/resume');
  const paused = await shown({ session: SESSION, status: sourceStanding({ state: 'paused' }) });
  expect(paused).toContain('/actions/resume');
  expect(paused).not.toContain('/actions/pause');
});

test('each feed is told with its trouble, or where it has moved to', async () => {
  const feed = { lastSuccessAt: AT, nextPollAt: AT };
  const failure = { code: 'dns', reason: 'no such host', since: AT, failures: 3 };
  const moved = { to: 'https://new.example/c.xml', since: AT };
  const feeds = [
    { ...feed, url: 'https://harbour.example/a.xml' },
    { ...feed, url: 'https://harbour.example/b.xml', failure, moved },
    { ...feed, url: 'https://harbour.example/c.xml', moved },
  ];
  const at = localTime(AT);
  expect(rowsOf(await shown({ status: sourceStanding({ feeds }) }))).toEqual([
    ['feed', 'last success', 'next poll', 'trouble'],
    ['https://harbour.example/a.xml', at, at, ''],
    ['https://harbour.example/b.xml', at, at, `no such host (3 times since ${at})`],
    ['https://harbour.example/c.xml', at, at, 'moved to https://new.example/c.xml'],
  ]);
});

describe('rules of the config', () => {
  const source = { ...sourceOf(), article: { body: '.b', title: '.t', versions: [] } } as never;
  const shapes = [{ unmatchedRules: ['body'] }, { unmatchedRules: [] }, { unmatchedRules: [] }];

  test('are told by how often each matched', async () => {
    const text = await shown({ source, shapes: shapes as never });
    expect(rowsOf(text).slice(1)).toEqual([
      ['article.body', 'matched on 2 of 3 pages'],
      ['article.title', 'matched on 3 of 3 pages'],
    ]);
  });

  test('are not told where there are none, or no page was read', async () => {
    expect(await shown({ shapes: shapes as never })).not.toContain('<h2>Rules</h2>');
    expect(await shown({ source })).not.toContain('<h2>Rules</h2>');
  });
});

test('what is held can be released or dropped', async () => {
  const record = articleRecord();
  const held = [{ record, reason: 'confidence 0.2', heldAt: AT }] as never;
  const text = await shown({ held, session: SESSION });
  expect(text).toContain(`<a href="/article/${record.id}">`);
  expect(rowsOf(text).at(-1)).toEqual([
    localTime(AT),
    record.title.replaceAll("'", '&#39;'),
    'confidence 0.2',
    'release drop',
  ]);
  expect(await shown()).not.toContain('<h2>Held</h2>');
});
