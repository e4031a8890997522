import type { Command } from 'commander';
import type { LoadedConfig } from '../../config/load.ts';
import type { Pipeline } from '../../processors/pipeline.ts';
import { articleNamed } from '../../operations/article-named.ts';
import { liftTakedown, takeDown } from '../../operations/takedown.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { createLog } from '../log/log.ts';
import { openForWork, REDIS_PATIENCE_MS } from '../open.ts';
import { clockFor } from '../times.ts';
import { print, table, type Terminal } from '../terminal.ts';

interface TakedownOptions {
  reason: string;
  list?: boolean;
  lift?: boolean;
  json?: boolean;
}

async function listTakedowns(json: boolean, { takedowns }: Pipeline, { stdout }: Terminal) {
  const all = await takedowns.list();
  const clock = clockFor({ stdout });
  const rows = all.map(({ name, atMs, reason }) => [clock(atMs), name, reason]);
  if (json) print(stdout, JSON.stringify(all, null, 2));
  else
    print(
      stdout,
      rows.length > 0 ? table([['since', 'article', 'reason'], ...rows]) : 'nothing is taken down',
    );
  return DONE;
}

/** Takes one article down, or lets it be shown again; says what it did. */
async function one(
  name: string,
  { reason, lift }: TakedownOptions,
  pipeline: Pipeline,
  { stdout, stderr }: Terminal,
): Promise<number> {
  const article = await articleNamed(name, pipeline);
  if (!article) {
    print(stderr, `${name} is neither an article's id nor a web address`);
    return FAILED;
  }
  if (lift) {
    const isLifted = await liftTakedown(article, pipeline);
    const isListed = pipeline.takedowns.isConfigured(article.names);
    if (isListed)
      print(stderr, `${name} is listed under takedowns: in the config; remove it there`);
    else if (!isLifted) print(stderr, `${name} is not taken down; --list shows what is`);
    else print(stdout, `${name}: may be shown again; a visit to its page is on its way`);
    return isLifted && !isListed ? DONE : FAILED;
  }
  const { isWithdrawn, inHand } = await takeDown(article, reason, pipeline);
  const done = isWithdrawn
    ? 'withdrawn everywhere, and kept so'
    : article.articleId === undefined
      ? 'not known yet; it will not be published'
      : 'not shown; it will not be published';
  print(stdout, `${name}: ${done}`);
  if (inHand > 0) {
    print(
      stderr,
      `${name}: ${inHand} of its jobs are being taken by a site just now and keep its text`,
    );
    print(stderr, `for as long as finished jobs are kept; run this command again in a minute`);
  }
  if (pipeline.takedowns.isConfigured(article.names)) return DONE;
  print(stdout, `To keep that even if all of Redis is lost, add it to the config:`);
  print(stdout, `takedowns: [${article.names[0]}]`);
  return DONE;
}

async function takedownCommand(
  names: string[],
  options: TakedownOptions,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  if (names.length === 0 && !options.list) {
    print(terminal.stderr, 'name an article by its address or id, or write --list');
    return WRONG_USAGE;
  }
  await using work = await openForWork(config, createLog(terminal, { level: 'warn' }), {
    patienceMs: REDIS_PATIENCE_MS,
    signal: terminal.signal,
  });
  const { pipeline } = work.open;
  if (options.list) return await listTakedowns(options.json ?? false, pipeline, terminal);
  let status = DONE;
  for (const name of names) {
    status = Math.max(status, await one(name, options, pipeline, terminal));
  }
  return status;
}

export function addTakedown(command: Command, cli: CommandLine): void {
  command
    .argument('[articles...]', 'their addresses or ids')
    .option('--reason <text>', 'why, for the record', 'on demand')
    .option('--lift', 'let them be shown again')
    .option('--list', 'print what is taken down')
    .option('--json', 'print the list as JSON')
    .action(async (names: string[], options: TakedownOptions) => {
      await cli.withConfig((config) => takedownCommand(names, options, config, cli.terminal));
    });
}
