import { Option } from 'commander';
import { once } from 'node:events';
import type { LoadedConfig } from '../config/load.ts';
import { roles, type Role } from '../processors/open-pipeline.ts';
import type { CommandLine } from './command-line.ts';
import { createLog } from './log.ts';
import { openForWork } from './open.ts';
import { logLevel, roleList } from './options.ts';
import type { Terminal } from './terminal.ts';

interface RunOptions {
  /** All of them when absent. */
  only?: Role[] | undefined;
  logLevel: string;
}

// Whoever stops a service kills it after half a minute; what hangs must not wait for that.
const SHUTDOWN_MS = 25_000;

/** The service: schedules the feeds and works the queues until it is asked to stop. */
async function runCommand(
  { only, logLevel }: RunOptions,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  const log = createLog(terminal, logLevel);
  const wanted = only ?? roles;
  const { open, [Symbol.asyncDispose]: close } = await openForWork(config, log);
  if (wanted.includes('poll')) {
    const { scheduled, removed } = await open.schedule();
    log.info({ scheduled, removed }, 'feeds are scheduled');
  }
  await open.work(wanted);
  log.info({ roles: wanted, sources: config.sources.length }, 'working');
  if (!terminal.signal.aborted) await once(terminal.signal, 'abort');
  log.info('stopping: finishing what is in hand');
  const closed = await Promise.race([
    close().then(() => true),
    new Promise<false>((resolve) => setTimeout(resolve, SHUTDOWN_MS, false).unref()),
  ]);
  if (!closed) log.error('could not finish in time; unfinished jobs go back to the queue');
  log.info('stopped');
  return closed ? 0 : 1;
}

export function addRun(cli: CommandLine): void {
  cli.program
    .command('run')
    .description('the service: schedules the feeds and works the queues until SIGTERM')
    .addOption(new Option('--only <roles>', `work only as ${roles.join(', ')}`).argParser(roleList))
    .addOption(logLevel('info'))
    .action(async (options: RunOptions) => {
      await cli.withConfig((config) => runCommand(options, config, cli.terminal));
    });
}
