import { type ArticleRecord, RECORD_SCHEMA } from '../../../src/article-record.ts';

const PARAGRAPHS: ArticleRecord['paragraphs'] = [
  {
    kind: 'p',
    text: 'Mayor Ada Marsh said on Thursday that the "old ferry" would keep running.',
  },
  { kind: 'h', text: 'What happens next' },
  {
    kind: 'p',
    text: "The council's vote — the third this year — is due in Las Piñas on Monday.",
  },
  { kind: 'li', text: 'Line one closes at 5 & opens at 7' },
  { kind: 'li', text: 'Line two stays' },
  { kind: 'quote', text: 'We will not give it up.' },
];

const CREDIT: ArticleRecord['credit'] = {
  text: "Harbour Post's Lee Quay and Reuters contributed to this report.",
  people: ['Lee Quay'],
  organizations: ['Harbour Post', 'Reuters'],
};

const RIGHTS: ArticleRecord['rights'] = {
  mode: 'full',
  reasons: [{ signal: 'republish', value: 'full', where: 'config', effect: 'full' }],
  attribution: { text: 'Harbour Post', url: 'https://harbour.example/world/ferry-line' },
  noindex: true,
  canonical: true,
  images: 'copy',
  licence: { basis: 'agreement', reference: 'contract 2026-14' },
};

/** A whole record with the seed's shape; `changes` replace fields. */
export function articleRecord(changes: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    schema: RECORD_SCHEMA,
    id: '8f4f3c1a-6c1e-5d0a-9a57-3a5b8c1d2e3f',
    revision: 1_764_000_000_000,
    sourceId: 'harbour-post',
    channel: 'hbp',
    source: 'Harbour Post',
    publisher: { name: 'Harbour Post', host: 'harbour.example' },
    taxonomy: ['harbour-post/world/people/ada-marsh', 'harbour-post/world/regions/north-coast'],
    title: "Marsh doubles down on the ferry line amid mounting 'pressure'",
    subtitle: 'The mayor spoke on Thursday',
    summary: 'The mayor of the north coast said on Thursday that the ferry line would stay.',
    paragraphs: PARAGRAPHS,
    credit: CREDIT,
    authors: [{ name: 'Lee Quay', url: 'https://harbour.example/people/lee-quay' }],
    url: 'https://harbour.example/world/ferry-line?utm_source=feed',
    canonicalUrl: 'https://harbour.example/world/ferry-line',
    guid: 'tag:harbour.example,2026:4711',
    publishedAt: '2026-11-20T08:30:00.000Z',
    firstSeenAt: '2026-11-20T08:40:00.000Z',
    fetchedAt: '2026-11-20T08:40:01.000Z',
    language: 'en-PH',
    images: [],
    flags: { gated: false, live: false, opinion: false, sponsored: false, developing: false },
    rights: RIGHTS,
    contentHash: 'a'.repeat(64),
    provenance: { title: 'jsonld', paragraphs: 'text', summary: 'feed' },
    ...changes,
  };
}
