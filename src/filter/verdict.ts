import type { PlacedRule } from '../config/rules/filter-rules.ts';
import { conditionInWords } from '../config/rules/filter-rules.ts';
import { conditionTest, type ConditionTest } from './condition-test.ts';
import type { ArticleRecord } from '../article-record.ts';
import type { Source } from '../config/schema.ts';
import { factsOfArticle, factsOfEntry, type Facts, type ToldEntry } from './facts.ts';
import { rewriteRecord, type Rewriting } from './rewrite.ts';

/** What a rule says against an article: where it stands in the config, and what it asks for. */
export interface RuleMatch {
  /** Such as `sources[2] (fox-news).filter[0]`; the list itself where no keep rule matched. */
  rule: string;
  /** In words, with the place. */
  reason: string;
}

export type FilterVerdict =
  /** By a keep rule, where one matched. */
  | { kind: 'keep'; rule?: string; reason?: string }
  | ({ kind: 'drop' | 'hold' } & RuleMatch)
  /** Too little is known yet. */
  | { kind: 'undecided' };

interface ReadyRule extends PlacedRule {
  test: ConditionTest;
}

const ready = new WeakMap<readonly PlacedRule[], ReadyRule[]>();

function readyRules(rules: readonly PlacedRule[]): ReadyRule[] {
  const known = ready.get(rules);
  if (known) return known;
  const made = rules.map((rule) => ({ ...rule, test: conditionTest(rule.condition) }));
  ready.set(rules, made);
  return made;
}

/**
 * The first rule that matches decides; where there is a keep rule, what none matches is dropped. A rule that
 * cannot be decided yet leaves all after it undecided, for it may be the first.
 */
export function judge(rules: readonly PlacedRule[], facts: Facts): FilterVerdict {
  for (const { test, place, deed, condition } of readyRules(rules)) {
    const truth = test(facts);
    if (truth === undefined) return { kind: 'undecided' };
    if (!truth) continue;
    return { kind: deed, rule: place, reason: `${place}: ${deed} ${conditionInWords(condition)}` };
  }
  const keep = rules.find(({ deed }) => deed === 'keep');
  if (keep === undefined) return { kind: 'keep' };
  const rule = keep.place.replace(/\[\d+\]$/, '');
  return { kind: 'drop', rule, reason: `${rule}: no keep rule matched` };
}

type Ruled = Pick<Source, 'id' | 'filter'> & Rewriting;

/** What a source's rules say of an article as they rewrite it; what its entry tells of it counts, too. */
export const articleVerdict = (
  record: ArticleRecord,
  source: Ruled,
  told: ToldEntry,
): FilterVerdict =>
  judge(source.filter, factsOfArticle(rewriteRecord(record, source), source, told));

/** What they say of what the feed alone tells, first seen at `seenMs`. */
export const entryVerdict = (entry: ToldEntry, source: Ruled, seenMs: number): FilterVerdict =>
  judge(source.filter, factsOfEntry(entry, source, seenMs));
