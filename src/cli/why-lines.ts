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
