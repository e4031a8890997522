import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { WrittenSource } from '../cross-checks.ts';
import type { Environment } from '../environment.ts';
import type { Problem } from '../problems/problem.ts';
import { sourceSchema, type ParsedSource } from '../schema.ts';
import { validate } from '../validate.ts';
import { includedFiles } from './include.ts';
import { parseYaml, problemAt, type ParsedYaml } from './yaml-file.ts';

/** A source by where its file has it, so that what a rule did can be traced to that rule. */
export interface PlacedSource {
  source: ParsedSource;
  place: string;
}

export interface IncludedSources {
  sources: (PlacedSource & { file: string })[];
  written: WrittenSource[];
  problems: Problem[];
}

/** What the files say that a config includes, in their order. */
export async function readIncluded(
  root: ParsedYaml,
  patterns: string[],
  environment: Environment,
): Promise<IncludedSources> {
  const all: IncludedSources = { sources: [], written: [], problems: [] };
  for (const included of await includedFiles(root.file.name, patterns)) {
    if (included.kind === 'none') {
      const where = `a path from ${path.dirname(root.file.name)}`;
      const message = `matches no file; write ${where}, such as sources/*.yaml`;
      all.problems.push(problemAt(root.file, ['include', included.index], message));
      continue;
    }
    for (const name of included.files) {
      // One at a time: the order of sources, and of problems, is the order of files.
      const part = sourcesOf(
        await readConfigFile(name, environment),
        path.relative(path.dirname(root.file.name), name),
      );
      all.sources.push(...part.sources);
      all.written.push(...part.written);
      all.problems.push(...part.problems);
    }
  }
  return all;
}

function sourcesOf({ file, data, problems }: ParsedYaml, shownName: string): IncludedSources {
  if (data === undefined) return { sources: [], written: [], problems };
  const written = Array.isArray(data)
    ? data.map((raw: unknown, index) => ({ file, path: [index], raw }))
    : [{ file, path: [], raw: data }];
  const validated = Array.isArray(data)
    ? validate(z.array(sourceSchema), file)
    : validate(
        sourceSchema.transform((source) => [source]),
        file,
      );
  return validated.kind === 'valid'
    ? {
        sources: validated.value.map((source, index) => ({
          file: file.name,
          place: Array.isArray(data) ? `${shownName}[${index}]` : shownName,
          source,
        })),
        written,
        problems,
      }
    : { sources: [], written, problems: [...problems, ...validated.problems] };
}

/** Never throws: a file that cannot be read is a problem. */
export async function readConfigFile(name: string, environment: Environment): Promise<ParsedYaml> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(name));
  } catch (error) {
    const { file } = parseYaml(name, '', environment);
    return { file, data: undefined, problems: [problemAt(file, [], unreadable(error))] };
  }
  return parseYaml(name, text, environment);
}

function unreadable(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'does not exist; write the file or name another with --config';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8 text; save it as UTF-8';
  if (code === 'EISDIR') return 'is a folder; name a file';
  return `cannot be read (${code}); check its permissions`;
}
