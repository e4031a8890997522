import { type Command, Option } from 'commander';
import type { LoadedConfig } from '../../config/load.ts';
import { pollPass, type PassProgress } from '../../operations/poll-pass.ts';
import type { SourceSummary } from '../../operations/source-summary.ts';
import type { OpenPipeline } from '../../service/open-pipeline.ts';
import { DONE, FAILED, type CommandLine } from '../command-line.ts';
import { createLog } from '../log.ts';
import { openForWork, REDIS_PATIENCE_MS } from '../open.ts';
import { collectValues, duration, logLevel } from '../options.ts';
import { print, progress, table, type Terminal } from '../terminal.ts';

export interface PassChoice {
  /** Ids of sources; all of them when empty. */
  source: string[];
  force: boolean;
  /** Milliseconds. */
  timeout: number;
}

interface PollOptions extends PassChoice {
  json: boolean;
  logLevel: string;
}

function progressText({ feeds, feedsDone, articles, articlesDone }: PassProgress): string {
  return `polled ${feedsDone} of ${feeds} feeds, ${articlesDone} of ${articles} articles done`;
}

function statusOf({ failures, suspicious, polled, notModified }: SourceSummary): string {
  if (failures.length > 0) return 'failed';
  if (suspicious.length > 0) return 'held';
  if (polled === 0) return 'not due';
  return notModified === polled ? 'unchanged' : 'ok';
}

function summaryTable(summaries: SourceSummary[]): string {
  const counts = [
    'found',
    'published',
    'updated',
    'withdrawn',
    'unchanged',
    'held',
    'waiting',
  ] as const;
  const rows = summaries.map((summary) => [
    summary.sourceId,
    statusOf(summary),
    ...counts.map((count) => String(summary[count])),
  ]);
  return table([['source', 'status', ...counts], ...rows]);
}

/** Prints how every source came through; failures and notes name their source. */
export function printSummaries(
  summaries: SourceSummary[],
  json: boolean,
  terminal: Terminal,
): void {
  if (json) {
    print(terminal.stdout, JSON.stringify(summaries, null, 2));
    return;
  }
  print(terminal.stdout, summaryTable(summaries));
  for (const { sourceId, failures, suspicious, notes } of summaries) {
    for (const feed of suspicious) print(terminal.stdout, `${sourceId}: held: ${feed}`);
    for (const failure of failures) print(terminal.stdout, `${sourceId}: failed: ${failure}`);
    for (const note of notes) print(terminal.stdout, `${sourceId}: note: ${note}`);
  }
}

/** Runs one pass on a pipeline that works, with a progress line; ends when time is up or on a signal. */
export async function runPass(
  open: OpenPipeline,
  { source, force, timeout }: PassChoice,
  terminal: Terminal,
): Promise<SourceSummary[]> {
  await using pollResults = await open.results('poll');
  await using scrapeResults = await open.results('scrape');
  const line = progress(terminal, Date.now);
  const summaries = await pollPass(open.pipeline, {
    sourceIds: source,
    force,
    signal: AbortSignal.any([terminal.signal, AbortSignal.timeout(timeout)]),
    pollResults,
    scrapeResults,
    onProgress: (state) => line.update(progressText(state)),
  });
  line.done();
  return summaries;
}

async function pollCommand(
  options: PollOptions,
  config: LoadedConfig,
  cli: CommandLine,
): Promise<number> {
  const unknown = cli.unknownSources(options.source, config);
  if (unknown !== undefined) return unknown;
  await using work = await openForWork(config, createLog(cli.terminal, options.logLevel), {
    patienceMs: REDIS_PATIENCE_MS,
    signal: cli.terminal.signal,
  });
  await work.open.work(['poll', 'scrape']);
  const summaries = await runPass(work.open, options, cli.terminal);
  printSummaries(summaries, options.json, cli.terminal);
  return summaries.some(({ failures }) => failures.length > 0) ? FAILED : DONE;
}

export function addPoll(command: Command, cli: CommandLine): void {
  command
    .option('--source <id>', 'only this source; may be given again', collectValues, [])
    .option(
      '--force',
      'poll sources that are not due yet, too; a held feed that says the same again is let through',
      false,
    )
    .addOption(
      new Option('--timeout <duration>', 'when to stop waiting')
        .argParser(duration)
        .default(600_000, '10m'),
    )
    .option('--json', 'print the summary as JSON', false)
    .addOption(logLevel('warn'))
    .action(async (options: PollOptions) => {
      await cli.withConfig((config) => pollCommand(options, config, cli));
    });
}
