import { loadConfig, type LoadedConfig } from '../config/load.ts';
import { formatProblem } from '../config/problem.ts';
import { print, type Terminal } from './terminal.ts';

/** The config, or undefined after every problem was printed: then the exit status is 2. */
export async function openConfig(
  path: string,
  { environment, stderr }: Pick<Terminal, 'environment' | 'stderr'>,
): Promise<LoadedConfig | undefined> {
  const outcome = await loadConfig(path, environment);
  if (outcome.kind === 'config') return outcome.config;
  for (const problem of outcome.problems) print(stderr, formatProblem(problem));
  return undefined;
}
