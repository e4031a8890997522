import type { ArticleRecord } from '../../article-record.ts';
import type { TermRules } from '../../config/destinations.ts';
import { matchesPattern } from '../../path-pattern.ts';
import { leafInWords } from '../../topic-path.ts';

/** Longer names are cut before they are looked up: nobody maps them. */
const MAX_PATH_LENGTH = 1_000;
/** WordPress stores at most this many characters of a term's name. */
const MAX_NAME_LENGTH = 200;

/** The names of the terms that the operator's rules give a record, in order, each once. */
export function termNames(record: ArticleRecord, rules: TermRules): string[] {
  const mapped = candidateTerms(record, rules.from)
    .map((name) => name.slice(0, MAX_PATH_LENGTH))
    .flatMap((name) => mapName(name, rules) ?? []);
  const names = [...new Set(mapped)].slice(0, rules.max);
  return [...new Set([...names, ...rules.always, ...termsOfSource(record, rules)])]
    .map((name) => Array.from(name.trim()).slice(0, MAX_NAME_LENGTH).join('').trim())
    .filter((name) => name !== '');
}

function termsOfSource(
  { sourceId, channel }: Pick<ArticleRecord, 'sourceId' | 'channel'>,
  { bySource }: TermRules,
): string[] {
  const names = [sourceId, channel].map((name) => name.toLowerCase());
  return Object.entries(bySource).flatMap(([pattern, terms]) =>
    names.some((name) => matchesPattern(`${pattern.toLowerCase()}$`, name)) ? terms : [],
  );
}

function candidateTerms(record: ArticleRecord, from: TermRules['from']): string[] {
  switch (from) {
    case 'header':
      return [record.id, record.channel, record.source, ...record.taxonomy];
    case 'taxonomy':
      return record.taxonomy;
    case 'leaves':
      return record.taxonomy.map(leafInWords);
    case 'none':
      return [];
  }
}

/** The longest key of the map that is the name or a path above it decides. */
function mapName(name: string, { map, unmapped }: TermRules): string | undefined {
  for (let path = name; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    if (Object.hasOwn(map, path)) return map[path] === '' ? undefined : map[path];
  }
  return unmapped === 'keep' ? name : undefined;
}
