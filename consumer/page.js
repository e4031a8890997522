import { webAddress } from './escape.js';

/** @typedef {import('./index.d.ts').ArticleRecord} ArticleRecord */

const LONGEST_SLUG = 80;

/** @param {Pick<ArticleRecord, 'id' | 'title'>} record */
export function slug({ id, title }) {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const cut = Array.from(words).slice(0, LONGEST_SLUG).join('').replace(/-+$/, '');
  const short = id.slice(0, 8);
  return cut === '' ? short : `${cut}-${short}`;
}

/** @param {Pick<ArticleRecord, 'rights'>} record */
export function robots({ rights }) {
  const wishes = [rights.noindex ? 'noindex' : 'index', 'follow'];
  if (rights.images === 'none') wishes.push('max-image-preview:none');
  return wishes.join(', ');
}

/** @param {Pick<ArticleRecord, 'rights' | 'canonicalUrl'>} record */
export function canonical({ rights, canonicalUrl }) {
  return rights.canonical ? webAddress(canonicalUrl) : undefined;
}

/**
 * @param {ArticleRecord} record
 * @param {{ url: string, siteName: string }} page
 */
export function jsonLd(record, { url, siteName }) {
  const { rights, authors, publisher, images } = record;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    headline: record.title,
    ...(record.summary && { description: record.summary }),
    ...(record.publishedAt && { datePublished: record.publishedAt }),
    ...(record.modifiedAt && { dateModified: record.modifiedAt }),
    ...(record.language && { inLanguage: record.language }),
    ...(record.section && { articleSection: record.section }),
    ...(authors.length > 0 && {
      author: authors.map(({ name, url: home }) => ({
        '@type': 'Person',
        name,
        ...(webAddress(home) && { url: home }),
      })),
    }),
    ...(rights.images !== 'none' &&
      images.length > 0 && { image: images.map((image) => image.url) }),
    publisher: { '@type': 'Organization', name: siteName },
    isBasedOn: record.canonicalUrl,
    creditText: rights.attribution.text,
    sourceOrganization: { '@type': 'NewsMediaOrganization', name: publisher.name },
    isAccessibleForFree: true,
  };
  // So that no text can end the script element.
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
