import { z } from 'zod';
import { withoutSecrets, withoutSecretValues } from '../../printable-url.ts';
import { nodeAt, problemAt, type YamlFile } from './yaml-file.ts';

/** A source as its file has it, without the secrets that stand there. */
export interface SourceLines {
  file: string;
  /** Of its first line, from 1. */
  line: number;
  text: string;
}

const ADDRESS = /https?:\/\/[^\s'",\]}]+/g;

/** The lines of the file that hold the value at a path; variables stand there by their names. */
function linesAt(file: YamlFile, path: readonly PropertyKey[]): SourceLines {
  const { range } = nodeAt(file, path) as { range?: [number, number, number] };
  const [start, end] = range ?? [0, file.text.length];
  const text = file.text.slice(file.text.lastIndexOf('\n', start) + 1, end).trimEnd();
  const shown = text.replaceAll(ADDRESS, (address) => withoutSecrets(address));
  return {
    file: file.name,
    line: problemAt(file, path, '').line,
    text: withoutSecretValues(shown),
  };
}

const identifiedSchema = z.object({ id: z.string() });

/** The lines of each source that has an id. */
export function linesBySource(
  written: readonly { file: YamlFile; path: PropertyKey[]; raw: unknown }[],
): Map<string, SourceLines> {
  return new Map(
    written.flatMap(({ file, path, raw }): [string, SourceLines][] => {
      const { data } = identifiedSchema.safeParse(raw);
      return data ? [[data.id, linesAt(file, path)]] : [];
    }),
  );
}
