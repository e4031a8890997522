import type { ReuseMode, Rights } from '../../article-record.ts';
import type { RightsSignal } from '../../terms/rights-signal.ts';
import { type DirectiveEffect, readRobots } from './robots-directives.ts';

type Reason = Rights['reasons'][number];

/** What one signal takes away, and the signal. */
export interface Restriction extends Omit<DirectiveEffect, 'effect'> {
  reason: Reason;
}

export interface SignalContext {
  /** A recorded licence is in force: general reservations of rights are answered by it. */
  licensed: boolean;
  /** The name by which publishers address us, as in robots.txt; any case. */
  agent?: string | undefined;
  now: Date;
}

/**
 * Whose robots rules are ours besides those for everybody: by the product's own name, and what publishers tell
 * the crawlers of news search, which show what we show.
 */
const AGENTS_LIKE_US = ['newsrelay', 'googlebot', 'googlebot-news', 'bingbot', 'news'];
/** Signals come from the page: a hostile one must not fill the record. */
const MAX_VALUE_LENGTH = 200;

/** A rule about one kind of signal: what it takes away; nothing where it is only recorded. */
interface SignalRule {
  effect: (value: string) => ReuseMode | undefined;
  /** Answered by a licence: the publisher's general terms, which the operator's own agreement replaces. */
  isAnswered: boolean;
}

const onceAnswered = (effect: SignalRule['effect']): SignalRule => ({ effect, isAnswered: true });
const always = (effect: SignalRule['effect']): SignalRule => ({ effect, isAnswered: false });

/** Preferences about showing a page to people who search, the nearest thing to showing it in an aggregator. */
const NOT_FOR_SEARCH = /(?:^|[\s,;])(?:search|bots|all)\s*=\s*(?:n|no|0|false)\b/i;

/**
 * What each signal restricts. The specs speak to search engines or to AI crawlers (RFC 9309, Google's robots
 * meta tag, TDMRep, RSL 1.0, AIPREF, Content Signals); reading them as a wish about republishing is stricter than
 * they ask. An unknown signal is recorded and restricts nothing.
 */
const SIGNALS = new Map<string, SignalRule>([
  ['isaccessibleforfree', always((value) => (isNo(value) ? 'excerpt' : undefined))],
  [
    'content-tier',
    always((value) => (/^(?:metered|locked)\b/i.test(value) ? 'excerpt' : undefined)),
  ],
  ['tdm-reservation', onceAnswered((value) => (reservationOf(value) === '1' ? 'link' : undefined))],
  ['content-usage', onceAnswered((value) => (NOT_FOR_SEARCH.test(value) ? 'link' : undefined))],
  ['content-signal', onceAnswered((value) => (NOT_FOR_SEARCH.test(value) ? 'link' : undefined))],
  // A reference to terms that nobody has read neither allows nor forbids: the default stands.
  [
    'rsl',
    onceAnswered((value) => (/prohibits|payment|permits only/i.test(value) ? 'link' : 'excerpt')),
  ],
  // `license` has no row: a licence stated by the page is recorded for people, but full text needs the
  // operator's own record of it, because a page can carry the statement of something it embeds.
  ['rights-notice', onceAnswered(() => 'excerpt')],
]);
const OTHER_NAMES: Record<string, string> = { 'article:content_tier': 'content-tier' };

const isNo = (value: string): boolean => /^(?:false|no|0)\b/i.test(value);

export function readSignal(signal: RightsSignal, context: SignalContext): Restriction[] {
  const written = signal.signal.trim().toLowerCase();
  const name = OTHER_NAMES[written] ?? written;
  if (name === 'robots' || name === 'x-robots-tag') return robotsRestrictions(signal, context);
  const rule = SIGNALS.get(name);
  const effect = rule?.effect(signal.value.trim());
  return [{ reason: reasonOf(signal, rule?.isAnswered && context.licensed ? undefined : effect) }];
}

function robotsRestrictions(signal: RightsSignal, { agent, now }: SignalContext): Restriction[] {
  const agents = new Set(AGENTS_LIKE_US);
  if (agent) agents.add(agent.toLowerCase());
  if (signal.agent !== undefined && !agents.has(signal.agent)) return [];
  return readRobots(signal.value, agents, now).map(({ written, effect, ...rest }) => ({
    reason: reasonOf({ ...signal, value: written }, effect),
    ...rest,
  }));
}

/** `1`, `0` or nothing: a value that is none of both says nothing, and of several the stricter counts. */
function reservationOf(value: string): '1' | '0' | undefined {
  const stated = value.split(/[\s,;]+/);
  return stated.includes('1') ? '1' : stated.includes('0') ? '0' : undefined;
}

/**
 * Where TDM reservations stand decides which one counts: the HTTP header overrides the site's
 * `tdmrep.json`, which overrides the page's meta element (TDMRep, 2024-05-10). What is no reservation
 * overrides none.
 */
export function withoutOverriddenReservations(signals: RightsSignal[]): RightsSignal[] {
  const rank = ({ where }: RightsSignal): number =>
    /meta/i.test(where) ? 1 : /tdmrep|well-known/i.test(where) ? 2 : 3;
  const isReservation = ({ signal, value }: RightsSignal) =>
    signal.trim().toLowerCase() === 'tdm-reservation' && reservationOf(value) !== undefined;
  const ranks = signals.filter(isReservation).map(rank);
  const highest = ranks.reduce((top, next) => Math.max(top, next), 0);
  return signals.filter((signal) => !isReservation(signal) || rank(signal) === highest);
}

function reasonOf({ signal, value, where }: RightsSignal, effect?: ReuseMode): Reason {
  return {
    signal,
    value: value.slice(0, MAX_VALUE_LENGTH),
    where,
    ...(effect === undefined ? {} : { effect }),
  };
}
