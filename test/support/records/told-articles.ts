import type { ArticleRecord, Flags } from '../../../src/article-record.ts';
import { topicSlug } from '../../../src/topic-path.ts';
import { articleRecord } from './article-record.ts';
import { anEntry } from './entries.ts';

/** An article in the few words that a rule is about; all else is as of any other article. */
export interface ToldArticle {
  title?: string;
  text?: string | string[];
  /** That many words, instead of a text. */
  words?: number;
  summary?: string;
  url?: string;
  author?: string;
  tags?: string[];
  language?: string;
  /** Days before it was first seen. */
  age?: number;
  flags?: (keyof Flags)[];
  mode?: ArticleRecord['rights']['mode'];
  source?: string;
}

const SEEN_MS = Date.UTC(2026, 10, 20);
const DAY_MS = 86_400_000;

/** The record of an article and the entry of its feed. */
export function articleTold(told: ToldArticle) {
  const { title = 'Council meets', tags = [], flags = [], words } = told;
  const text =
    words === undefined ? (told.text ?? 'The council met.') : 'word '.repeat(words).trim();
  const url = told.url ?? 'https://harbour.example/news/council-meets';
  const publishedAt = new Date(SEEN_MS - (told.age ?? 0) * DAY_MS).toISOString();
  const whole = articleRecord();
  const record = articleRecord({
    title,
    paragraphs: [text].flat().map((line) => ({ kind: 'p', text: line })),
    summary: told.summary ?? 'What the council said.',
    url,
    canonicalUrl: url,
    authors: told.author === undefined ? [] : [{ name: told.author }],
    topics: tags.map((name) => ({ path: `harbour-post/${topicSlug(name)}`, name })),
    taxonomy: tags.map((name) => `harbour-post/${topicSlug(name)}`),
    language: told.language ?? 'en',
    publishedAt,
    firstSeenAt: new Date(SEEN_MS).toISOString(),
    flags: {
      ...whole.flags,
      ...Object.fromEntries(flags.map((flag) => [flag, true])),
    },
    rights: { ...whole.rights, mode: told.mode ?? 'full' },
    sourceId: told.source ?? 'harbour-post',
  });
  const categories = tags.map((term) => ({ term, scheme: null }));
  const entry = anEntry({ title, link: url, published: publishedAt, categories });
  return { record, entry: { ...entry, author: told.author ?? null } };
}
