import type { ArticleRecord } from '../article-record.ts';
import type { TestPage } from '../config/article-rules.ts';

const spaced = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

function differs(field: string, expected: string, found: string | undefined): string[] {
  if (found !== undefined && spaced(found) === spaced(expected)) return [];
  return [`${field}: expected “${expected}”, found ${found ? `“${found}”` : 'nothing'}`];
}

const sameInstant = (one: string, other: string | undefined): boolean =>
  other !== undefined && Date.parse(one) === Date.parse(other);

/** What a page's record lacks of what its source's config expects, in words; empty when all is there. */
export function expectationsMissed(
  { title, authors, publishedAt, paragraphs, contains = [], lacks = [] }: TestPage,
  record: ArticleRecord,
): string[] {
  const body = spaced(record.paragraphs.map(({ text }) => text).join(' '));
  const names = record.authors.map(({ name }) => name).join(', ');
  const count = record.paragraphs.length;
  return [
    ...(title === undefined ? [] : differs('title', title, record.title)),
    ...(authors === undefined ? [] : differs('authors', authors.join(', '), names)),
    ...(publishedAt === undefined || sameInstant(publishedAt, record.publishedAt)
      ? []
      : differs('publishedAt', publishedAt, record.publishedAt)),
    ...(paragraphs === undefined || paragraphs === count
      ? []
      : [`paragraphs: expected ${paragraphs}, found ${count}`]),
    ...contains
      .filter((text) => !body.includes(spaced(text)))
      .map((text) => `contains: the body has no “${text}”`),
    ...lacks
      .filter((text) => body.includes(spaced(text)))
      .map((text) => `lacks: the body has “${text}”`),
  ];
}
