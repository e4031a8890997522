import path from 'node:path';
import { z } from 'zod';
import { crossCheck, warningsOf, type WrittenSource } from './cross-checks.ts';
import type { Environment } from './environment.ts';
import { credentialVariables } from './secrets/credential-checks.ts';
import { keepSecret } from '../printable-url.ts';
import { secretStandIns, type StandIn } from './secrets/stand-ins.ts';
import { misplacedSecrets, secretValues } from './secrets/secrets.ts';
import { placedRules } from './rules/filter-rules.ts';
import { type PlacedSource, readConfigFile, readIncluded } from './file/included-sources.ts';
import { linesBySource, type SourceLines } from './file/source-lines.ts';
import { inReadingOrder, type Problem } from './problems/problem.ts';
import { configSchema, type Config, type Source } from './schema.ts';
import { validate } from './validate.ts';
import type { YamlFile } from './file/yaml-file.ts';

/** The whole config: includes merged, every source completed by `defaults`, `dataDir` absolute. */
export type LoadedConfig = Omit<Config, 'sources' | 'include'> & {
  sources: Source[];
  /** Absolute folder of the config file: where relative paths in it start. */
  baseDir: string;
  /** Of included files, whose sources are left out until they are mended. */
  faults: Problem[];
  lines?: ReadonlyMap<string, SourceLines>;
  /** Secrets that this process was not given. */
  standIns?: StandIn[];
};

export type ConfigOutcome =
  /** A file that is included holds up no other: its mistakes are among the config's `faults`. */
  | { kind: 'config'; config: LoadedConfig; warnings: Problem[] }
  /** Every mistake of every file, in reading order. */
  | { kind: 'problems'; problems: Problem[] };

/** Reads a config file and all that it includes. Never throws for what a file says or lacks. */
export async function loadConfig(
  configPath: string,
  environment: Environment,
  now = new Date(),
): Promise<ConfigOutcome> {
  const root = await readConfigFile(configPath, environment);
  if (root.data === undefined) return { kind: 'problems', problems: root.problems };
  const raw = rawRootSchema.parse(root.data);
  const validated = validate(configSchema, root.file);
  if (validated.kind === 'problems' && Array.isArray(root.data)) return validated;
  const included = await readIncluded(root, raw.include, environment);
  const written: WrittenSource[] = [
    ...raw.sources.map((source, index) => ({
      file: root.file,
      path: ['sources', index],
      raw: source,
    })),
    ...included.written,
  ];
  const problems = inReadingOrder([
    ...root.problems,
    ...(validated.kind === 'problems' ? validated.problems : []),
    ...included.problems,
    ...crossCheck({ root: root.file, ...raw, sources: written }),
    ...secretsKept(root.file, written),
  ]);
  const wrong = new Set(problems.map(({ file }) => file));
  const left = included.sources.filter(({ file }) => !wrong.has(file));
  const isRootSound = problems.every((problem) => !isOfRoot(problem, root.file.name));
  const hasSources = raw.sources.length + left.length > 0 || problems.length === 0;
  if (validated.kind === 'problems' || !isRootSound || !hasSources) {
    return { kind: 'problems', problems };
  }
  const { include: _, sources: _sources, ...settings } = validated.value;
  const baseDir = path.dirname(path.resolve(configPath));
  return {
    kind: 'config',
    config: {
      ...settings,
      baseDir,
      dataDir: path.resolve(baseDir, settings.dataDir),
      faults: problems,
      lines: linesBySource(written),
      standIns: secretStandIns(root.file, filesOf(root.file, written)),
      sources: completeAll(validated.value, left, written),
    },
    warnings: inReadingOrder(warningsOf(root.file, settings.http.userAgent, written, now)),
  };
}

/** From here on no secret of the files is told, and none may stand where it would be. */
function secretsKept(root: YamlFile, written: readonly WrittenSource[]): Problem[] {
  keepSecret(secretValues(filesOf(root, written)));
  return written.flatMap((source) => misplacedSecrets(source, root));
}

const filesOf = (root: YamlFile, written: readonly WrittenSource[]): YamlFile[] => [
  ...new Set([root, ...written.map(({ file }) => file)]),
];

const withRequestSchema = z.object({ id: z.string(), request: z.object({}) });

/** The variables that sources take their credentials from, by source. */
function variablesBySource(written: readonly WrittenSource[]): Variables {
  return new Map(
    written.flatMap((source): [string, string[]][] => {
      const { data } = withRequestSchema.safeParse(source.raw);
      return data ? [[data.id, credentialVariables(source)]] : [];
    }),
  );
}

type Variables = ReadonlyMap<string, readonly string[]>;

function completeAll(
  config: Omit<Config, 'include'>,
  included: readonly PlacedSource[],
  written: readonly WrittenSource[],
): Source[] {
  const variables = variablesBySource(written);
  return [
    ...completeSources(config, variables),
    ...included.map((placed) => complete(placed, config, variables)),
  ];
}

/** The sources of a config file with its `defaults` filled in. */
export function completeSources(
  { sources, ...settings }: Omit<Config, 'include'>,
  variables: Variables = new Map(),
): Source[] {
  return sources.map((source, index) =>
    complete({ source, place: `sources[${index}]` }, settings, variables),
  );
}

function complete(
  { source, place: where }: PlacedSource,
  { defaults, topics }: Pick<Config, 'defaults' | 'topics'>,
  variables: Variables,
): Source {
  const place = `${where} (${source.id})`;
  return {
    ...source,
    place,
    filter: [...placedRules(place, source.filter), ...placedRules('defaults', defaults.filter)],
    ...(source.request ? { credentialVariables: variables.get(source.id) ?? [] } : {}),
    sharedTopics: topics,
    schedule: source.schedule ?? defaults.schedule,
    recheck: source.recheck ?? defaults.recheck,
    republish: source.republish ?? defaults.republish,
    firstReading: source.firstReading ?? defaults.firstReading,
    minConfidence: source.minConfidence ?? defaults.minConfidence,
    sponsored: source.sponsored ?? defaults.sponsored,
    links: source.links ?? defaults.links,
  };
}

/** What can be followed up even when the rest of the root file is wrong. */
const rawRootSchema = z
  .object({
    include: z
      .union([z.array(z.string().catch('')), z.string().transform((pattern) => [pattern])])
      .catch([]),
    sources: z.array(z.unknown()).catch([]),
    destinations: z.array(z.unknown()).catch([]),
    defaults: z
      .object({ republish: z.unknown().optional(), filter: z.unknown().optional() })
      .catch({ republish: undefined }),
  })
  .catch({ include: [], sources: [], destinations: [], defaults: { republish: undefined } });

/** A pattern that names no file leaves nothing out that there is. */
function isOfRoot({ file, path: setting }: Problem, root: string): boolean {
  return file === root && !setting.startsWith('include[');
}
