import { Document, isScalar, isSeq } from 'yaml';
import { withoutSecrets } from '../printable-url.ts';
import type { LoadedConfig } from '../config/load.ts';

/** A source as an operator would write it, with a remark beside each feed where there is one. */
export interface DraftSource {
  name: string;
  feeds: { url: string; remark?: string }[];
}

function identifierOf(name: string, fallback: string): string {
  const slug = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}+|['’]/gu, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
  return slug(name) || slug(fallback) || 'source';
}

/** Controls and marks that turn the direction of text about are no part of a name. */
const UNPRINTED = /[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu;

const printed = (text: string): string =>
  text.replaceAll(UNPRINTED, ' ').replaceAll(/ {2,}/g, ' ').trim();

/** What a stranger wrote is text, and no reference to a variable of the operator's. */
const literal = (text: string): string => text.replaceAll('${', () => '$${');

/** The entries as a `sources:` section, each with an id that the config does not have yet. */
export function sourcesYaml(drafts: DraftSource[], { sources }: Pick<LoadedConfig, 'sources'>) {
  const taken = new Set(sources.map(({ id }) => id));
  const uniqueId = (wanted: string): string => {
    let id = wanted;
    for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
    taken.add(id);
    return id;
  };
  const entries = drafts.map(({ name, feeds }) => ({
    id: uniqueId(identifierOf(name, new URL(feeds[0]!.url).hostname)),
    name: literal(printed(name) || new URL(feeds[0]!.url).hostname),
    feeds: feeds.map(({ url }) => literal(url)),
  }));
  const document = new Document({ sources: entries });
  for (const [index, { feeds }] of drafts.entries()) {
    const list = document.getIn(['sources', index, 'feeds'], true);
    if (!isSeq(list)) continue;
    for (const [at, { remark }] of feeds.entries()) {
      const item = list.items[at];
      if (remark && isScalar(item)) item.comment = ` ${printed(remark)}`;
    }
  }
  return document.toString({ lineWidth: 0 });
}

/**
 * The source of the config that has a feed already, as far as one has: lists that were passed on name
 * feeds without their secrets.
 */
export function configuredFeeds({ sources }: Pick<LoadedConfig, 'sources'>) {
  const known = new Map(
    sources.flatMap(({ id, feeds }) =>
      feeds.map((url) => [withoutSecrets(new URL(url).href), id] as const),
    ),
  );
  return (url: string): string | undefined => known.get(withoutSecrets(url));
}
