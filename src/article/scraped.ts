import type { RightsSignal } from '../terms/rights-signal.ts';
import type {
  Author,
  Correction,
  Credit,
  Flags,
  Image,
  Paragraph,
  Provenance,
} from '../article-record.ts';
import type { Struck } from './text/boilerplate.ts';
import type { Doubt } from './text/confidence.ts';
import type { Placement } from './structure/structure.ts';

/** A value with the layer that gave it. */
export interface Found<T> {
  value: T;
  from: Provenance;
  /** Which of the field's layers gave it, where it has several. */
  layer?: string;
}

/** An agency that signs the article, by the name that records print, and what it signs. */
export interface AgencySignature {
  agency: string;
  where: 'author' | 'byline' | 'dateline' | 'text' | 'rights';
}

/** What one page says, before it is joined with its feed entry and the source's config. */
export interface ScrapedArticle {
  title?: Found<string>;
  subtitle?: Found<string>;
  summary?: Found<string>;
  paragraphs: Found<Paragraph[]>;
  /** Lines of the text's element that are none of it, in the order of the page. */
  struck: Struck[];
  /** The paragraphs, pictures and all else in the order of the page. */
  structure: Placement[];
  credit?: Found<Credit>;
  /** What the publisher corrected or notes on its text, wherever the page prints it. */
  corrections?: Found<Correction[]>;
  authors?: Found<Author[]>;
  dateline?: Found<string>;
  section?: Found<string>;
  /** Taxonomy paths the page states (Fox's `classification`), without the source's root. */
  taxonomyPaths?: Found<string[]>;
  /** Section and tag names, broad to narrow, for sources without paths. */
  topics?: Found<string[]>;
  /** Who wrote it originally, as printed, when the page says so: "Associated Press". */
  originator?: Found<string>;
  /** News agencies whose text it is by its signatures, whatever source the page states. */
  signatures: AgencySignature[];
  publisherName?: Found<string>;
  channel?: Found<string>;
  /** The publisher's own id of the article: `dc.identifier` (prefix removed), `brightspot.contentId`… */
  nativeId?: Found<string>;
  canonicalUrl?: Found<string>;
  /** RFC 3339, with the offset that is stated. */
  publishedAt?: Found<string>;
  modifiedAt?: Found<string>;
  /** BCP 47. */
  language?: Found<string>;
  images: Found<Image[]>;
  flags: Flags;
  /** 0 to 1, how sure the scraper is of the body. */
  confidence: number;
  /** What lowers it, the weightiest first. */
  doubts: Doubt[];
  /** By which lines of this page its source's template may be known on others, see page-lines.ts. */
  lineKeys: string[];
  signals: RightsSignal[];
  nextPageUrl?: string;
  singlePageUrl?: string;
  /** Configured rules that matched nothing on this page, by name. */
  unmatchedRules: string[];
}

export type ScrapeOutcome =
  | { kind: 'article'; article: ScrapedArticle }
  /** `code` is stable for machines (`empty-page`, `not-html`, `no-body`, `too-deep`…), `message` for people. */
  | { kind: 'not-an-article'; code: string; message: string };
