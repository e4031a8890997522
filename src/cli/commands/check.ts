import type { Command } from 'commander';
import { checkLive } from '../check-live.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { leftOut } from '../open-config.ts';
import { siteConnections, toldConnections } from '../site-connection.ts';
import { print, put, table, type TextOutput } from '../terminal.ts';
import { formatDuration } from '../../config/duration.ts';
import type { Environment } from '../../config/environment.ts';
import { withoutSecrets } from '../../printable-url.ts';
import { loadConfig, type ConfigOutcome } from '../../config/load.ts';
import { formatProblem } from '../../config/problems/problem.ts';
import type { Schedule } from '../../config/schedule.ts';
import type { Source } from '../../config/schema.ts';

export interface CheckOptions {
  configPath: string;
  json: boolean;
  environment: Environment;
  stdout: TextOutput;
  stderr: TextOutput;
}

/**
 * Reads the config as every other command does. The summary (with `json`, everything) goes to stdout,
 * problems and warnings to stderr, one a line. Resolves to the exit status: 0 sound, 1 with an
 * included file left out, 2 not.
 */
export async function check(options: CheckOptions): Promise<number> {
  const outcome = await loadConfig(options.configPath, options.environment);
  if (options.json) print(options.stdout, JSON.stringify(report(outcome)));
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
    for (const problem of problems) print(stderr, formatProblem(problem));
    print(stderr, `\n${configPath}: ${counted(problems.length, 'problem')}; nothing was started`);
    return;
  }
  const { config, warnings } = outcome;
  for (const fault of config.faults) print(stderr, leftOut(fault));
  for (const warning of warnings) print(stderr, `warning: ${formatProblem(warning)}`);
  const feeds = config.sources.flatMap((source) => source.feeds);
  print(stdout, `${summary(config.sources)}\n`);
  const verdict = config.faults.length > 0 ? 'works in part' : 'is sound';
  put(stdout, `${configPath} ${verdict}: ${counted(config.sources.length, 'source')}, `);
  print(stdout, counted(feeds.length, 'feed'));
  for (const line of toldConnections(config)) print(stdout, line);
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
      const { environment } = cli.terminal;
      // Who asks for JSON gets the config's mistakes as JSON, too.
      const isWrong = json && (await loadConfig(cli.configPath, environment)).kind === 'problems';
      if (live !== undefined && !isWrong) {
        await cli.withSource(live, (config, source) =>
          checkLive(source!, config, json, cli.terminal),
        );
        return;
      }
      cli.status = await check({ ...cli.terminal, configPath: cli.configPath, json });
    });
}
