import type { Command } from 'commander';
import { titledRecord } from '../../queue/republish-job.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveDemoSite, type DemoSite } from '../../../demo/server.ts';
import { writeSeedText } from '../../record/seed-format.ts';
import type { LoadedConfig } from '../../config/load.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { createLog } from '../log/log.ts';
import { openConfig } from '../open-config.ts';
import { openForWork, REDIS_PATIENCE_MS, type Work } from '../open.ts';
import { logLevel } from '../options.ts';
import { printSummaries, runPass } from './poll.ts';
import { type Terminal, print, put } from '../terminal.ts';

const DEMO_CONFIG = fileURLToPath(new URL('../../../config/demo.yaml', import.meta.url));
const TIME_LIMIT_MS = 120_000;

const NEXT_STEPS = `
Your own sources, in three steps:
  1. npx newsrelay feed https://news.example/feed.xml      try a feed of yours
  2. edit config/newsrelay.yaml, then npx newsrelay check  list the feed as a source
  3. npx newsrelay poll, or npm start                      one pass, or the service`;

async function demoConfig(
  site: DemoSite,
  dataDir: string,
  terminal: Terminal,
): Promise<LoadedConfig | undefined> {
  const prefix = `newsrelay-demo-${process.pid}`;
  const environment = {
    ...terminal.environment,
    ...site.environment,
    DEMO_DATA_DIR: dataDir,
    DEMO_PREFIX: prefix,
  };
  const config = await openConfig(DEMO_CONFIG, { ...terminal, environment });
  return config && { ...config, http: { ...config.http, allowPorts: site.ports } };
}

/** The records that wait for the site, as text; each is shown as far as its rights allow. */
async function printRecords({ open }: Work, { stdout }: Terminal): Promise<number> {
  const jobs = await open.pipeline.queues.waitingForSites();
  for (const job of jobs) {
    const { action } = job;
    const record = titledRecord(job);
    print(stdout, `--- ${action}, ${record.rights.mode}: ${record.rights.attribution.url}`);
    put(stdout, writeSeedText(record));
    if (record.paragraphs.length === 0 && record.summary) print(stdout, `(${record.summary})`);
    print(stdout, '');
  }
  return jobs.length;
}

async function showMainJob(site: DemoSite, work: Work, terminal: Terminal): Promise<number> {
  const pass = { source: [], force: true };
  const signal = AbortSignal.any([terminal.signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
  await work.open.work(['poll', 'scrape']);
  const first = await runPass(work.open, pass, terminal, signal);
  const records = await printRecords(work, terminal);
  printSummaries(first, false, terminal);
  const asked = site.requests.length;
  const second = await runPass(work.open, pass, terminal, signal);
  const again = second.reduce((sum, { published, updated }) => sum + published + updated, 0);
  const conditional = site.requests.slice(asked).filter((request) => request.conditional).length;
  print(
    terminal.stdout,
    `\n${records} jobs wait in the queue "republish". Polled once more: ${conditional} conditional requests, ${again} new jobs.`,
  );
  const failed = [...first, ...second].some(({ failures }) => failures.length > 0);
  return failed || records === 0 ? FAILED : DONE;
}

async function demoCommand(level: string, terminal: Terminal): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-demo-'));
  try {
    await using site = await serveDemoSite();
    const config = await demoConfig(site, dataDir, terminal);
    if (!config) return WRONG_USAGE;
    await using work = await openForWork(config, createLog(terminal, { level }), {
      patienceMs: REDIS_PATIENCE_MS,
      signal: terminal.signal,
    });
    const status = await showMainJob(site, work, terminal);
    if (status === DONE) print(terminal.stdout, NEXT_STEPS);
    if (config.redis.url !== '') await work.open.forgetEverything();
    return status;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

export function addDemo(command: Command, cli: CommandLine): void {
  command.addOption(logLevel('warn')).action(async (options: { logLevel: string }) => {
    cli.status = await demoCommand(options.logLevel, cli.terminal);
  });
}
