import { placedRules, type Condition, type PlacedRule } from '../config/rules/filter-rules.ts';
import { isPathPattern } from '../config/rules/routing.ts';
import type { DestinationOptions } from '../config/schema.ts';
import { conditionTest, type ConditionTest } from './condition-test.ts';
import type { Facts } from './facts.ts';
import { judge } from './verdict.ts';

/** A destination as articles find their way to it. */
export interface Route {
  name: string;
  /** Ours to deliver to; else the site’s own worker reads a queue. */
  isPushed: boolean;
  /** Where the config has it, such as `destinations[1] (blog)`. */
  place: string;
  /** Whose articles it gets; undefined for all. */
  sources: { place: string; pattern: string; test: ConditionTest }[] | undefined;
  rules: readonly PlacedRule[];
  /** The account to post under. */
  byline: string;
  delayMs: number;
  maxPerHour: number | undefined;
}

/** Whether a destination gets an article, and by which line of the config. */
export interface RouteVerdict {
  isTaken: boolean;
  /** In words, with the place. */
  reason: string;
}

/** The config’s destinations as routes, in its order. */
export function routesOf(
  destinations: readonly DestinationOptions[],
  site: { byline: string },
): Route[] {
  return destinations.map((options, index) => {
    const { name, type, sources, filter, byline, delay } = options;
    const place = `destinations[${index}] (${name})`;
    return {
      name,
      isPushed: type !== 'queue',
      place,
      sources: sources?.map((pattern, item) => ({
        place: `${place}.sources[${item}]`,
        pattern,
        test: conditionTest(sourceCondition(pattern)),
      })),
      rules: placedRules(place, filter),
      byline: byline ?? site.byline,
      delayMs: delay ?? 0,
      maxPerHour: options.type === 'queue' ? undefined : options.maxPerHour,
    };
  });
}

const sourceCondition = (pattern: string): Condition =>
  isPathPattern(pattern) ? { path: pattern } : { any: [{ source: pattern }, { channel: pattern }] };

/** Whether it gets some articles and others not. */
export function isSelective({ sources, rules }: Route): boolean {
  return sources !== undefined || rules.length > 0;
}

/** Whether a destination gets an article of which all is known: by its source first, then by the destination’s rules. */
export function routeVerdict({ place, sources, rules }: Route, facts: Facts): RouteVerdict {
  const own = sources?.find(({ test }) => test(facts) === true);
  if (sources && !own) {
    return {
      isTaken: false,
      reason: `${place}.sources: none of ${sources.map(({ pattern }) => pattern).join(', ')}`,
    };
  }
  const verdict = judge(rules, facts);
  if (verdict.kind === 'drop' || verdict.kind === 'hold') {
    return { isTaken: false, reason: verdict.reason };
  }
  if (verdict.kind === 'keep' && verdict.reason !== undefined) {
    return { isTaken: true, reason: verdict.reason };
  }
  return {
    isTaken: true,
    reason: own ? `${own.place}: ${own.pattern}` : `${place} takes all there is`,
  };
}
