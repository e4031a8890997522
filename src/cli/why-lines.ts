import type { ArticleRecord } from '../article-record.ts';
import type { Source } from '../config/schema.ts';
import type { Entry } from '../feed/entry.ts';
import { factsOfArticle } from '../filter/facts.ts';
import type { RewriteStep } from '../filter/rewrite-steps.ts';
import { judge } from '../filter/verdict.ts';
import type { Found, ScrapedArticle } from '../article/scraped.ts';

const MOST_OF_A_VALUE = 80;

const FIELDS = [
  'title',
  'subtitle',
  'authors',
  'publishedAt',
  'modifiedAt',
  'language',
  'section',
  'taxonomyPaths',
  'originator',
  'publisherName',
  'summary',
  'canonicalUrl',
  'credit',
  'dateline',
] as const;

/** In one line, cut where it is long. */
const brief = (text: string): string =>
  text.length > MOST_OF_A_VALUE ? `${text.slice(0, MOST_OF_A_VALUE - 1)}…` : text;

const inBrief = (value: unknown): string =>
  brief(typeof value === 'string' ? value : JSON.stringify(value));

const foundAt = ({ from, layer }: Found<unknown>): string =>
  layer === undefined ? from : `${from}: ${layer}`;

/**
 * Why an article is what it is, line by line: which layer gave each field, which lines of the text's element are none
 * of the text and by which rule, and what lowers the confidence.
 */
export function whyLines(article: ScrapedArticle): string[] {
  const { paragraphs, struck, confidence, doubts } = article;
  const fields = FIELDS.flatMap((name) => {
    const found = article[name];
    return found ? [`  ${name}: ${inBrief(found.value)} (${foundAt(found)})`] : [];
  });
  return [
    'fields, and where each stands on the page:',
    ...fields,
    `  text: ${paragraphs.value.length} paragraphs (${foundAt(paragraphs)})`,
    struck.length > 0 ? 'left out of the text, by which rule:' : 'nothing is left out of the text',
    ...struck.map(
      ({ rule, sign, text }) => `  ${rule}${sign ? `, for ${sign}` : ''}: ${brief(text)}`,
    ),
    `confidence: ${confidence}${doubts.length > 0 ? ', for' : ''}`,
    ...doubts.map(({ name, says, costs }) => `  ${name}: ${says} (-${costs.toFixed(2)})`),
  ];
}

/** What the rules of a source change in an article, before and after. */
export function rewriteLines(steps: readonly RewriteStep[]): string[] {
  return steps.flatMap(({ rule, field, before, after }) => [
    `rewrite: ${field}, ${rule}`,
    `  - ${before}`,
    `  + ${after ?? '(left out)'}`,
  ]);
}

/** What they say of an article as it is sent; nothing where there are none. */
export function filterLines(
  record: ArticleRecord,
  source: Pick<Source, 'filter' | 'rewrite'>,
  entry: Entry | undefined,
): string[] {
  if (source.filter.length === 0) return [];
  const told = entry && { ...entry, link: entry.link ?? record.url };
  const verdict = judge(source.filter, factsOfArticle(record, source, told));
  return [
    verdict.kind === 'drop' || verdict.kind === 'hold'
      ? `filter: ${verdict.reason}`
      : 'filter: kept',
  ];
}
