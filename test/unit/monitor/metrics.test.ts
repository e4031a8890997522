import { expect, test } from 'vitest';
import { metricsText } from '../../../src/monitor/metrics.ts';
import { need } from '../../../src/monitor/need.ts';
import {
  destinationStanding,
  queueStanding,
  sourceStanding,
  standing,
} from '../../support/records/status.ts';

const at = (moment: string) => Date.parse(moment) / 1_000;
const samples = async (changes: Parameters<typeof standing>[0]) =>
  (await metricsText(standing(changes)))
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
const wording = { cause: 'x', since: null, mend: 'y' };

function status() {
  const sources = [
    sourceStanding(),
    sourceStanding({ id: 'fresh', state: 'new', lastSuccessAt: null, lastArticleAt: null }),
    sourceStanding({ id: 'down', state: 'failing', lastSuccessAt: null, lastArticleAt: null }),
    sourceStanding({ id: 'off', state: 'disabled', lastSuccessAt: null, lastArticleAt: null }),
  ];
  return {
    sources,
    needs: [
      need({ kind: 'held', subject: 'a', ...wording }),
      need({ kind: 'held', subject: 'b', ...wording }),
      need({ kind: 'feed-moved', subject: 'a', weight: 'note', ...wording }),
    ],
    queues: [queueStanding(), queueStanding({ name: 'poll', oldestWaitingAt: null })],
    destinations: [
      destinationStanding({ lastDeliveredAt: '2026-11-29T10:00:00.000Z' }),
      destinationStanding({ name: 'late', state: 'behind', waiting: 9 }),
      destinationStanding({ name: 'gone', state: 'down' }),
    ],
    flow: {
      hour: {},
      day: { publish: 5, found: 6, filtered: 1, 'filtered defaults.filter[0]': 1 },
      publishedToday: 0,
      usualByNow: null,
    },
    held: { count: 2, since: null },
    memory: { usedBytes: 70, limitBytes: 100, use: 0.7, bytesPerDay: null, fullAt: null },
  };
}

const SAMPLES = [
  'newsrelay_sources{state="refused"} 0',
  'newsrelay_sources{state="failing"} 1',
  'newsrelay_sources{state="held"} 0',
  'newsrelay_sources{state="quiet"} 0',
  'newsrelay_sources{state="paused"} 0',
  'newsrelay_sources{state="new"} 1',
  'newsrelay_sources{state="ok"} 1',
  'newsrelay_sources{state="disabled"} 1',
  'newsrelay_source_up{source="harbour",state="ok"} 1',
  'newsrelay_source_up{source="fresh",state="new"} 1',
  'newsrelay_source_up{source="down",state="failing"} 0',
  `newsrelay_source_last_success_timestamp_seconds{source="harbour"} ${at('2026-11-29T11:50:00Z')}`,
  `newsrelay_source_last_article_timestamp_seconds{source="harbour"} ${at('2026-11-29T11:00:00Z')}`,
  'newsrelay_needs{kind="held",weight="act"} 2',
  'newsrelay_needs{kind="feed-moved",weight="note"} 1',
  'newsrelay_queue_jobs{queue="scrape",state="waiting"} 1',
  'newsrelay_queue_jobs{queue="scrape",state="active"} 2',
  'newsrelay_queue_jobs{queue="scrape",state="delayed"} 3',
  'newsrelay_queue_jobs{queue="scrape",state="failed"} 4',
  'newsrelay_queue_jobs{queue="poll",state="waiting"} 1',
  'newsrelay_queue_jobs{queue="poll",state="active"} 2',
  'newsrelay_queue_jobs{queue="poll",state="delayed"} 3',
  'newsrelay_queue_jobs{queue="poll",state="failed"} 4',
  `newsrelay_queue_oldest_waiting_timestamp_seconds{queue="scrape"} ${at('2026-11-29T11:58:00Z')}`,
  'newsrelay_destination_up{destination="blog"} 1',
  'newsrelay_destination_up{destination="late"} 1',
  'newsrelay_destination_up{destination="gone"} 0',
  'newsrelay_destination_waiting_jobs{destination="blog"} 3',
  'newsrelay_destination_waiting_jobs{destination="late"} 9',
  'newsrelay_destination_waiting_jobs{destination="gone"} 3',
  `newsrelay_destination_last_delivered_timestamp_seconds{destination="blog"} ${at('2026-11-29T10:00:00Z')}`,
  'newsrelay_flow_day{what="publish"} 5',
  'newsrelay_flow_day{what="found"} 6',
  'newsrelay_flow_day{what="filtered"} 1',
  'newsrelay_filtered_day{rule="defaults.filter[0]"} 1',
  `newsrelay_last_article_timestamp_seconds ${at('2026-11-29T11:00:00Z')}`,
  'newsrelay_held_articles 2',
  'newsrelay_redis_used_bytes 70',
  'newsrelay_redis_limit_bytes 100',
];

test('a status is told as samples, one for each thing that has such a number', async () => {
  expect(await samples(status())).toEqual(SAMPLES);
});

test('what nobody knows has no sample', async () => {
  const told = await samples({ lastArticleAt: null });
  expect(
    told.filter((line) => /last_article_timestamp_seconds \d|limit_bytes \d/.test(line)),
  ).toEqual([]);
});
