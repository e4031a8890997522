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
  const mapped = candidateTerms(record, rules.from).flatMap(
    (candidate) => mapName(candidate, rules) ?? [],
  );
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

/** What a term is known by, and what it is called where the operator's map says nothing of it. */
interface Candidate {
  path: string;
  name: string;
}

function candidateTerms(record: ArticleRecord, from: TermRules['from']): Candidate[] {
  switch (from) {
    case 'header':
      return [record.id, record.channel, record.source, ...record.taxonomy].map(calledByPath);
    case 'topics':
      return record.topics ?? record.taxonomy.map((path) => ({ path, name: leafInWords(path) }));
    case 'taxonomy':
      return record.taxonomy.map(calledByPath);
    case 'leaves':
      return record.taxonomy.map(leafInWords).map(calledByPath);
    case 'none':
      return [];
  }
}

const calledByPath = (path: string): Candidate => ({ path, name: path });

/** The longest key of the map that is the path or one above it decides. */
function mapName({ path, name }: Candidate, { map, unmapped }: TermRules): string | undefined {
  for (
    let at = path.slice(0, MAX_PATH_LENGTH);
    at !== '';
    at = at.slice(0, Math.max(0, at.lastIndexOf('/')))
  ) {
    if (Object.hasOwn(map, at)) return map[at] === '' ? undefined : map[at];
  }
  return unmapped === 'keep' ? name.slice(0, MAX_PATH_LENGTH) : undefined;
}
