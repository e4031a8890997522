import { Random } from './random.ts';

/** How long the sources bring news and faults happen. */
export const STORM_MS = 7_000;

export const HOSTS = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];
export const WORKERS = 2;
const ARTICLES_PER_HOST = 6;
const VERSIONS = 3;

/** What is the matter with a page that can never become an article. */
export const poisons = ['empty', 'binary', 'missing', 'nested', 'hanging', 'endless'] as const;
export type Poison = (typeof poisons)[number];

export interface PlannedArticle {
  host: number;
  index: number;
  /** When each version is put online; the first with the article. */
  versionsAtMs: number[];
  poison: Poison | undefined;
  /** Also listed by the second feed of its host. */
  inBothFeeds: boolean;
}

export const faultKinds = [
  'kill-worker',
  'kill-at-step',
  'stop-worker',
  'restart-worker',
  'kill-redis',
  'stop-redis',
  'power-cut',
  'lose-everything',
  'full-memory',
  'full-disk',
  'cut-connections',
  'black-hole',
  'refuse-connections',
  'slow-network',
  'lose-reply',
  'kill-consumer',
  'stop-consumer',
  'site-fails',
  'source-slow',
  'source-errors',
  'source-cuts',
  'source-throttles',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Keys whose use marks a step of the work: both workers die when one of them asks for it. */
export const stepKeys = [
  ':feed-lease:{', // a feed is about to be polled
  ':host:{', // a host is about to be asked
  ':feed:{', // what a feed said is remembered
  ':outbox:{', // an article and its intent are kept
  ':republish:', // a job for the site is added
  ':scrape:completed', // a page is done
] as const;

export interface Fault {
  atMs: number;
  kind: FaultKind;
  /** Number of the worker, host or step that it hits. */
  target: number;
  /** Of a step: even for before, odd for after. */
  durationMs: number;
}

export interface Plan {
  seed: number;
  articles: PlannedArticle[];
  faults: Fault[];
}

// A job whose worker died twice is taken for the killer and put aside; a third blow to the same job is
// for the operator, not for this suite.
const takesJobsAway = new Set<FaultKind>(['kill-worker', 'kill-at-step', 'stop-worker']);
const MOST_TAKEN_AWAY = 2;
// Minutes of repair in production, seconds here; more than one would leave no time for anything else.
const onceOnly = new Set<FaultKind>(['lose-everything', 'power-cut', 'full-disk', 'black-hole']);

/** The same plan for the same seed. */
export function makePlan(seed: number): Plan {
  const random = new Random(seed);
  const articles = HOSTS.flatMap((_, host) =>
    Array.from({ length: ARTICLES_PER_HOST }, (_unused, index) => planArticle(host, index, random)),
  );
  const faults: Fault[] = [];
  const count = random.between(3, 7);
  while (faults.length < count) {
    const kind = random.pick(faultKinds);
    const alike = faults.filter((fault) =>
      takesJobsAway.has(kind) ? takesJobsAway.has(fault.kind) : fault.kind === kind,
    );
    const most = takesJobsAway.has(kind) ? MOST_TAKEN_AWAY : onceOnly.has(kind) ? 1 : 3;
    if (alike.length >= most) continue;
    faults.push({
      atMs: random.between(0, STORM_MS - 1_000),
      kind,
      target: random.between(0, 5),
      durationMs: random.between(100, kind === 'stop-worker' ? 5_000 : 2_000),
    });
  }
  return { seed, articles, faults: faults.toSorted((a, b) => a.atMs - b.atMs) };
}

/** Every step with its workers killed before and after Redis heard of it, and no other fault. */
export function makeStepPlans(): Plan[] {
  return stepKeys.flatMap((_step, target) =>
    [0, 1].map((parity) => ({
      ...makePlan(1_000 + 2 * target + parity),
      faults: [{ atMs: 1_000, kind: 'kill-at-step' as const, target, durationMs: parity }],
    })),
  );
}

function planArticle(host: number, index: number, random: Random): PlannedArticle {
  const firstAtMs = index < 2 ? 0 : random.between(0, STORM_MS - 2_000);
  const count = random.between(1, VERSIONS);
  const later = Array.from({ length: count - 1 }, () => random.between(firstAtMs + 1, STORM_MS));
  return {
    host,
    index,
    versionsAtMs: [firstAtMs, ...later.toSorted((a, b) => a - b)],
    poison: random.next() < 0.12 ? random.pick(poisons) : undefined,
    inBothFeeds: random.next() < 0.3,
  };
}
