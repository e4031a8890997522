import { type Command, Option } from 'commander';
import type { LoadedConfig } from '../../config/load.ts';
import { pollPass, type PassProgress } from '../../operations/poll-pass.ts';
import type { SourceSummary } from '../../operations/source-summary.ts';
import type { OpenPipeline } from '../../service/open-pipeline.ts';
import { lookForAlerts } from '../alert-watch.ts';
import { DONE, FAILED, type CommandLine } from '../command-line.ts';
import { createLog, type LogFormat } from '../log/log.ts';
import { openForWork, REDIS_PATIENCE_MS } from '../open.ts';
import { tellStandIns } from '../open-config.ts';
import type { WorkRole } from '../../service/roles.ts';
import { collectValues, duration, logFormat, logLevel } from '../options.ts';
import { reachableOnlyNow } from '../site-connection.ts';
import { print, progress, table, type Terminal } from '../terminal.ts';
import { deliverOut, printDeliveries } from '../poll-deliveries.ts';

export interface PassChoice {
  /** Ids of sources; all of them when empty. */
  source: string[];
  force: boolean;
}

interface PollOptions extends PassChoice {
  /** Milliseconds, for the whole pass. */
  timeout: number;
  json: boolean;
  deliver: boolean;
  dryRun: boolean;
  logLevel: string;
  logFormat?: LogFormat | undefined;
}

/** How far a pass has come, in words. */
export function progressText({ feeds, feedsDone, articles, articlesDone }: PassProgress): string {
  return `polled ${feedsDone} of ${feeds} feeds, ${articlesDone} of ${articles} articles done`;
}

function statusOf(summary: SourceSummary): string {
  const { isDisabled, failures, suspicious, polled, notModified } = summary;
  if (isDisabled) return 'disabled';
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
    // Where nothing is filtered, the table says nothing of it.
    ...(summaries.some(({ filtered }) => filtered > 0) ? (['filtered'] as const) : []),
    'waiting',
  ] as const;
  const rows = summaries.map((summary) => [
    summary.sourceId,
    statusOf(summary),
    ...counts.map((count) => String(summary[count])),
  ]);
  return table([['source', 'status', ...counts], ...rows]);
}

const sentIn = (summaries: SourceSummary[]): boolean =>
  summaries.some(({ published, updated, withdrawn }) => published + updated + withdrawn > 0);

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

/** Runs one pass on a pipeline that works, with a progress line; ends with the signal at the latest. */
export async function runPass(
  open: OpenPipeline,
  { source, force, whole }: PassChoice & { whole?: boolean },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<SourceSummary[]> {
  await using pollResults = await open.results('poll');
  await using scrapeResults = await open.results('scrape');
  const line = progress(terminal, Date.now);
  const summaries = await pollPass(open.pipeline, {
    sourceIds: source,
    force,
    whole,
    signal,
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
  const { terminal } = cli;
  if (options.dryRun) {
    const { dryRunCommand } = await import('./rules/dry-run.ts');
    return await dryRunCommand(options, config, terminal);
  }
  const { logLevel: level, logFormat: format, deliver, timeout } = options;
  const log = createLog(terminal, { level, format });
  const roles: WorkRole[] = deliver ? ['poll', 'scrape', 'deliver'] : ['poll', 'scrape'];
  tellStandIns(config, roles, log);
  await using work = await openForWork(config, log, {
    patienceMs: REDIS_PATIENCE_MS,
    signal: terminal.signal,
    environment: terminal.environment,
  });
  await work.open.work(roles);
  const signal = AbortSignal.any([terminal.signal, AbortSignal.timeout(timeout)]);
  const summaries = await runPass(
    work.open,
    // Who forces a poll wants what is there, not what a server says of it.
    { ...options, whole: options.force },
    terminal,
    signal,
  );
  const deliveries = await deliverOut(config, work.open.pipeline, deliver ? signal : undefined);
  printSummaries(summaries, options.json, terminal);
  // What is read by a program is the list of sources alone.
  const isDelivered = printDeliveries(deliveries, options.json ? terminal.stderr : terminal.stdout);
  const note = reachableOnlyNow(config);
  if (note !== undefined && sentIn(summaries)) print(terminal.stderr, note);
  await lookForAlerts(config, work, log);
  const hasFailed = summaries.some(({ failures }) => failures.length > 0);
  return hasFailed || !isDelivered ? FAILED : DONE;
}

export function addPoll(command: Command, cli: CommandLine): void {
  command
    .option('--source <id>', 'only this source; may be given again', collectValues, [])
    .option(
      '--force',
      'poll sources that are not due yet, too, and ask for whole documents; a held feed that says the same again is let through',
      false,
    )
    .addOption(
      new Option('--timeout <duration>', 'when to stop waiting')
        .argParser(duration)
        .default(600_000, '10m'),
    )
    .option(
      '--dry-run',
      'say what would be enqueued, held and left out, to whom and by which rule; needs no Redis and writes nothing',
      false,
    )
    .option('--json', 'print the summary as JSON; of a dry run a line for each entry', false)
    .option('--no-deliver', 'leave deliveries to `newsrelay run --only deliver`')
    .addOption(logLevel('warn'))
    .addOption(logFormat())
    .action(async (options: PollOptions) => {
      await cli.withConfig((config) => pollCommand(options, config, cli));
    });
}
