import type { Logger } from 'pino';
import type { Role } from '../service/roles.ts';
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

/** Parts of a config that only some processes need; all others are everybody's. */
const PARTS_OF_ROLES: readonly (readonly [part: string, roles: readonly Role[]])[] = [
  ['sources', ['poll', 'scrape']],
  ['destinations', ['deliver']],
  ['web', ['web']],
];

/** Tells of each secret that a process of these roles works without. */
export function tellStandIns(
  { standIns = [] }: Pick<LoadedConfig, 'standIns'>,
  roles: readonly Role[],
  log: Pick<Logger, 'warn'>,
): void {
  for (const standIn of standIns) {
    const [, needing = roles] = PARTS_OF_ROLES.find(([part]) => part === standIn.part) ?? [];
    if (!needing.some((role) => roles.includes(role))) continue;
    log.warn({ reason: formatProblem(standIn) }, 'a secret is missing');
  }
}

/** A mistake of an included file, which holds up no other. */
export function leftOut(fault: Problem): string {
  const isPattern = fault.path.startsWith('include');
  return `${formatProblem(fault)}${isPattern ? '' : ` (${fault.file} is left out until then)`}`;
}
