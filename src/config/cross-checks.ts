import { withoutFragment } from '../clean-url.ts';
import { isMap, isScalar } from 'yaml';
import { z } from 'zod';
import { credentialProblems, credentialWarnings } from './secrets/credential-checks.ts';
import { withoutSecrets } from '../printable-url.ts';
import type { Problem } from './problems/problem.ts';
import { problemAt, type YamlFile } from './file/yaml-file.ts';
import { type PlacedPattern, sourcesNamedIn } from './rules/named-sources.ts';
import { sourcesRouted, unknownSources } from './rules/routing.ts';
import { nearestName } from './problems/nearest-name.ts';
import { plainSecrets } from './secrets/secrets.ts';

// Checks over several settings read the raw data leniently, so that a mistake elsewhere in a source
// does not hide them: the operator gets every problem in one go.
const draftConfigSchema = z
  .object({
    id: z.string().optional().catch(undefined),
    channel: z.string().optional().catch(undefined),
    enabled: z.boolean().catch(true),
    feeds: z.array(z.string().catch('')).catch([]),
    request: z.unknown().optional(),
    formerly: z.array(z.string()).catch([]),
    republish: z.unknown().optional(),
    filter: z.unknown().optional(),
    licence: z
      .object({ until: z.iso.date().optional().catch(undefined) })
      .optional()
      .catch({}),
  })
  .catch({ enabled: true, feeds: [], formerly: [], republish: undefined });

const namedSchema = z.object({ name: z.string() });

/** One source as written, and where. */
export interface WrittenSource {
  file: YamlFile;
  path: (string | number)[];
  raw: unknown;
}

/** A config as written: root file and includes together, nothing checked yet. */
export interface WrittenConfig {
  root: YamlFile;
  include: string[];
  sources: WrittenSource[];
  destinations: unknown[];
  defaults: { republish?: unknown; filter?: unknown };
}

/** What is wrong between sources, or between settings of one. */
export function crossCheck(config: WrittenConfig): Problem[] {
  const { root, sources, defaults } = config;
  const drafts = sources.map(draftOf);
  const ids = drafts.flatMap(({ file, path, draft }) =>
    draft.id === undefined ? [] : [{ file, path: [...path, 'id'], value: draft.id }],
  );
  const former = [
    ...ids,
    ...drafts.flatMap(({ file, path, draft }) =>
      draft.formerly.map((value, index) => ({
        file,
        path: [...path, 'formerly', index],
        value,
      })),
    ),
  ];
  // A source that is not polled may wait beside the one that took its feeds over.
  const polled = drafts.filter(({ draft }) => draft.enabled);
  const feeds = polled.flatMap(({ file, path, draft }) =>
    draft.feeds
      .map((feed, index) => ({ file, path: [...path, 'feeds', index], value: feed }))
      .filter(({ value }) => URL.canParse(value))
      // With another key the same address may give another feed.
      .map((placed) => ({ ...placed, value: askedFor(placed.value, draft.request) })),
  );
  const names = config.destinations.flatMap((destination, index) => {
    const { data } = namedSchema.safeParse(destination);
    return data ? [{ file: root, path: ['destinations', index, 'name'], value: data.name }] : [];
  });
  return [
    ...repeated(ids, (first) => `is another source's id too, at ${first}; give each its own`),
    ...repeated(
      former,
      (first) => `is an id already, at ${first}; a former id is nobody's own now`,
    ).filter(({ path }) => path.includes('formerly')),
    ...repeated(feeds, (first) => `is polled already, at ${first}; keep one of the two`),
    ...repeated(names, (first) => `is another destination's name too, at ${first}; rename one`),
    ...drafts.flatMap(({ file, path, draft }) => alikeButForSecrets(file, path, draft.feeds)),
    ...drafts.flatMap((source) => unlicensed(source, defaults.republish)),
    ...sources.flatMap((source) => credentialProblems(source, source.raw)),
    ...unknownSources(
      sourcesAsked(config, drafts),
      drafts.map(({ draft }) => draft),
    ),
    ...(sources.length + config.include.length === 0 && !namesSourcesWrongly(root)
      ? [problemAt(root, ['sources'], 'lists no source; add one, or include: [sources/*.yaml]')]
      : []),
  ];
}

/** Every place that asks for articles by the ids of their sources. */
function sourcesAsked(
  { root, defaults, destinations }: WrittenConfig,
  drafts: readonly Draft[],
): PlacedPattern[] {
  return [
    ...sourcesNamedIn(defaults.filter, root, ['defaults', 'filter']),
    ...drafts.flatMap(({ file, path, draft }) =>
      sourcesNamedIn(draft.filter, file, [...path, 'filter']),
    ),
    ...sourcesRouted(destinations, root),
  ];
}

/** Whether the setting that would list them is there, under a misspelt name: that is told already. */
function namesSourcesWrongly({ document }: YamlFile): boolean {
  const lists = ['sources', 'include'];
  const keys = isMap(document.contents) ? document.contents.items.map(({ key }) => key) : [];
  const names = keys.map((key) => (isScalar(key) ? String(key.value) : ''));
  return names.some((name) => !lists.includes(name) && nearestName(name, lists) !== undefined);
}
const askedFor = (feed: string, request: unknown): string =>
  `${withoutFragment(new URL(feed).href)} ${JSON.stringify(request) ?? ''}`;

/** What an operator ought to know, though the service can run with it. */
export function warningsOf(
  root: YamlFile,
  userAgent: string,
  sources: WrittenSource[],
  now: Date,
): Problem[] {
  const today = now.toISOString().slice(0, 10);
  const expired = sources
    .map(draftOf)
    .filter(({ draft }) => (draft.licence?.until ?? today) < today)
    .map(({ file, path }) =>
      problemAt(
        file,
        [...path, 'licence', 'until'],
        'is past, so no full text is republished; renew the licence or write republish: excerpt',
      ),
    );
  const contact = RESERVED_NAME.test(userAgent)
    ? [
        problemAt(
          root,
          ['http', 'userAgent'],
          'names a contact that nobody reads; write your own address, so that publishers can reach you',
        ),
      ]
    : [];
  return [
    ...contact,
    ...expired,
    ...sources.flatMap((source) => credentialWarnings(source, source.raw)),
    ...plainSecrets([...new Set([root, ...sources.map(({ file }) => file)])]),
  ];
}

/** Names that RFC 2606 keeps for examples: nobody can be reached there. */
const RESERVED_NAME = /\.example\b|\bexample\.(?:com|net|org)\b|\.invalid\b/;

interface Draft extends WrittenSource {
  draft: z.infer<typeof draftConfigSchema>;
}

const draftOf = (written: WrittenSource): Draft => ({
  ...written,
  draft: draftConfigSchema.parse(written.raw),
});

interface PlacedValue {
  file: YamlFile;
  path: (string | number)[];
  value: string;
}

/** A problem for each value that stood somewhere before. */
function repeated(all: PlacedValue[], message: (firstPlace: string) => string): Problem[] {
  const firstPlaces = new Map<string, string>();
  return all.flatMap(({ file, path, value }) => {
    const first = firstPlaces.get(value);
    if (first !== undefined) return [problemAt(file, path, message(first))];
    const { line, column } = problemAt(file, path, '');
    firstPlaces.set(value, `${file.name}:${line}:${column}`);
    return [];
  });
}

// Wherever a feed is named, it is named without its secrets.
function alikeButForSecrets(file: YamlFile, path: WrittenSource['path'], feeds: string[]) {
  const names = feeds.map((feed) => withoutSecrets(feed));
  return feeds.flatMap((feed, index) => {
    const first = names.indexOf(names[index]!);
    if (first === index || feeds[first] === feed) return [];
    const message = `differs from feeds[${first}] in a secret alone; give it a source of its own`;
    return [problemAt(file, [...path, 'feeds', index], message)];
  });
}

function unlicensed({ file, path, draft }: Draft, defaultRepublish: unknown): Problem[] {
  if ((draft.republish ?? defaultRepublish) !== 'full' || draft.licence !== undefined) return [];
  const mend = 'add licence: { basis, reference }, or write excerpt or link';
  return [
    draft.republish === undefined
      ? problemAt(file, path, `inherits republish: full but has no licence; ${mend}`)
      : problemAt(file, [...path, 'republish'], `is full but the source has no licence; ${mend}`),
  ];
}
