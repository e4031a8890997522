import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { LoadedConfig } from '../../../config/load.ts';
import { type Consequence, CONSEQUENCE_KINDS } from '../../../operations/reapply/consequence.ts';
import { reapply, type Reapplied } from '../../../operations/reapply/reapply.ts';
import type { OpenPipeline } from '../../../service/open-pipeline.ts';
import { DONE, type CommandLine } from '../../command-line.ts';
import { collectValues, positiveInteger } from '../../options.ts';
import { print, table, type Terminal } from '../../terminal.ts';
import { withWork } from '../../with-work.ts';

interface ReapplyCommandOptions {
  source: string[];
  dryRun: boolean;
  perSecond: number;
  json: boolean;
}

export function consequenceLine({
  kind,
  url,
  title,
  reason,
}: Pick<Consequence, 'kind' | 'url' | 'title' | 'reason'>): string {
  const name = title === null ? '' : `  ${title}`;
  return `${kind.padEnd(8)}  ${url}${name}${reason === undefined ? '' : `\n            ${reason}`}`;
}

export function countsTable(counts: readonly Reapplied[]): string {
  if (counts.length === 0) return 'nothing is known yet that rules could be applied to';
  const columns = ['looked', ...CONSEQUENCE_KINDS] as const;
  const rows = counts.map((one) => [one.sourceId, ...columns.map((name) => String(one[name]))]);
  return table([['source', ...columns], ...rows]);
}

async function reapplyCommand(
  { source, dryRun, perSecond, json }: ReapplyCommandOptions,
  open: OpenPipeline,
  { stdout, stderr, signal }: Terminal,
): Promise<number> {
  const consequences: Omit<Consequence, 'act'>[] = [];
  const counts = await reapply(open.pipeline, {
    sourceIds: source,
    revisions: await open.revisionsSince(0),
    isDryRun: dryRun,
    perSecond,
    signal,
    sleep: (ms) => delay(ms, undefined, { signal }).catch(() => {}),
    onConsequence: (consequence) => {
      const { act: _, ...told } = consequence;
      if (json) consequences.push(told);
      else print(stdout, consequenceLine(consequence));
    },
  });
  print(
    stdout,
    json ? JSON.stringify({ dryRun, sources: counts, consequences }, null, 2) : countsTable(counts),
  );
  if (dryRun) print(stderr, 'nothing was changed; without --dry-run it is');
  if (signal.aborted) print(stderr, 'broken off: run it again for the rest');
  return DONE;
}

export function addReapply(command: Command, cli: CommandLine): void {
  command
    .option('--source <id>', 'articles of this source alone; may be given again', collectValues, [])
    .option('--dry-run', 'print what would be done, and change nothing', false)
    .option('--per-second <n>', 'most articles changed in a second', positiveInteger, 20)
    .option('--json', 'print it as JSON', false)
    .action(async (options: ReapplyCommandOptions) => {
      await withWork(cli, async (open: OpenPipeline, config: LoadedConfig) => {
        const unknown = cli.unknownSources(options.source, config);
        return unknown ?? (await reapplyCommand(options, open, cli.terminal));
      });
    });
}
