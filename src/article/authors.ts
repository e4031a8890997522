import { type Element, isTag } from 'domhandler';
import type { Author } from './record.ts';
import { metaTexts } from './meta-tags.ts';
import { absoluteUrl, type Page } from './page.ts';
import { isName, namesIn } from './person-name.ts';
import { folded, plainFromMarkup, textOf } from './plain-text.ts';
import type { Found } from './scraped.ts';
import { isNode, listOf, resolve, typesOf } from './structured-data.ts';

const META_NAMES = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'cxenseparse:author',
  'article:author_name',
  'og:article:author',
  'twitter:data1_author',
  'citation_author',
  'authors',
];

function fromStructuredData(page: Page): Author[] {
  const { article } = page.ld;
  const authors: Author[] = [];
  for (const raw of listOf(article['author'] ?? article['creator'])) {
    const value = resolve(raw, page.ld);
    if (typeof value === 'string') {
      for (const name of namesIn(plainFromMarkup(value))) authors.push({ name });
    } else if (isNode(value)) {
      for (const nameValue of listOf(value['name'])) {
        if (typeof nameValue !== 'string') continue;
        const names = namesIn(plainFromMarkup(nameValue));
        const url =
          names.length === 1 && typeof value['url'] === 'string'
            ? absoluteUrl(value['url'], page.url)
            : undefined;
        for (const name of names) authors.push(url ? { name, url } : { name });
      }
    }
  }
  return authors;
}

const fromMeta = (page: Page): Author[] =>
  metaTexts(page.meta, ...META_NAMES).flatMap((text) => namesIn(text).map((name) => ({ name })));

const AUTHOR_MARK =
  /(?:^|[\s_-])(?:author|authors|byline|by-line|byline-name|writer|reporter)(?:$|[\s_-]|name)/i;

function markedAuthors(page: Page): Author[] {
  const authors: Author[] = [];
  for (const element of page.tree.marked) {
    const { attribs } = element;
    const marked =
      attribs['rel'] === 'author' ||
      attribs['itemprop'] === 'author' ||
      AUTHOR_MARK.test(attribs['class'] ?? '');
    if (!marked) continue;
    const text = textOf(nameElement(element));
    if (text.length > 120) continue;
    for (const name of namesIn(text)) authors.push({ name });
    if (authors.length > 0) break;
  }
  return authors;
}

function nameElement(element: Element): Element {
  for (const child of element.children) {
    if (!isTag(child)) continue;
    if (child.attribs['itemprop'] === 'name') return child;
    const found = nameElement(child);
    if (found !== child) return found;
  }
  return element;
}

function distinct(authors: Author[]): Author[] {
  const byName = new Map<string, Author>();
  for (const author of authors) {
    const key = folded(author.name);
    if (key && !byName.has(key)) byName.set(key, author);
  }
  return [...byName.values()];
}

/** The people (or the agency) the page names as its writers. */
export function findAuthors(page: Page): Found<Author[]> | undefined {
  const layers: [Found<Author[]>['from'], Author[]][] = [
    ['jsonld', fromStructuredData(page)],
    ['meta', fromMeta(page)],
    ['text', markedAuthors(page)],
  ];
  for (const [from, found] of layers) {
    const authors = distinct(found);
    if (authors.length > 0) return { value: authors, from };
  }
  return undefined;
}

/** Whether a structured author is an organization rather than a person. */
export function organizationAuthors(page: Page): string[] {
  return listOf(page.ld.article['author'])
    .map((value) => resolve(value, page.ld))
    .flatMap((value) =>
      isNode(value) &&
      typesOf(value).some((type) => /Organization/.test(type)) &&
      typeof value['name'] === 'string' &&
      isName(value['name'])
        ? [plainFromMarkup(value['name'])]
        : [],
    );
}
