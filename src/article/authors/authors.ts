import type { Block } from '../../page/blocks/blocks.ts';
import { namesBesideText, spelledNames, unsaidNames, wholeByline } from './spelled-byline.ts';
import { boxedNames, CLOSE, linkedNames, visibleByline } from './marked-byline.ts';
import type { PageText } from '../text/article-text.ts';
import type { Author } from '../../article-record.ts';
import { metaText, metaTexts } from '../../page/meta-tags.ts';
import { absoluteUrl, hostOf, type Page } from '../../page/page.ts';
import { foldedName, readSiteNames } from '../../page/site-names.ts';
import { inOrder, isFullName, isOrganization, namesIn } from '../names/person-name.ts';
import { ROLE } from '../names/roles.ts';
import { folded } from '../../page/plain-text.ts';
import type { Layer } from '../layers.ts';
import type { Found } from '../scraped.ts';
import { WRITTEN_BY } from './author-marks.ts';

function structuredAuthors({ says, base }: Page): Author[] {
  return says.writers.structured.flatMap(({ names: stated, url }) =>
    stated.flatMap((text) => {
      const names = namesIn(text);
      const own = names.length === 1 ? absoluteUrl(url, base) : undefined;
      return names.map((name) => (own ? { name, url: own } : { name }));
    }),
  );
}

function labelled(page: Page): string[] {
  const labels = ['twitter:label1', 'twitter:label2'] as const;
  const label = labels.find((name) => WRITTEN_BY.any.test(metaText(page.meta, name) ?? ''));
  return label ? metaTexts(page.meta, label.replace('label', 'data')) : [];
}

/** Whether a name is the site's own. */
type IsSite = (name: string) => boolean;

const LATIN_WORDS = /^[\p{sc=Latin}\d.,&-]+(?: [\p{sc=Latin}\d.,&-]+)+$/u;

/** "Watermark feed", "Guest Contributor": several Latin words that no person is called, as far as writing tells. */
const isNobodysName = (name: string): boolean =>
  LATIN_WORDS.test(name) && (ROLE.any.test(name) || /\s\p{Ll}+$/u.test(name)) && !isFullName(name);

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

/** What a page shows and states of its writers. */
interface BylineWitnesses {
  page: Page;
  text: PageText;
  isSite: IsSite;
}

/** Where a page names its writers. */
const LAYERS: readonly Layer<BylineWitnesses, Author[]>[] = [
  { name: 'structured data', from: 'jsonld', find: ({ page }) => structuredAuthors(page) },
  {
    name: 'metadata for authors',
    from: 'meta',
    find: ({ page: { says, meta }, isSite }) =>
      peopleIn([...says.writers.meta, ...metaTexts(meta, 'twitter:misc:written by')], isSite),
  },
  {
    name: 'the byline near the headline',
    from: 'text',
    find: ({ page, text }) => people(visibleByline(page, text.near)),
  },
  {
    // Whoever put the page into the system, which need not be who wrote it.
    name: 'metadata beside the label "written by"',
    from: 'meta',
    find: ({ page, isSite }) => peopleIn(labelled(page), isSite),
  },
  {
    name: 'a link to a writer’s page near the headline',
    from: 'text',
    find: ({ text }) => people(linkedNames(text.near)),
  },
  {
    name: 'a name in bold or beside the date',
    from: 'text',
    find: ({ text }) => people(unsaidNames(text.near)),
  },
  {
    name: 'the box about the writer',
    from: 'text',
    find: ({ page }) => people(boxedNames(page.tree.marked)),
  },
];

/** Where a person may be named, asked when the layers have named nobody but the site, a desk or an agency. */
const FURTHER_LAYERS: readonly Layer<BylineWitnesses, Author[]>[] = [
  {
    name: 'the byline near the headline',
    from: 'text',
    find: ({ page, text }) => people(visibleByline(page, text.near).filter(isFullName)),
  },
  {
    name: 'a byline right below the headline',
    from: 'text',
    find: ({ text }) => people(spelledNames(text.near.slice(0, CLOSE))),
  },
  {
    name: 'a byline over the headline',
    from: 'text',
    find: ({ text }) => people(spelledNames(text.before).filter(isFullName)),
  },
  {
    name: 'a byline beside the text',
    from: 'text',
    find: ({ text }) => people(namesBesideText(text.scope)),
  },
];

/** The first layer that names somebody else than the site; where none does, the site. */
function firstNamed(witnesses: BylineWitnesses): Found<Author[]> | undefined {
  let fallback: Found<Author[]> | undefined;
  for (const { name: layer, from, find } of LAYERS) {
    const all = distinct(find(witnesses) ?? []);
    const persons = all.filter(({ name }) => !COMPANY.test(name));
    const authors = persons.length > 0 ? persons : all;
    const others = authors.filter(({ name }) => !witnesses.isSite(name));
    if (others.some(isWholeName)) return { value: others, from, layer };
    if (others.length > 0 && fallback === undefined) return { value: authors, from, layer };
    if (authors.length > 0) fallback ??= { value: authors, from, layer };
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
  if (!all) return found;
  const value = all.map((name) => known.get(name) ?? { name });
  return { value, from: 'text', layer: 'the line near the headline that names them all' };
}

/**
 * The people (or the agency) the page names as its writers. Structured data first; where that names only the site
 * itself or a desk, the byline a reader sees, near the headline or else beside the text.
 */
export function findAuthors(page: Page, text: PageText): Found<Author[]> | undefined {
  const witnesses = { page, text, isSite: siteOf(page) };
  const found = withOthers(firstNamed(witnesses), text.near);
  const isNobody = ({ name }: Author): boolean =>
    isOrganization(name) || COMPANY.test(name) || witnesses.isSite(name) || isNobodysName(name);
  if (found && !found.value.every(isNobody)) return found;
  // An agency is better than nobody, a person better than an agency.
  const isBetter = (author: Author): boolean =>
    found ? isPerson(author) && !isNobody(author) : !witnesses.isSite(author.name);
  for (const { name: layer, from, find } of FURTHER_LAYERS) {
    const value = (find(witnesses) ?? []).filter(isBetter);
    if (value.length > 0) return { value, from, layer };
  }
  return found;
}
