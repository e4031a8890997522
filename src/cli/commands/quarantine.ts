import type { Command } from 'commander';
import type { LoadedConfig } from '../../config/load.ts';
import {
  dropQuarantined,
  listQuarantine,
  retryQuarantined,
  showQuarantined,
  type QuarantinedJob,
} from '../../queue/quarantine.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { createLog } from '../log/log.ts';
import { openForWork, REDIS_PATIENCE_MS } from '../open.ts';
import { print, table, type Terminal } from '../terminal.ts';
import { clockFor, type TimePrinter } from '../times.ts';

type QueueList = Parameters<typeof listQuarantine>[0];

const MOST_REASON = 100;
const NONE = 'no job was given up';

function listed(jobs: QuarantinedJob[], clock: TimePrinter): string {
  const rows = jobs.map(({ ref, failedAt, attempts, subject, reason }) => [
    clock(failedAt),
    String(attempts),
    ref,
    subject,
    oneLine(reason),
  ]);
  return table([['failed', 'tries', 'job', 'about', 'reason'], ...rows]);
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > MOST_REASON ? `${line.slice(0, MOST_REASON - 1)}…` : line;
}

async function printQuarantine(
  queues: QueueList,
  json: boolean,
  { stdout }: Terminal,
): Promise<number> {
  const jobs = await listQuarantine(queues);
  if (json) print(stdout, JSON.stringify(jobs, null, 2));
  else print(stdout, jobs.length === 0 ? NONE : listed(jobs, clockFor({ stdout })));
  return DONE;
}

async function printQuarantined(
  queues: QueueList,
  ref: string,
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const job = await showQuarantined(queues, ref);
  if (!job) return unknown([ref], terminal);
  if (json) {
    print(terminal.stdout, JSON.stringify(job, null, 2));
    return DONE;
  }
  const { data, history, ...facts } = job;
  for (const [name, value] of Object.entries(facts)) print(terminal.stdout, `${name}: ${value}`);
  print(terminal.stdout, `data: ${JSON.stringify(data, null, 2)}`);
  for (const [index, error] of history.entries()) {
    print(terminal.stdout, `\ntry ${index + 1}: ${error}`);
  }
  return DONE;
}

/** Retries or drops the named jobs, or all of them. */
async function each(
  queues: QueueList,
  refs: string[],
  { act, done }: { act: typeof retryQuarantined; done: string },
  terminal: Terminal,
): Promise<number> {
  const missed: string[] = [];
  for (const ref of refs) if (!(await act(queues, ref))) missed.push(ref);
  print(terminal.stdout, `${done}: ${refs.length - missed.length}`);
  return missed.length > 0 ? unknown(missed, terminal) : DONE;
}

function unknown(refs: string[], { stderr }: Terminal): number {
  print(stderr, `no such job was given up: ${refs.join(', ')}; see newsrelay quarantine list`);
  return FAILED;
}

function withQueues(
  cli: CommandLine,
  action: (queues: QueueList, config: LoadedConfig) => Promise<number>,
) {
  return cli.withConfig(async (config) => {
    await using work = await openForWork(config, createLog(cli.terminal, { level: 'warn' }), {
      patienceMs: REDIS_PATIENCE_MS,
      signal: cli.terminal.signal,
    });
    return await action(work.open.pipeline.queues.all(), config);
  });
}

function addForMany(
  group: Command,
  cli: CommandLine,
  name: string,
  description: string,
  deed: { act: typeof retryQuarantined; done: string },
): void {
  group
    .command(name)
    .description(description)
    .argument('[jobs...]', 'as `list` names them')
    .option('--all', 'every job that was given up', false)
    .option('--source <id>', 'every given-up job of this source')
    .action(async (jobs: string[], { all, source }: { all: boolean; source?: string }) => {
      if (jobs.length === 0 && !all && source === undefined) {
        print(cli.terminal.stderr, 'name jobs, a source with --source, or --all');
        cli.status = WRONG_USAGE;
        return;
      }
      await withQueues(cli, async (queues, config) => {
        if (jobs.length > 0) return await each(queues, jobs, deed, cli.terminal);
        const listed = await listQuarantine(queues);
        const wanted = listed.filter(({ sourceId }) => all || sourceId === source);
        if (wanted.length === 0) {
          // A source that was taken out of the config may have left jobs behind.
          const unknown = source === undefined ? undefined : cli.unknownSources([source], config);
          if (unknown === undefined) print(cli.terminal.stdout, NONE);
          return unknown ?? DONE;
        }
        const refs = wanted.map(({ ref }) => ref);
        return await each(queues, refs, deed, cli.terminal);
      });
    });
}

export function addQuarantine(group: Command, cli: CommandLine): void {
  group
    .command('list')
    .description('lists them, the latest first')
    .option('--json', 'print them as JSON', false)
    .action(async ({ json }: { json: boolean }) => {
      await withQueues(cli, (queues) => printQuarantine(queues, json, cli.terminal));
    });
  group
    .command('show')
    .description('prints one with its payload and the error of every try')
    .argument('<job>', 'as `list` names it')
    .option('--json', 'print it as JSON', false)
    .action(async (ref: string, { json }: { json: boolean }) => {
      await withQueues(cli, (queues) => printQuarantined(queues, ref, json, cli.terminal));
    });
  addForMany(group, cli, 'retry', 'puts jobs back into their queues with all their tries', {
    act: retryQuarantined,
    done: 'retried',
  });
  addForMany(group, cli, 'drop', 'forgets jobs', { act: dropQuarantined, done: 'dropped' });
}
