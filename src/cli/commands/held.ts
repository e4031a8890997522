import type { Command } from 'commander';
import { releaseHeld } from '../../operations/release.ts';
import type { Pipeline } from '../../processors/pipeline.ts';
import type { HeldArticle } from '../../store/held.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { collectValues, positiveInteger } from '../options.ts';
import { print, table, type Terminal } from '../terminal.ts';
import { clockFor } from '../times.ts';
import { withWork } from '../with-work.ts';

interface ListOptions {
  source: string[];
  limit: number;
  json: boolean;
}

function listTable(held: HeldArticle[], clock: (moment: string) => string): string {
  const rows = held.map(({ record, reason, heldAt }) => [
    record.id,
    record.sourceId,
    clock(heldAt),
    reason,
    record.title,
  ]);
  return table([['id', 'source', 'held since', 'reason', 'title'], ...rows]);
}

async function listHeld(options: ListOptions, pipeline: Pipeline, { stdout }: Terminal) {
  const { source, limit, json } = options;
  const ids = source.length > 0 ? source : [...pipeline.sources.keys()];
  const bySource = await Promise.all(ids.map((id) => pipeline.held.list(id, limit)));
  const held = bySource
    .flat()
    .toSorted((a, b) => (a.heldAt < b.heldAt ? 1 : -1))
    .slice(0, limit);
  if (json) print(stdout, JSON.stringify(held, null, 2));
  else print(stdout, held.length > 0 ? listTable(held, clockFor({ stdout })) : 'nothing is held');
  return DONE;
}

function showHeld({ record, reason, heldAt }: HeldArticle, { stdout }: Terminal): void {
  print(stdout, `${record.title}\n${record.url}`);
  print(stdout, `held since ${clockFor({ stdout })(heldAt)}: ${reason}\n`);
  for (const { text } of record.paragraphs) print(stdout, `${text}\n`);
  if (record.credit) print(stdout, record.credit.text);
}

async function releaseOne(held: HeldArticle, pipeline: Pipeline, { stdout }: Terminal) {
  const outcome = await releaseHeld(held, pipeline);
  const result = outcome.kind === 'revised' ? outcome.action : 'published already';
  print(stdout, `${held.record.id}: ${result}: ${held.record.title}`);
}

async function dropHeld(held: HeldArticle, pipeline: Pipeline, { stdout }: Terminal) {
  await pipeline.held.drop(held);
  print(stdout, `${held.record.id}: dropped: ${held.record.title}`);
}

/** Does something with each of the named articles; status 1 when one of them is not held. */
async function forEach(
  ids: string[],
  pipeline: Pipeline,
  terminal: Terminal,
  action: (held: HeldArticle) => Promise<void> | void,
): Promise<number> {
  let status = DONE;
  for (const id of ids) {
    const held = await pipeline.held.find(id);
    if (held) await action(held);
    else {
      status = FAILED;
      print(terminal.stderr, `${id} is not held; \`newsrelay held list\` shows what is`);
    }
  }
  return status;
}

interface DecisionChoice {
  all: boolean;
  source: string[];
}

/** The ids of all that is held, or of what these sources have. */
async function idsOfHeld({ all, source }: DecisionChoice, { held }: Pipeline): Promise<string[]> {
  const sources = all ? await held.sources() : source;
  const found = await Promise.all(sources.map((id) => held.list(id)));
  return found.flat().map(({ record }) => record.id);
}

function addDecision(
  held: Command,
  cli: CommandLine,
  name: string,
  description: string,
  decide: typeof releaseOne,
): void {
  const { terminal } = cli;
  held
    .command(name)
    .description(description)
    .argument('[ids...]', 'their ids, from the list')
    .option('--all', 'everything that is held', false)
    .option('--source <id>', 'all of this source; may be given again', collectValues, [])
    .action(async (ids: string[], choice: DecisionChoice) => {
      if (ids.length === 0 && !choice.all && choice.source.length === 0) {
        print(terminal.stderr, 'name articles, a source with --source, or --all');
        cli.status = WRONG_USAGE;
        return;
      }
      await withWork(cli, async ({ pipeline }, config) => {
        const unknown = cli.unknownSources(choice.source, config);
        if (unknown !== undefined) return unknown;
        const wanted = [...ids, ...(await idsOfHeld(choice, pipeline))];
        if (wanted.length === 0) print(terminal.stdout, 'nothing is held');
        return await forEach(wanted, pipeline, terminal, (found) =>
          decide(found, pipeline, terminal),
        );
      });
    });
}

function addList(held: Command, cli: CommandLine): void {
  held
    .command('list')
    .description('what is held, newest first, with the reason')
    .option('--source <id>', 'only of this source; may be given again', collectValues, [])
    .option('--limit <n>', 'how many to print', positiveInteger, 100)
    .option('--json', 'print the whole records as JSON', false)
    .action(async (options: ListOptions) => {
      await withWork(cli, ({ pipeline }) => listHeld(options, pipeline, cli.terminal));
    });
}

export function addHeld(held: Command, cli: CommandLine): void {
  const { terminal } = cli;
  addList(held, cli);
  held
    .command('show')
    .description('prints a held article as it would be published, and why it is held')
    .argument('<id>', 'its id, from the list')
    .option('--json', 'print the whole record as JSON', false)
    .action(async (id: string, { json }: { json: boolean }) => {
      await withWork(cli, ({ pipeline }) =>
        forEach([id], pipeline, terminal, (found) => {
          if (json) print(terminal.stdout, JSON.stringify(found, null, 2));
          else showHeld(found, terminal);
        }),
      );
    });
  addDecision(held, cli, 'release', 'publishes held articles as they are', releaseOne);
  addDecision(held, cli, 'drop', 'forgets held articles until their content changes', dropHeld);
}
