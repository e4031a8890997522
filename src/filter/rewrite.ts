import type { ArticleRecord } from '../article-record.ts';
import type { Source } from '../config/schema.ts';
import type { RewriteRule, RewrittenField } from '../config/rules/rewrite-rules.ts';
import { linearPattern, writtenExpression } from '../config/linear-pattern.ts';
import { bodyWithParagraphs } from '../record/body.ts';
import { fillInGroups } from '../record/identity.ts';
import { SearchedText, textTest } from './searched-text.ts';

/** The text as it is to be; undefined where nothing is left of it. */
type TextChange = (text: string) => string | undefined;

/** The rules by which a source's articles are rewritten. */
export type Rewriting = Pick<Source, 'rewrite'>;

const readyChanges = new WeakMap<RewriteRule, TextChange>();

function changeOf(rule: RewriteRule): TextChange {
  const known = readyChanges.get(rule);
  if (known) return known;
  const change = changeBy(rule);
  readyChanges.set(rule, change);
  return change;
}

function changeBy({ find, replace = '', drop, prefix = [] }: RewriteRule): TextChange {
  if (drop !== undefined) {
    const tests = [drop].flat().map(textTest);
    return (text) => (tests.some((test) => test(new SearchedText(text))) ? undefined : text);
  }
  if (find === undefined) {
    return (text) => {
      const start = [prefix].flat().find((one) => text.startsWith(one));
      return start === undefined ? text : tidy(text.slice(start.length));
    };
  }
  const expression = writtenExpression(find);
  const replaced = expression
    ? replacedBy(expression, replace)
    : (text: string) => text.replaceAll(find, () => replace);
  return (text) => {
    const result = replaced(text);
    return result === text ? text : tidy(result);
  };
}

function replacedBy({ source, flags }: { source: string; flags: string }, template: string) {
  const linear = linearPattern(source, flags);
  return (text: string) => linear.replaceAll(text, (taken) => fillInGroups(template, taken));
}

/** What was cut out leaves no gap behind. */
const tidy = (text: string): string | undefined =>
  text.replaceAll(/ {2,}/g, ' ').trim() || undefined;

/** A text of that field by all rules that change it, in their order. */
export function rewrittenText(
  field: RewrittenField,
  text: string | null | undefined,
  { rewrite = [] }: Rewriting,
): string | undefined {
  return rewrite
    .filter((rule) => rule.field === field)
    .reduce<string | undefined>((rest, rule) => rest && changeOf(rule)(rest), text ?? undefined);
}

/**
 * The record as a site is to have it. The hash stays that of the text as scraped, so that a rule makes no
 * edit of it. What every article must have is left as it was where a rule would leave nothing of it.
 */
export function rewriteRecord(record: ArticleRecord, { rewrite = [] }: Rewriting): ArticleRecord {
  return rewrite.reduce((rest, rule) => FIELD_CHANGES[rule.field](rest, changeOf(rule)), record);
}

/** One field changed; the same record where nothing is. */
type FieldChange = (record: ArticleRecord, change: TextChange) => ArticleRecord;

const FIELD_CHANGES: Record<RewrittenField, FieldChange> = {
  title: (record, change) => {
    const title = change(record.title) ?? record.title;
    return title === record.title ? record : { ...record, title };
  },
  subtitle: optionalText('subtitle'),
  summary: optionalText('summary'),
  credit: (record, change) => {
    const { credit, ...rest } = record;
    const text = credit && change(credit.text);
    if (!credit || text === credit.text) return record;
    return text === undefined ? rest : { ...rest, credit: { ...credit, text } };
  },
  authors: (record, change) => {
    const authors = record.authors.flatMap((author) => {
      const name = change(author.name);
      return name === undefined ? [] : name === author.name ? author : { ...author, name };
    });
    const isSame =
      authors.length === record.authors.length &&
      authors.every((one) => record.authors.includes(one));
    return isSame ? record : { ...record, authors };
  },
  paragraphs: rewriteParagraphs,
  url: (record, change) => {
    const url = addressBy(change, record.url);
    const shown = addressBy(change, record.rights.attribution.url);
    if (url === record.url && shown === record.rights.attribution.url) return record;
    const attribution = { ...record.rights.attribution, url: shown };
    return { ...record, url, rights: { ...record.rights, attribution } };
  },
};

function optionalText(field: 'subtitle' | 'summary'): FieldChange {
  return (record, change) => {
    const { [field]: before, ...rest } = record;
    const after = before === undefined ? undefined : change(before);
    if (after === before) return record;
    return after === undefined ? rest : { ...rest, [field]: after };
  };
}

function rewriteParagraphs(record: ArticleRecord, change: TextChange): ArticleRecord {
  const changed = record.paragraphs.map((paragraph) => {
    const text = change(paragraph.text);
    return text === paragraph.text
      ? paragraph
      : text === undefined
        ? undefined
        : { ...paragraph, text };
  });
  if (changed.every((paragraph, at) => paragraph === record.paragraphs[at])) return record;
  const paragraphs = changed.filter((paragraph) => paragraph !== undefined);
  const { body, ...rest } = { ...record, paragraphs };
  return body ? { ...rest, body: bodyWithParagraphs(body, record.paragraphs, changed) } : rest;
}

/** What is no web address any more was no good change. */
function addressBy(change: TextChange, address: string): string {
  const url = URL.parse(change(address) ?? '');
  return url && /^https?:$/.test(url.protocol) ? change(address)! : address;
}
