import { type Command, InvalidArgumentError } from 'commander';
import type { LoadedConfig } from '../../config/load.ts';
import { durationSchema, parseDuration } from '../../config/duration.ts';
import { resend } from '../../operations/resend.ts';
import { DONE, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { createLog } from '../log/log.ts';
import { openForWork, REDIS_PATIENCE_MS } from '../open.ts';
import { print, type Terminal } from '../terminal.ts';

/** A moment, or how long before now it was. */
type Since = { kind: 'at' | 'ago'; ms: number };

/** @throws InvalidArgumentError for what is neither a moment with its zone nor a duration */
export function since(text: string): Since {
  if (durationSchema.safeParse(text).success) return { kind: 'ago', ms: parseDuration(text) };
  const ms = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text)
    ? Date.parse(text)
    : NaN;
  if (Number.isNaN(ms)) {
    throw new InvalidArgumentError('write a time with its zone, such as 2026-11-26T08:00Z, or 2h.');
  }
  return { kind: 'at', ms };
}

interface ResendOptions {
  since: Since;
  source?: string;
}

async function resendCommand(
  { since: from, source }: ResendOptions,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  if (source !== undefined && !config.sources.some(({ id }) => id === source)) {
    print(terminal.stderr, `there is no source ${source} in the config`);
    return WRONG_USAGE;
  }
  await using work = await openForWork(config, createLog(terminal, { level: 'warn' }), {
    patienceMs: REDIS_PATIENCE_MS,
    signal: terminal.signal,
  });
  const { open } = work;
  const sinceMs = from.kind === 'at' ? from.ms : open.pipeline.now() - from.ms;
  const changed = await open.revisionsSince(sinceMs);
  const wanted = changed.filter(({ sourceId }) => source === undefined || sourceId === source);
  const { publish, update, withdraw } = await resend(wanted, open.pipeline);
  const counts = `publish ${publish}, update ${update}, withdraw ${withdraw}`;
  print(terminal.stdout, `sent again: ${publish + update + withdraw} (${counts})`);
  return DONE;
}

export function addResend(command: Command, cli: CommandLine): void {
  command
    .requiredOption('--since <time>', 'a time with its zone, or how long ago', since)
    .option('--source <id>', 'articles of this source alone')
    .action(async (options: ResendOptions) => {
      await cli.withConfig((config) => resendCommand(options, config, cli.terminal));
    });
}
