import { cleanUrl, publisherHost } from '../clean-url.ts';
import type { Source } from '../config/schema.ts';
import { definedFields } from '../defined-fields.ts';
import type { Entry } from '../feed/entry.ts';
import { agencyFiling } from '../article/names/agency-dateline.ts';
import { agenciesSigning } from '../article/names/agency-signature.ts';
import { recordBodyOf, withoutLinks } from './body.ts';
import { contentHash } from './content-hash.ts';
import { categoryTerm, identify } from './identity.ts';
import { joinEntryImages } from '../article/metadata/images.ts';
import { RECORD_SCHEMA, type ArticleRecord, type Rights, type Topic } from '../article-record.ts';
import { Fields, from } from './fields.ts';
import { times } from './times.ts';
import { outletOf } from './outlet.ts';
import { decideRights } from './rights/rights.ts';
import type { AgencySignature, Found, ScrapedArticle } from '../article/scraped.ts';
import type { RightsSignal } from '../terms/rights-signal.ts';
import { teaserText } from '../page/teaser/teaser.ts';
import { sharedTopicsOf } from './shared-topics.ts';
import { topicsOf } from './taxonomy.ts';

export interface NormalizeInput {
  scraped: ScrapedArticle;
  source: Pick<
    Source,
    'id' | 'name' | 'channel' | 'republish' | 'licence' | 'identity' | 'taxonomy' | 'url'
  > &
    Partial<Pick<Source, 'homePage' | 'language' | 'icon' | 'sharedTopics' | 'links'>>;
  /** The page's address after redirects. */
  url: string;
  entry?: Entry | undefined;
  feedUrl?: string | undefined;
  /** What the page's site states about its pages in files of its own. */
  siteTerms?: readonly RightsSignal[] | undefined;
  /** The name by which publishers address us in robots rules: the product of the user agent. */
  agent?: string | undefined;
  fetchedAt: Date;
}

export type NormalizeOutcome =
  | { kind: 'record'; record: ArticleRecord }
  | { kind: 'not-an-article'; code: string; message: string };

function peopleOf(names: string | null | undefined): { name: string }[] | undefined {
  const people = names?.split(/,|;| and /).map((name) => ({ name: name.trim() })) ?? [];
  return people.some(({ name }) => name) ? people.filter(({ name }) => name) : undefined;
}

/** What the feed and the page say in short, without what leads to the page alone. */
function summaries({ scraped, entry, url }: NormalizeInput): (Found<string> | undefined)[] {
  const title = scraped.title?.value ?? null;
  const told = entry?.summary
    ? teaserText(entry.summary, { link: entry.link ?? url, title: entry.title ?? title })
    : '';
  const stated = scraped.summary && teaserText(scraped.summary.value, { link: url, title });
  return [from('feed', told), stated ? { ...scraped.summary!, value: stated } : undefined];
}

function optionalFields(fields: Fields, input: NormalizeInput) {
  const { scraped, entry } = input;
  return definedFields({
    section: fields.take(
      'section',
      from('feed', categoryTerm(entry, 'section-path')),
      scraped.section,
    ),
    subtitle: fields.take('subtitle', scraped.subtitle),
    summary: fields.take('summary', ...summaries(input)),
    credit: fields.take('credit', scraped.credit),
    dateline: fields.take(
      'dateline',
      from('feed', categoryTerm(entry, 'dateline')),
      scraped.dateline,
    ),
    ...times(fields, input),
    language: fields.take('language', scraped.language, from('config', input.source.language)),
    corrections: fields.take('corrections', scraped.corrections),
  });
}

function originFields(fields: Fields, { scraped, entry, source }: NormalizeInput, host: string) {
  const publisherName = fields.take(
    'publisher',
    scraped.publisherName,
    from('config', source.name),
  )!;
  return {
    channel:
      fields.take(
        'channel',
        from('feed', categoryTerm(entry, 'prism.channel')),
        scraped.channel,
        from('config', source.channel),
      ) ?? '',
    source: fields.take(
      'source',
      from('feed', categoryTerm(entry, 'dc.source')),
      scraped.originator,
      from('config', source.name),
    )!,
    publisher: { name: publisherName, host },
  };
}

/** Agencies that sign in the feed: by its author, or by the place that the text was filed from. */
function signaturesOfEntry(entry: Entry | undefined): AgencySignature[] {
  const authors = agenciesSigning(entry?.author ?? '');
  // A dateline by itself ends where the dash of a report stands.
  const filed = agencyFiling(`${categoryTerm(entry, 'dateline') ?? ''} —`);
  return [
    ...authors.map(({ name }) => ({ agency: name, where: 'author' as const })),
    ...(filed ? [{ agency: filed.name, where: 'dateline' as const }] : []),
  ];
}

function rightsOf(
  { source, scraped, entry, siteTerms = [], agent, fetchedAt }: NormalizeInput,
  article: Pick<ArticleRecord, 'source' | 'canonicalUrl' | 'images' | 'credit'>,
): Rights {
  return decideRights({
    mode: source.republish,
    licence: source.licence,
    signals: [...scraped.signals, ...siteTerms],
    agent,
    flags: scraped.flags,
    source: article.source,
    publisher: source.name,
    signatures: [...scraped.signatures, ...signaturesOfEntry(entry)],
    credit: article.credit,
    images: article.images,
    attribution: { text: article.source, url: article.canonicalUrl },
    now: fetchedAt,
  });
}

function topicsIn({ source, entry, scraped }: NormalizeInput, url: string): Found<Topic[]> {
  const rules = source.taxonomy;
  return topicsOf({ root: rules?.root ?? source.id, rules, entry, scraped, url });
}

/**
 * Joins what the page, its feed entry and the config say into one record with revision 0.
 * `firstSeenAt` is `fetchedAt` until a memory of earlier visits says better.
 */
export function normalizeArticle(input: NormalizeInput): NormalizeOutcome {
  const { scraped, source, url, entry, feedUrl } = input;
  const fields = new Fields();
  const title = fields.take('title', scraped.title, from('feed', entry?.title));
  if (title === undefined) {
    return {
      kind: 'not-an-article',
      code: 'no-title',
      message: `${url} has no title and its feed gives none; set article.title to a selector`,
    };
  }
  const stated = fields.take('canonicalUrl', scraped.canonicalUrl, from('text', url))!;
  const canonicalUrl = cleanUrl(stated, source.url?.dropQuery) ?? url;
  const origin = originFields(fields, input, publisherHost(canonicalUrl));
  const paragraphs = fields.take('paragraphs', scraped.paragraphs)!;
  const content = { title, paragraphs, ...optionalFields(fields, input) };
  const images = fields.take('images', joinEntryImages(scraped.images, entry))!;
  const structure = source.links === 'drop' ? withoutLinks(scraped.structure) : scraped.structure;
  const body = recordBodyOf(structure, paragraphs, images);
  if (body) fields.provenance['body'] = scraped.paragraphs.from;
  const pageNativeId = scraped.nativeId?.value;
  const topics = fields.take('taxonomy', topicsIn(input, canonicalUrl))!;
  const seenAt = input.fetchedAt.toISOString();
  const record: ArticleRecord = {
    schema: RECORD_SCHEMA,
    id: identify({ canonicalUrl, rules: source.identity, entry, pageNativeId, title }),
    revision: 0,
    sourceId: source.id,
    ...origin,
    ...content,
    ...definedFields({ body }),
    outlet: outletOf(source),
    taxonomy: topics.map(({ path }) => path),
    topics: [...sharedTopicsOf(topics, source.sharedTopics ?? []), ...topics],
    authors: fields.take('authors', scraped.authors, from('feed', peopleOf(entry?.author))) ?? [],
    url: entry?.link ?? url,
    canonicalUrl,
    ...definedFields({ feedUrl, guid: entry?.id ?? undefined }),
    firstSeenAt: seenAt,
    fetchedAt: seenAt,
    images,
    flags: scraped.flags,
    rights: rightsOf(input, { ...origin, ...content, canonicalUrl, images }),
    contentHash: contentHash(content),
    confidence: scraped.confidence,
    provenance: fields.provenance,
  };
  return { kind: 'record', record };
}
