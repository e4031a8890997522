import { loadConfig, type LoadedConfig } from '../config/load.ts';
import { formatProblem, type Problem } from '../config/problems/problem.ts';
import { print, type Terminal } from './terminal.ts';

/** The config, or undefined after every problem was printed: then the exit status is 2. */
export async function openConfig(
  path: string,
  { environment, stderr }: Pick<Terminal, 'environment' | 'stderr'>,
): Promise<LoadedConfig | undefined> {
  const outcome = await loadConfig(path, environment);
  if (outcome.kind === 'config') {
    for (const fault of outcome.config.faults) print(stderr, leftOut(fault));
    return outcome.config;
  }
  for (const problem of outcome.problems) print(stderr, formatProblem(problem));
  return undefined;
}

/** A mistake of an included file, which holds up no other. */
export function leftOut(fault: Problem): string {
  const isPattern = fault.path.startsWith('include');
  return `${formatProblem(fault)}${isPattern ? '' : ` (${fault.file} is left out until then)`}`;
}
