import { Gauge, Registry } from '@prometheus-io/client';
import { SOURCE_STATES } from './source-status.ts';
import type { Status } from './status.ts';

type Labels = Record<string, string>;
type Sample = [labels: Labels, value: number];

interface Metric {
  name: string;
  help: string;
  labelNames: string[];
  samples: (status: Status) => Sample[];
}

/** How the flow names what one rule left out. */
const FILTERED = 'filtered ';

const seconds = (moment: string): number => Date.parse(moment) / 1_000;

/** A sample for each that has such a moment. */
function moments<T>(
  all: readonly T[],
  labels: (one: T) => Labels,
  moment: (one: T) => string | null | undefined,
): Sample[] {
  return all.flatMap((one): Sample[] => {
    const at = moment(one);
    return at ? [[labels(one), seconds(at)]] : [];
  });
}

// Labels have as many values as the config has sources, destinations and queues, and never a stranger's text.
const METRICS: Metric[] = [
  {
    name: 'newsrelay_sources',
    help: 'Sources in each state.',
    labelNames: ['state'],
    samples: ({ counts }) => SOURCE_STATES.map((state) => [{ state }, counts[state]]),
  },
  {
    name: 'newsrelay_source_up',
    help: '1 for a source that is fine, 0 for one in trouble, by its state.',
    labelNames: ['source', 'state'],
    samples: ({ sources }) =>
      sources
        .filter(({ state }) => state !== 'disabled')
        .map(({ id, state }) => [{ source: id, state }, state === 'ok' || state === 'new' ? 1 : 0]),
  },
  {
    name: 'newsrelay_source_last_success_timestamp_seconds',
    help: 'When a feed of the source could last be read.',
    labelNames: ['source'],
    samples: ({ sources }) =>
      moments(
        sources,
        ({ id }) => ({ source: id }),
        ({ lastSuccessAt }) => lastSuccessAt,
      ),
  },
  {
    name: 'newsrelay_source_last_article_timestamp_seconds',
    help: 'When the source last brought something new.',
    labelNames: ['source'],
    samples: ({ sources }) =>
      moments(
        sources,
        ({ id }) => ({ source: id }),
        ({ lastArticleAt }) => lastArticleAt,
      ),
  },
  {
    name: 'newsrelay_needs',
    help: 'What needs a person, by kind; notes can wait.',
    labelNames: ['kind', 'weight'],
    samples: ({ needs }) => {
      const counts = new Map<string, Sample>();
      for (const { kind, weight } of needs) {
        const sample = counts.get(kind) ?? [{ kind, weight }, 0];
        sample[1] += 1;
        counts.set(kind, sample);
      }
      return [...counts.values()];
    },
  },
  {
    name: 'newsrelay_queue_jobs',
    help: 'Jobs of a queue by state; failed ones were given up.',
    labelNames: ['queue', 'state'],
    samples: ({ queues }) =>
      queues.flatMap(({ name: queue, waiting, active, delayed, failed }) =>
        Object.entries({ waiting, active, delayed, failed }).map(([state, many]): Sample => [
          { queue, state },
          many,
        ]),
      ),
  },
  {
    name: 'newsrelay_queue_oldest_waiting_timestamp_seconds',
    help: 'When the job was added that waits longest.',
    labelNames: ['queue'],
    samples: ({ queues }) =>
      moments(
        queues,
        ({ name }) => ({ queue: name }),
        ({ oldestWaitingAt }) => oldestWaitingAt,
      ),
  },
  {
    name: 'newsrelay_destination_up',
    help: '1 for a destination that takes jobs, 0 for one that is down.',
    labelNames: ['destination'],
    samples: ({ destinations }) =>
      destinations.map(({ name, state }) => [{ destination: name }, state === 'down' ? 0 : 1]),
  },
  {
    name: 'newsrelay_destination_waiting_jobs',
    help: 'Jobs that a destination has not taken yet.',
    labelNames: ['destination'],
    samples: ({ destinations }) =>
      destinations.map(({ name, waiting }) => [{ destination: name }, waiting]),
  },
  {
    name: 'newsrelay_destination_last_delivered_timestamp_seconds',
    help: 'When a destination last took a job.',
    labelNames: ['destination'],
    samples: ({ destinations }) =>
      moments(
        destinations,
        ({ name }) => ({ destination: name }),
        ({ lastDeliveredAt }) => lastDeliveredAt,
      ),
  },
  {
    name: 'newsrelay_flow_day',
    help: 'What happened in the last 24 hours: found, fetched, publish, update, withdraw and so on.',
    labelNames: ['what'],
    samples: ({ flow }) =>
      Object.entries(flow.day)
        .filter(([what]) => !what.startsWith(FILTERED))
        .map(([what, many]) => [{ what }, many]),
  },
  {
    name: 'newsrelay_filtered_day',
    help: 'Articles that each filter rule of the config left out in the last 24 hours.',
    labelNames: ['rule'],
    samples: ({ flow }) =>
      Object.entries(flow.day).flatMap(([what, many]): Sample[] =>
        what.startsWith(FILTERED) ? [[{ rule: what.slice(FILTERED.length) }, many]] : [],
      ),
  },
  {
    name: 'newsrelay_last_article_timestamp_seconds',
    help: 'When any source last brought something new.',
    labelNames: [],
    samples: ({ lastArticleAt }) => (lastArticleAt ? [[{}, seconds(lastArticleAt)]] : []),
  },
  {
    name: 'newsrelay_held_articles',
    help: 'Articles that wait for a person.',
    labelNames: [],
    samples: ({ held }) => [[{}, held.count]],
  },
  {
    name: 'newsrelay_redis_used_bytes',
    help: 'What Redis holds.',
    labelNames: [],
    samples: ({ memory }) => [[{}, memory.usedBytes]],
  },
  {
    name: 'newsrelay_redis_limit_bytes',
    help: 'The maxmemory of Redis; absent without one.',
    labelNames: [],
    samples: ({ memory }) => (memory.limitBytes === null ? [] : [[{}, memory.limitBytes]]),
  },
];

/** A status in the text format of Prometheus. */
export async function metricsText(status: Status): Promise<string> {
  const registry = new Registry();
  for (const { name, help, labelNames, samples } of METRICS) {
    const found = samples(status);
    // A gauge without labels that is never set would say 0: a limit of nothing, an article of 1970.
    if (found.length === 0 && labelNames.length === 0) continue;
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const [labels, value] of found) gauge.set(labels, value);
  }
  return await registry.metrics();
}
