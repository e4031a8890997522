import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { formatProblem } from '../../../src/config/problems/problem.ts';

/** A folder for the configs of a test file, while its tests run. */
export function configFolder() {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsrelay-config-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const inside = (name: string) => path.join(folder, name);
  return {
    inside,
    /** The problems of a config with this text, each as `line:column path message`. */
    problemsOf: async (text: string | Uint8Array, environment = {}): Promise<string[]> => {
      const file = inside('config.yaml');
      await writeFile(file, text);
      const outcome = await loadConfig(file, environment);
      return outcome.kind === 'problems'
        ? outcome.problems.map((problem) => formatProblem(problem).slice(file.length + 1))
        : [];
    },
  };
}

/** A config's one source with these settings. */
export const sourceWith = (settings: string) =>
  `sources:\n  - { id: a, name: A, feeds: [https://a.example/f], ${settings} }\n`;
