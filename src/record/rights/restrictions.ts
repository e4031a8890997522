import type { ReuseMode, Rights } from '../../article-record.ts';
import type { RightsSignal } from '../../article/scraped.ts';

type Reason = Rights['reasons'][number];
type ImageUse = Rights['images'];

/** What one signal takes away. A field that is absent takes nothing away. */
export interface Restriction {
  reason: Reason;
  images?: ImageUse;
  /** Longest excerpt in characters. */
  maxExcerptLength?: number;
  /** RFC 3339, UTC: the publisher wants the article gone after this moment. */
  expiresAt?: string;
}

export interface SignalContext {
  /** A recorded licence is in force: general reservations of rights are answered by it. */
  licensed: boolean;
  now: Date;
}

/** Robots rules addressed to another agent by name do not bind us; those to this token do. */
const OUR_AGENT = 'newsrelay';
/** Signals come from the page: a hostile one must not fill the record. */
const MAX_VALUE_LENGTH = 200;

/**
 * What one signal restricts. The specs speak to search engines or to AI crawlers (RFC 9309, Google's
 * robots meta tag, TDMRep, RSL 1.0); reading them as a wish about republishing is stricter than they
 * ask. An unknown signal is recorded and restricts nothing.
 */
export function readSignal(signal: RightsSignal, context: SignalContext): Restriction[] {
  const restrict = (effect?: ReuseMode, rest: Omit<Restriction, 'reason'> = {}): Restriction[] => [
    { reason: reasonOf(signal, effect), ...rest },
  ];
  const unlessLicensed = (effect: ReuseMode) => restrict(context.licensed ? undefined : effect);

  switch (signal.signal.trim().toLowerCase()) {
    case 'robots':
    case 'x-robots-tag':
      return readRobots(signal, context);
    case 'isaccessibleforfree':
      return restrict(/^\s*false\b/i.test(signal.value) ? 'excerpt' : undefined);
    case 'content-tier':
    case 'article:content_tier':
      return restrict(/^\s*(?:metered|locked)\b/i.test(signal.value) ? 'excerpt' : undefined);
    case 'tdm-reservation':
      return signal.value.trim() === '1' ? unlessLicensed('link') : restrict();
    case 'rsl':
      // A reference to terms that nobody has read neither allows nor forbids: the default stands.
      return unlessLicensed(/prohibits|payment/i.test(signal.value) ? 'link' : 'excerpt');
    case 'rights-notice':
      return unlessLicensed('excerpt');
    default:
      // `license` too: a licence stated by the page is recorded for people, but full text needs the
      // operator's own record of it, because a page can carry the statement of something it embeds.
      return restrict();
  }
}

/**
 * Where TDM reservations stand decides which one counts: the HTTP header overrides the site's
 * `tdmrep.json`, which overrides the page's meta element (TDMRep, 2024-05-10).
 */
export function withoutOverriddenReservations(signals: RightsSignal[]): RightsSignal[] {
  const rank = ({ where }: RightsSignal): number =>
    /meta/i.test(where) ? 1 : /tdmrep|well-known/i.test(where) ? 2 : 3;
  const isReservation = ({ signal }: RightsSignal) =>
    signal.trim().toLowerCase() === 'tdm-reservation';
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

function readRobots(signal: RightsSignal, context: SignalContext): Restriction[] {
  return robotsDirectives(signal.value).flatMap((directive) => {
    const restriction = readDirective(directive, context);
    return restriction
      ? [{ ...restriction, reason: reasonOf({ ...signal, value: directive }, restriction.effect) }]
      : [];
  });
}

type DirectiveEffect = Omit<Restriction, 'reason'> & { effect?: ReuseMode };

const DIRECTIVES: Record<string, DirectiveEffect> = {
  noindex: { effect: 'drop' },
  none: { effect: 'drop' },
  nosnippet: { effect: 'link' },
  // It forbids keeping a copy for readers, which is what a full text on another site is.
  noarchive: { effect: 'excerpt' },
  noimageindex: { images: 'none' },
  // About AI use: nothing here is one. They travel with the record for consumers that are.
  noai: {},
  noimageai: {},
};

function readDirective(directive: string, { now }: SignalContext): DirectiveEffect | undefined {
  const colon = directive.indexOf(':');
  const name = (colon === -1 ? directive : directive.slice(0, colon)).trim().toLowerCase();
  const value = colon === -1 ? '' : directive.slice(colon + 1).trim();
  switch (name) {
    case 'max-snippet':
      return readMaxSnippet(value);
    case 'max-image-preview':
      return { none: { images: 'none' as const }, standard: { images: 'link' as const } }[
        value.toLowerCase()
      ];
    case 'unavailable_after':
      return readUnavailableAfter(value, now);
    default:
      return Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  }
}

function readMaxSnippet(value: string): DirectiveEffect | undefined {
  if (!/^-?\d{1,9}$/.test(value)) return undefined;
  const length = Number(value);
  if (length < 0) return undefined; // -1 is "no limit"
  return length === 0 ? { effect: 'link' } : { effect: 'excerpt', maxExcerptLength: length };
}

function readUnavailableAfter(value: string, now: Date): DirectiveEffect | undefined {
  // A time without a zone is read as UTC, so that the answer does not depend on the machine's zone.
  const moment = new Date(/\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/.test(value) ? `${value}Z` : value);
  if (Number.isNaN(moment.getTime())) return undefined;
  return moment <= now ? { effect: 'drop' } : { expiresAt: moment.toISOString() };
}

const WITH_VALUE = /^(?:max-[a-z-]{1,40}|unavailable_after)\s*:/i;
const NAMED_AGENT = /^([a-z][\w.-]{0,60})\s*:\s*/i;
const WEEKDAY = /^unavailable_after\s*:\s*[a-z]+$/i;

/** The directives that speak to everyone or to us, each once; an agent's name holds until the next one. */
function robotsDirectives(value: string): string[] {
  const directives = new Set<string>();
  let agent = '';
  const parts = value.split(',').map((part) => part.trim());
  for (let i = 0; i < parts.length; i += 1) {
    let part = parts[i] ?? '';
    const named = WITH_VALUE.test(part) ? null : NAMED_AGENT.exec(part);
    if (named) {
      agent = named[1]?.toLowerCase() ?? '';
      part = part.slice(named[0].length);
    }
    // RFC 822 dates hold a comma after the weekday: "Wed, 25 Nov 2026 15:00:00 GMT".
    if (WEEKDAY.test(part)) {
      i += 1;
      part = `${part}, ${parts[i] ?? ''}`;
    }
    if (part !== '' && (agent === '' || agent === OUR_AGENT)) directives.add(part);
  }
  return [...directives];
}
