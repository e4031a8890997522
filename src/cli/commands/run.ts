import { type Command, Option } from 'commander';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { LoadedConfig } from '../../config/load.ts';
import { PermanentError } from '../../errors.ts';
import type { OpenPipeline } from '../../service/open-pipeline.ts';
import { isWorkRole, ROLES, type Role } from '../../service/roles.ts';
import { DONE, type CommandLine } from '../command-line.ts';
import { createLog, type LogFormat } from '../log/log.ts';
import { tellWarmUp } from '../log/warm-up-log.ts';
import { openForWork } from '../open.ts';
import { tellStandIns } from '../open-config.ts';
import { logFormat, logLevel, roleList } from '../options.ts';
import { watchAlerts } from '../alert-watch.ts';
import { nextConfig } from '../reload.ts';
import { siteConnections } from '../site-connection.ts';
import { warmUp } from '../../service/warm-up.ts';
import { serveWeb, type WebServer } from '../../web/web-server.ts';
import type { Terminal } from '../terminal.ts';

interface RunOptions {
  /** All of them when absent. */
  only?: Role[] | undefined;
  warmUp: boolean;
  logLevel: string;
  logFormat?: LogFormat | undefined;
}

const START_AGAIN_MS = 1_000;

/** Tries until it is done or we are to stop: a Redis that goes away while we start comes back. */
async function insist(work: () => Promise<void>, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
      return;
    } catch (error) {
      if (error instanceof PermanentError) throw error;
      log.warn({ reason: String(error) }, 'could not start yet');
      await delay(START_AGAIN_MS, undefined, { signal }).catch(() => {});
    }
  }
}

/** Undefined when we are to stop before there is a Redis. */
async function openOnceUp(config: LoadedConfig, log: Logger, { signal, environment }: Terminal) {
  try {
    return await openForWork(config, log, { patienceMs: Infinity, signal, environment });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** The operators' page; undefined, after that was said, where its place is taken or it is not wanted. */
async function pageFor(
  wanted: readonly Role[],
  config: LoadedConfig,
  open: OpenPipeline,
  log: Logger,
): Promise<WebServer | undefined> {
  const { web: options } = config;
  if (options === false || !wanted.includes('web')) return undefined;
  const { pipeline } = open;
  try {
    return await serveWeb({ options, config, pipeline, faults: () => open.faults() });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ reason }, 'the page is not served; choose another web.listen, or write web: false');
    return undefined;
  }
}

/** Before a worker takes its first page; what goes wrong makes the first pages slower, and nothing else. */
async function readyToScrape(log: Logger, signal: AbortSignal): Promise<void> {
  const startedMs = Date.now();
  const outcome = await warmUp({ now: Date.now, signal });
  if (!signal.aborted) tellWarmUp(outcome, Date.now() - startedMs, log);
}

/** Works by this config until we are to stop, or until there is another: that one is the result. */
async function serve(
  wanted: readonly Role[],
  config: LoadedConfig,
  log: Logger,
  cli: CommandLine,
  warm: () => Promise<void>,
): Promise<LoadedConfig | undefined> {
  const { terminal } = cli;
  tellStandIns(config, wanted, log);
  const work = await openOnceUp(config, log, terminal);
  if (!work) return undefined;
  const { open, [Symbol.asyncDispose]: close } = work;
  const { allowPrivateAddresses } = config.http;
  if (allowPrivateAddresses.length > 0) {
    log.warn({ ranges: allowPrivateAddresses }, 'private addresses that may be fetched');
  }
  for (const connection of siteConnections(config)) log.info(connection, 'sites connect to');
  const schedule = async () => log.info(await open.schedule(), 'feeds are scheduled');
  if (wanted.includes('poll')) await insist(schedule, log, terminal.signal);
  if (wanted.includes('scrape')) await warm();
  await open.work(wanted.filter((role) => isWorkRole(role)));
  const page = await pageFor(wanted, config, open, log);
  const facts = { roles: wanted, sources: config.sources.length, page: page?.url };
  log.info(facts, 'working');
  const alerts = watchAlerts(config, work, log);
  const next = await nextConfig(cli.configPath, log, terminal);
  alerts[Symbol.dispose]();
  await page?.[Symbol.asyncDispose]();
  log.info(`${next ? 'reloading the config' : 'stopping'}: finishing what is in hand`);
  await close();
  return next;
}

/** The service: schedules the feeds and works the queues until it is asked to stop; SIGHUP reloads the config. */
async function runCommand(
  { only, warmUp: isWarm, logLevel: level, logFormat: format }: RunOptions,
  config: LoadedConfig,
  cli: CommandLine,
): Promise<number> {
  const log = createLog(cli.terminal, { level, format });
  // Once: a process stays warm when its config is read anew.
  let warming: Promise<void> | undefined;
  const warm = async () => {
    if (isWarm) await (warming ??= readyToScrape(log, cli.terminal.signal));
  };
  let current: LoadedConfig | undefined = config;
  let before: LoadedConfig | undefined;
  while (current) {
    try {
      const next: LoadedConfig | undefined = await serve(only ?? ROLES, current, log, cli, warm);
      before = current;
      current = next;
    } catch (error) {
      // What only Redis could tell is wrong with a new config is no reason to stop working by the old one.
      if (!(error instanceof PermanentError) || before === undefined) throw error;
      log.error({ reason: error.message }, 'the new config is refused, the one before stays');
      current = before;
      before = undefined;
    }
  }
  log.info('stopped');
  return DONE;
}

export function addRun(command: Command, cli: CommandLine): void {
  command
    .addOption(new Option('--only <roles>', `work only as ${ROLES.join(', ')}`).argParser(roleList))
    .option('--no-warm-up', 'begin at once; the first pages then take longer to read')
    .addOption(logLevel('info'))
    .addOption(logFormat())
    .action(async (options: RunOptions) => {
      await cli.withConfig((config) => runCommand(options, config, cli));
    });
}
