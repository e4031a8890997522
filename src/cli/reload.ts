import { once } from 'node:events';
import type { Logger } from 'pino';
import { loadConfig, type LoadedConfig } from '../config/load.ts';
import { formatProblem } from '../config/problems/problem.ts';
import type { Terminal } from './terminal.ts';

/** The config file as it is now; undefined, after every problem was logged, when any part of it is wrong. */
async function reread(
  configPath: string,
  log: Logger,
  { environment }: Terminal,
): Promise<LoadedConfig | undefined> {
  const outcome = await loadConfig(configPath, environment);
  const problems = outcome.kind === 'config' ? outcome.config.faults : outcome.problems;
  for (const problem of problems) log.error({ problem: formatProblem(problem) }, 'the config');
  if (outcome.kind === 'config' && problems.length === 0) return outcome.config;
  log.error({ problems: problems.length }, 'the new config is refused, the one before stays');
  return undefined;
}

/** Waits for SIGHUP and a config that is sound; undefined when we are to stop first. */
export async function nextConfig(
  configPath: string,
  log: Logger,
  terminal: Terminal,
): Promise<LoadedConfig | undefined> {
  const { signal, hangups } = terminal;
  while (!signal.aborted) {
    const asked = hangups ? once(hangups, 'hangup', { signal }) : once(signal, 'abort');
    await asked.catch(() => {});
    if (signal.aborted) return undefined;
    const config = await reread(configPath, log, terminal);
    if (config) return config;
  }
  return undefined;
}
