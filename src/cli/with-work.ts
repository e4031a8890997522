import type { LoadedConfig } from '../config/load.ts';
import type { OpenPipeline } from '../service/open-pipeline.ts';
import type { CommandLine } from './command-line.ts';
import { createLog } from './log/log.ts';
import { openForWork, REDIS_PATIENCE_MS } from './open.ts';

/** Runs an action on the config's Redis, for a command that somebody waits for; nothing is worked off. */
export async function withWork(
  cli: CommandLine,
  action: (open: OpenPipeline, config: LoadedConfig) => Promise<number>,
): Promise<void> {
  const { terminal } = cli;
  await cli.withConfig(async (config) => {
    await using work = await openForWork(config, createLog(terminal, { level: 'warn' }), {
      patienceMs: REDIS_PATIENCE_MS,
      signal: terminal.signal,
    });
    return await action(work.open, config);
  });
}
