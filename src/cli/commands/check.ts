import type { Command } from 'commander';
import { checkLive } from './check-live.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { leftOut } from '../open-config.ts';
import { siteConnections, toldConnections } from '../site-connection.ts';
import { table } from '../terminal.ts';
import { formatDuration } from '../../config/duration.ts';
import type { Environment } from '../../config/environment.ts';
import { withoutSecrets } from '../../printable-url.ts';
import { loadConfig, type ConfigOutcome } from '../../config/load.ts';
import { formatProblem } from '../../config/problem.ts';
import type { Schedule } from '../../config/schedule.ts';
import type { Source } from '../../config/schema.ts';

export interface CheckOptions {
  configPath: string;
  json: boolean;
  environment: Environment;
  stdout: { write: (text: string) => unknown };
  stderr: { write: (text: string) => unknown };
}

/**
 * Reads the config as every other command does. The summary (with `json`, everything) goes to stdout,
 * problems and warnings to stderr, one a line. Resolves to the exit status: 0 sound, 1 with an
 * included file left out, 2 not.
 */
export async function check(options: CheckOptions): Promise<number> {
  const outcome = await loadConfig(options.configPath, options.environment);
  if (options.json) options.stdout.write(`${JSON.stringify(report(outcome))}\n`);
  else printOutcome(outcome, options);
  if (outcome.kind === 'problems') return WRONG_USAGE;
  return outcome.config.faults.length > 0 ? FAILED : DONE;
}

function report(outcome: ConfigOutcome): object {
  if (outcome.kind === 'problems') return { ok: false, problems: outcome.problems };
  const { config, warnings } = outcome;
  const sources = config.sources.map(({ id, enabled, feeds, schedule, republish }) => ({
    id,
    enabled,
    feeds: feeds.map((feed) => withoutSecrets(feed)),
    schedule: describeSchedule(schedule),
    republish,
  }));
  const { faults } = config;
  const facts = { warnings, sources, sites: siteConnections(config) };
  return faults.length > 0 ? { ok: false, problems: faults, ...facts } : { ok: true, ...facts };
}

function printOutcome(outcome: ConfigOutcome, { configPath, stdout, stderr }: CheckOptions): void {
  if (outcome.kind === 'problems') {
    const { problems } = outcome;
    for (const problem of problems) stderr.write(`${formatProblem(problem)}\n`);
    stderr.write(`\n${configPath}: ${counted(problems.length, 'problem')}; nothing was started\n`);
    return;
  }
  const { config, warnings } = outcome;
  for (const fault of config.faults) stderr.write(`${leftOut(fault)}\n`);
  for (const warning of warnings) stderr.write(`warning: ${formatProblem(warning)}\n`);
  const feeds = config.sources.flatMap((source) => source.feeds);
  stdout.write(`${summary(config.sources)}\n\n`);
  const verdict = config.faults.length > 0 ? 'works in part' : 'is sound';
  stdout.write(`${configPath} ${verdict}: ${counted(config.sources.length, 'source')}, `);
  stdout.write(`${counted(feeds.length, 'feed')}\n`);
  for (const line of toldConnections(config)) stdout.write(`${line}\n`);
}

const counted = (many: number, what: string) => `${many} ${what}${many === 1 ? '' : 's'}`;

function summary(sources: Source[]): string {
  const rows = sources.map((source) => [
    source.id,
    String(source.feeds.length),
    source.enabled ? describeSchedule(source.schedule) : 'not polled (enabled: false)',
    source.republish,
  ]);
  return table([['source', 'feeds', 'schedule', 'republish'], ...rows]);
}

function describeSchedule(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'interval':
      return `every ${formatDuration(schedule.everyMs)}`;
    case 'cron':
      return `cron ${schedule.pattern} (${schedule.timezone})`;
    case 'adaptive':
      return `adaptive, ${formatDuration(schedule.minMs)} to ${formatDuration(schedule.maxMs)}`;
  }
}

export function addCheck(command: Command, cli: CommandLine): void {
  command
    .option('--live <source>', "try this source's feeds, test pages and rules on the live site")
    .option('--json', 'print everything as JSON', false)
    .action(async ({ live, json }: { live?: string; json: boolean }) => {
      if (live !== undefined) {
        await cli.withSource(live, (config, source) =>
          checkLive(source!, config, json, cli.terminal),
        );
        return;
      }
      cli.status = await check({ ...cli.terminal, configPath: cli.configPath, json });
    });
}
