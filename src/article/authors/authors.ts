import type { Block } from '../../page/blocks/blocks.ts';
import { namesBesideText, spelledNames, unsaidNames, wholeByline } from './spelled-byline.ts';
import { boxedNames, CLOSE, linkedNames, visibleByline } from './marked-byline.ts';
import type { PageText } from '../text/article-text.ts';
import type { Author } from '../../article-record.ts';
import { metaText, metaTexts } from '../../page/meta-tags.ts';
import { absoluteUrl, hostOf, type Page } from '../../page/page.ts';
import { foldedName, readSiteNames } from '../../page/site-names.ts';
import { inOrder, isFullName, isOrganization, namesIn } from '../names/person-name.ts';
import { folded } from '../../page/plain-text.ts';
import type { Found } from '../scraped.ts';
import { isNode, ldText, type LdNode, listOf, resolve } from '../../page/structured-data.ts';

/** Metadata in which pages name their writers. */
export const AUTHOR_META_NAMES = [
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
  'citation_author',
  'authors',
  'article.author',
  'bt:author',
];

function fromNode(node: LdNode, page: Page): Author[] {
  return listOf(node['name']).flatMap((value) => {
    const names = typeof value === 'string' ? namesIn(ldText(value) ?? '') : [];
    const url =
      names.length === 1 && typeof node['url'] === 'string'
        ? absoluteUrl(node['url'], page.url)
        : undefined;
    return names.map((name) => (url ? { name, url } : { name }));
  });
}

function authorsFromStructuredData(page: Page): Author[] {
  const { article } = page.ld;
  return listOf(article['author'] ?? article['creator']).flatMap((raw) => {
    const value = resolve(raw, page.ld);
    if (isNode(value)) return fromNode(value, page);
    return typeof value === 'string' ? namesIn(ldText(value) ?? '').map((name) => ({ name })) : [];
  });
}

// WordPress's most used plugins tell chat programs so, as the value beside a label.
const WRITTEN_BY =
  /^(?:written by|author|verfasst von|geschrieben von|autor(?:in)?|écrit par|auteur|escrito por|scritto da|geschreven door|skrevet av|skriven av|napisane przez|yazan)$/i;

function labelled(page: Page): string[] {
  const labels = ['twitter:label1', 'twitter:label2'] as const;
  const label = labels.find((name) => WRITTEN_BY.test(metaText(page.meta, name) ?? ''));
  return label ? metaTexts(page.meta, label.replace('label', 'data')) : [];
}

/** Whether a name is the site's own. */
type IsSite = (name: string) => boolean;

const people = (names: string[]): Author[] => names.map((name) => ({ name }));
/** The publisher's name may be made of several: "Harbour & Quay". An address for mail is part of none. */
const peopleIn = (texts: string[], isSite: IsSite): Author[] =>
  people(
    texts.flatMap((text) =>
      isSite(text) && !text.includes('@') ? [text] : namesIn(inOrder(text)),
    ),
  );

const COMPANY = /(?:^|\s)(?:Inc|LLC|Ltd|Corp|GmbH|AG|e\. ?V|S\.?A|Co)\.?$/;

/** A first and a last name, as far as writing tells: several words, or a script that leaves no blanks. */
const isWholeName = ({ name }: Author): boolean =>
  /\s|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(name);

const isPerson = (author: Author): boolean =>
  isWholeName(author) && /^[\p{Lu}\p{Lo}]/u.test(author.name) && !isOrganization(author.name);

function distinct(authors: Author[]): Author[] {
  const byName = new Map<string, Author>();
  for (const author of authors) {
    const key = folded(author.name);
    if (key && !byName.has(key)) byName.set(key, author);
  }
  return [...byName.values()];
}

/** "Quay Courier (quay.example)": a site that signs with its address. */
const signature = (page: Page, host: string): string | undefined =>
  metaTexts(page.meta, 'author').find((author) => host !== '' && author.includes(host));

/** Tells the names that are the site's own: what templates put where no writer is given. */
function siteOf(page: Page): IsSite {
  const host = hostOf(page);
  const { stated, configured } = readSiteNames(page);
  const signed = namesIn(signature(page, host) ?? '').map(folded);
  const names = new Set([...stated, ...signed].filter(Boolean));
  return (name) =>
    names.has(folded(name)) || (configured !== '' && foldedName(name) === configured);
}

type Layer = () => Found<Author[]>;

/** The first layer that names somebody else than the site; where none does, the site. */
function firstNamed(layers: Layer[], isSite: IsSite): Found<Author[]> | undefined {
  let fallback: Found<Author[]> | undefined;
  for (const layer of layers) {
    const { value, from } = layer();
    const all = distinct(value);
    const persons = all.filter(({ name }) => !COMPANY.test(name));
    const authors = persons.length > 0 ? persons : all;
    const others = authors.filter(({ name }) => !isSite(name));
    if (others.some(isWholeName)) return { value: others, from };
    if (others.length > 0 && fallback === undefined) return { value: authors, from };
    if (authors.length > 0) fallback ??= { value: authors, from };
  }
  return fallback;
}

/** Data that names one of several writers, or has a first name alone, as the line near the headline has them all. */
function withOthers(
  found: Found<Author[]> | undefined,
  near: Block[],
): Found<Author[]> | undefined {
  if (!found || found.from === 'text') return found;
  const known = new Map(found.value.map((author) => [author.name, author]));
  const all = wholeByline(near, [...known.keys()]);
  return all ? { value: all.map((name) => known.get(name) ?? { name }), from: 'text' } : found;
}

/**
 * The people (or the agency) the page names as its writers. Structured data first; where that names only the site
 * itself or a desk, the byline a reader sees, near the headline or else beside the text.
 */
export function findAuthors(
  page: Page,
  { near, before, scope }: PageText,
): Found<Author[]> | undefined {
  const isSite = siteOf(page);
  const layers: Layer[] = [
    () => ({ value: authorsFromStructuredData(page), from: 'jsonld' }),
    () => ({
      value: peopleIn(
        metaTexts(page.meta, ...AUTHOR_META_NAMES, 'twitter:misc:written by'),
        isSite,
      ),
      from: 'meta',
    }),
    () => ({ value: people(visibleByline(page, near)), from: 'text' }),
    // Whoever put the page into the system, which need not be who wrote it.
    () => ({ value: peopleIn(labelled(page), isSite), from: 'meta' }),
    () => ({ value: people(linkedNames(near)), from: 'text' }),
    () => ({ value: people(unsaidNames(near)), from: 'text' }),
    () => ({ value: people(boxedNames(page.tree.marked)), from: 'text' }),
  ];
  const found = withOthers(firstNamed(layers, isSite), near);
  const isNobody = ({ name }: Author): boolean =>
    isOrganization(name) || COMPANY.test(name) || isSite(name);
  if (found && !found.value.every(isNobody)) return found;
  // An agency is better than nobody, a person better than an agency.
  const isBetter = (author: Author): boolean =>
    found ? isPerson(author) && !isNobody(author) : !isSite(author.name);
  const elsewhere = [
    () => spelledNames(near.slice(0, CLOSE)),
    () => spelledNames(before).filter(isFullName),
    () => namesBesideText(scope),
  ];
  for (const find of elsewhere) {
    const others = people(find()).filter(isBetter);
    if (others.length > 0) return { value: others, from: 'text' };
  }
  return found;
}
