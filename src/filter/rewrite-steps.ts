import type { ArticleRecord } from '../article-record.ts';
import type { RewrittenField } from '../config/rules/rewrite-rules.ts';
import type { Source } from '../config/schema.ts';
import { rewriteRecord, rewrittenText } from './rewrite.ts';

/** What one rule changes in one text of an article. */
export interface RewriteStep {
  /** Such as `sources[2] (fox-news).rewrite[0]`. */
  rule: string;
  field: RewrittenField;
  before: string;
  /** Undefined where it is left out. */
  after: string | undefined;
}

const TEXTS: Record<RewrittenField, (record: ArticleRecord) => readonly (string | undefined)[]> = {
  title: ({ title }) => [title],
  subtitle: ({ subtitle }) => [subtitle],
  summary: ({ summary }) => [summary],
  paragraphs: ({ paragraphs }) => paragraphs.map(({ text }) => text),
  credit: ({ credit }) => [credit?.text],
  authors: ({ authors }) => authors.map(({ name }) => name),
  url: ({ url }) => [url],
};

/** The record as it is rewritten, with every change on the way: for a person who tries the rules. */
export function rewriteSteps(
  record: ArticleRecord,
  { rewrite = [], place }: Pick<Source, 'rewrite' | 'place'>,
): { record: ArticleRecord; steps: RewriteStep[] } {
  let rest = record;
  const steps = rewrite.flatMap((rule, index): RewriteStep[] => {
    const { field } = rule;
    const one = { rewrite: [rule] };
    const before = rest;
    rest = rewriteRecord(rest, one);
    if (rest === before) return [];
    return TEXTS[field](before).flatMap((text): RewriteStep[] => {
      const after = rewrittenText(field, text, one);
      if (text === undefined || after === text) return [];
      return [{ rule: `${place}.rewrite[${index}]`, field, before: text, after }];
    });
  });
  return { record: rest, steps };
}
