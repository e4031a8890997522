import type { ArticleRules } from '../config/article-rules.ts';
import type { Entry } from '../feed/entry.ts';
import { findAuthors } from './authors/authors.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { bodyFacts } from './text/body-facts.ts';
import { confidenceIn, doubtsOf } from './text/confidence.ts';
import { splitCredit } from './names/credit.ts';
import { findDateline } from './dates/dateline.ts';
import { dateRulesOf, findDates } from './dates/dates.ts';
import { findCorrections } from './metadata/corrections.ts';
import { findFlags } from './metadata/flags.ts';
import { splitSubtitle, withoutHeadline } from './text/headline.ts';
import { findImages } from './metadata/images.ts';
import { findLanguage } from './metadata/language.ts';
import { findMisfit } from '../page/not-html.ts';
import { findOrigin } from './metadata/origin.ts';
import { findPaywall } from './metadata/paywall.ts';
import { findSignatures } from './metadata/signatures.ts';
import { findCanonicalUrl, findParts } from './metadata/page-links.ts';
import { type PageTree, parsePage, withoutRemoved } from '../page/page-tree.ts';
import { type Page, readPage } from '../page/page.ts';
import {
  type ArticleText,
  NO_TEXT,
  type PageText,
  readArticleText,
  readPageText,
} from './text/article-text.ts';
import type { Paragraph } from '../article-record.ts';
import { definedFields } from '../defined-fields.ts';
import { findReuseSignals } from './metadata/reuse-signals.ts';
import {
  ruledAuthors,
  ruledDate,
  ruledLink,
  ruledOr,
  ruledText,
  ruledTexts,
} from './rules/ruled-fields.ts';
import type { Found, ScrapedArticle, ScrapeOutcome } from './scraped.ts';
import { applyRules, NO_RULES, type RuleMatches, rulesAt } from './rules/source-rules.ts';
import { findStructure } from './structure/structure.ts';
import { findSubjects } from './metadata/subjects.ts';
import { findSummary } from './metadata/summary.ts';
import { findTitle } from './title/title.ts';

export interface ScrapePage {
  html: string;
  /** Where the page was found, after redirects. */
  url: string;
  /** Response headers, any case: `X-Robots-Tag`, `tdm-reservation`, `Link` are read. */
  headers?: Record<string, string>;
  rules?: ArticleRules;
  /** The feed item that led here: a witness for the body's confidence. */
  entry?: Entry | undefined;
  /** Keys of lines that stand on several other pages of the source: a sign that they are its template's. */
  otherPages?: ReadonlySet<string> | undefined;
  /** The publisher's name as the source's config gives it, which is no part of a headline and no writer's. */
  siteName: string | undefined;
}

const NO_BODY: ScrapeOutcome = {
  kind: 'not-an-article',
  code: 'no-body',
  message: 'The page has no running text: it looks like a list, a form or a page drawn by scripts.',
};

const NO_LINES: ReadonlySet<string> = new Set();

/** Blocks at the end of a page among which its rights notice stands. */
const FOOTER_BLOCKS = 40;

const fromText = <T>(value: T | undefined): Found<T> | undefined =>
  value === undefined ? undefined : { value, from: 'text' };

/** The page, read again where rules took elements out of it: what they stated is not the article's. */
function readUnderRules(tree: PageTree, input: ScrapePage): { page: Page; matches: RuleMatches } {
  const whole = readPage(tree, input);
  const { rules } = input;
  if (!rules) return { page: whole, matches: NO_RULES };
  const publishedAt = findDates(whole, NO_TEXT).publishedAt?.value;
  const matches = applyRules(whole, rulesAt(rules, publishedAt));
  return { page: matches.areRemoved ? readPage(withoutRemoved(tree), input) : whole, matches };
}

const toParagraph = ({ kind, text }: Block): Paragraph => ({ kind, text });

type Names = Pick<ScrapedArticle, 'title' | 'authors'>;

function findNames(page: Page, matches: RuleMatches): Names & { text: PageText } {
  const title = ruledOr(ruledText(matches, 'title'), findTitle(page));
  const text = readPageText(page, title?.value);
  const authors = ruledOr(ruledAuthors(matches), findAuthors(page, text));
  return { text, ...definedFields({ title, authors }) };
}

/** Where a person said which element the body is, its headings stay. */
function belowHeadline(article: ArticleText | undefined, title: string | undefined) {
  if (!article) return undefined;
  const told = withoutHeadline(article.blocks, title);
  if (article.from === 'rule') return { ...article, told };
  const { body, subtitle } = splitSubtitle(told);
  return { ...(subtitle && { subtitle }), ...article, told: body };
}

const textIn = (blocks: Block[]): string => blocks.map(({ text }) => text).join('\n');

/** The fields besides text and names, each where the page states it. */
function findFields(
  page: Page,
  text: PageText,
  article: ArticleText & { told: Block[] },
  matches: RuleMatches,
) {
  const dates = findDates(page, text);
  const subjects = findSubjects(page);
  const parts = findParts(page, article.parts);
  return definedFields({
    ...subjects,
    taxonomyPaths: ruledOr(ruledTexts(matches, 'taxonomy'), subjects.taxonomyPaths),
    subtitle: ruledOr(ruledText(matches, 'subtitle'), fromText(article.subtitle)),
    summary: findSummary(page),
    canonicalUrl: findCanonicalUrl(page),
    publishedAt: ruledOr(ruledDate(matches), dates.publishedAt),
    modifiedAt: dates.modifiedAt,
    corrections: findCorrections(text.scope, dateRulesOf(page)),
    language: findLanguage(page, textIn(article.told)),
    nextPageUrl: ruledLink(matches, 'nextPage', page) ?? parts.nextPageUrl,
    singlePageUrl: ruledLink(matches, 'singlePage', page) ?? parts.singlePageUrl,
  });
}

/** The blocks of the body with their paragraphs, and the credit apart. */
function toldIn(blocks: Block[]) {
  const told = blocks.map((block) => ({ block, paragraph: toParagraph(block) }));
  const { body, credit } = splitCredit(told.map(({ paragraph }) => paragraph));
  const kept = new Set(body);
  return { told: told.filter(({ paragraph }) => kept.has(paragraph)), body, credit };
}

/**
 * Reads one article page: structured data, metadata and the page's own structure, under the source's rules where
 * there are any. Pure, in time linear in the page; any input gives an outcome.
 */
export function scrapeArticle(input: ScrapePage): ScrapeOutcome {
  const misfit = findMisfit(input.html);
  if (misfit) return { kind: 'not-an-article', ...misfit };
  const parsed = parsePage(input.html);
  if (parsed.kind === 'refused') return { ...parsed, kind: 'not-an-article' };
  const { page, matches } = readUnderRules(parsed.tree, input);
  const { text, title, authors } = findNames(page, matches);
  const names = authors?.value.map(({ name }) => name) ?? [];
  const { otherPages = NO_LINES } = input;
  const found = readArticleText(page, text, matches, { authors: names, otherPages });
  const article = belowHeadline(found, title?.value);
  if (!article) return NO_BODY;
  const { told, body, credit } = toldIn(article.told);
  if (body.length === 0) return NO_BODY;
  const { images, shown } = findImages(page, text.images, article);
  const signatures = findSignatures(page, text, article.blocks, names);
  const paywall = findPaywall(page);
  const flags = findFlags(page, title?.value, article.blocks.map(toParagraph), paywall);
  const stated = { isGated: flags.gated, hasAuthors: authors !== undefined };
  const reading = { page, text, article, paragraphs: body, entry: input.entry, ...stated };
  const doubts = doubtsOf(bodyFacts(reading));
  const dateline = fromText(findDateline(body[0]?.text));
  const { parts, struck, lineKeys, from } = article;
  return {
    kind: 'article',
    article: {
      ...definedFields({ title, authors, credit: fromText(credit), dateline }),
      ...findFields(page, text, article, matches),
      ...findOrigin(page, signatures),
      signatures,
      paragraphs: { value: body, from },
      struck,
      images,
      structure: findStructure({ ...text, told, pictures: shown, parts, pageUrl: page.base }),
      flags,
      confidence: confidenceIn(doubts),
      doubts,
      lineKeys,
      signals: findReuseSignals(page, text.blocks.slice(-FOOTER_BLOCKS), paywall),
      unmatchedRules: matches.unmatched,
    },
  };
}
