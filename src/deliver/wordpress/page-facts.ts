import type { ArticleRecord, Flags, Image } from '../../article-record.ts';
import type { WordpressOptions } from '../../config/destinations.ts';
import type { RepublishJob } from '../../queue/republish-job.ts';

/** What the companion plugin prints of an article besides its text, and tells search engines. */
export interface PageFacts {
  canonical: string | null;
  noindex: boolean;
  source: string;
  url: string;
  authors: string[];
  /** `full`, `excerpt` or `link`. */
  rights: string;
  /** `url` is empty for a licence that has no public text. */
  licence: { name: string; url: string };
  /** BCP 47; empty where unknown. */
  language: string;
  /** What readers are to know before they read, strongest first. */
  labels: string[];
  /** RFC 3339; empty where unknown. */
  published: string;
  modified: string;
  subtitle: string;
  picture: { alt: string; caption: string; credit: string };
  /** Printed in a box; `at` is RFC 3339, or empty. */
  corrections: { text: string; at: string }[];
  /** Why it was withdrawn; empty for an article that is shown. */
  withdrawn: string;
  /** The same in words, for editors alone; of a takedown none, for they may name what it is about. */
  reason: string;
}

const LABELS: readonly (keyof Flags)[] = ['sponsored', 'opinion', 'live', 'developing'];

/** @param isFallback whether the picture above the text is the site's own, which the article's words do not describe */
export function pageFacts(
  job: RepublishJob,
  options: WordpressOptions,
  { isFallback = false }: { isFallback?: boolean } = {},
): PageFacts {
  const { record } = job;
  const why = job.action === 'withdraw' ? (job.reason ?? { code: 'gone' }) : undefined;
  const isTakedown = why?.code === 'takedown';
  return {
    canonical: options.canonical && record.rights.canonical ? record.canonicalUrl : null,
    noindex: mustNotBeIndexed(record, options),
    source: isTakedown ? '' : record.source,
    url: isTakedown ? '' : record.canonicalUrl,
    authors: record.authors.map(({ name }) => name),
    rights: record.rights.mode,
    licence: licenceOf(record),
    language: record.language ?? '',
    labels: LABELS.filter((flag) => record.flags[flag]),
    published: record.publishedAt ?? '',
    modified: record.modifiedAt ?? '',
    subtitle: record.subtitle ?? '',
    picture: pictureWords(isFallback ? undefined : record.images[0]),
    corrections: (record.corrections ?? []).map(({ text, at = '' }) => ({ text, at })),
    withdrawn: why?.code ?? '',
    reason: isTakedown ? '' : (why?.text ?? ''),
  };
}

function pictureWords({ alt = '', caption = '', credit = '' }: Partial<Image> = {}) {
  return { alt, caption, credit };
}

/** `own`: what the operator publishes by a right of its own, not by somebody's leave. */
function mustNotBeIndexed(
  { rights }: Pick<ArticleRecord, 'rights'>,
  { index }: Pick<WordpressOptions, 'index'>,
): boolean {
  if (!rights.noindex || index === 'always') return false;
  return !(index === 'own' && /\bown\b/i.test(rights.licence?.basis ?? ''));
}

/** Licences of Creative Commons ask for a link to their text. */
const CREATIVE_COMMONS = /\bCC[ -]?(?<kind>BY(?:-(?:NC|ND|SA)){0,2})[ -]?(?<version>\d\.\d)?\b/i;

function licenceOf({ rights }: Pick<ArticleRecord, 'rights'>): PageFacts['licence'] {
  const { basis = '', reference = '' } = rights.licence ?? {};
  const url = /^https?:\/\/\S+$/.test(reference) ? reference : '';
  const { kind, version = '4.0' } = CREATIVE_COMMONS.exec(`${basis} ${reference}`)?.groups ?? {};
  if (kind === undefined) return { name: '', url };
  const code = kind.toLowerCase();
  const text = `https://creativecommons.org/licenses/${code}/${version}/`;
  return { name: `CC ${kind.toUpperCase()} ${version}`, url: url === '' ? text : url };
}
