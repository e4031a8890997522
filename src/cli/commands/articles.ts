import { type Command, Option } from 'commander';
import { listArticles, type ArticleFilter } from '../../monitor/articles.ts';
import { actionSchema, type Action } from '../../store/articles/latest.ts';
import type { RecentArticle } from '../../store/health/recent-articles.ts';
import { DONE, type CommandLine } from '../command-line.ts';
import { collectValues, duration, positiveInteger } from '../options.ts';
import { print, table } from '../terminal.ts';
import { clockFor } from '../times.ts';
import { withWork } from '../with-work.ts';

interface ArticlesOptions {
  source: string[];
  since?: number;
  action?: Action;
  search?: string;
  limit: number;
  json: boolean;
}

// Enough to tell articles apart, and what `explain` takes.
const SHOWN_ID = 8;

function articlesTable(articles: RecentArticle[], clock: (ms: number) => string): string {
  const rows = articles.map(({ id, atMs, sourceId, action, mode, title }) => [
    clock(atMs),
    id.slice(0, SHOWN_ID),
    sourceId,
    action,
    mode,
    title,
  ]);
  return table([['changed', 'id', 'source', 'last', 'rights', 'title'], ...rows]);
}

export function addArticles(command: Command, cli: CommandLine): void {
  command
    .option('--source <id>', 'only of this source; may be given again', collectValues, [])
    .addOption(
      new Option('--since <duration>', 'only what changed in this time').argParser(duration),
    )
    .addOption(
      new Option('--action <action>', 'only what came to this in the end').choices(
        actionSchema.options,
      ),
    )
    .option('--search <text>', 'words of the title, a part of the address or the start of the id')
    .option('--limit <n>', 'how many to print', positiveInteger, 50)
    .option('--json', 'print them as JSON', false)
    .action(async (options: ArticlesOptions) => {
      await withWork(cli, async ({ pipeline }, config) => {
        const unknown = cli.unknownSources(options.source, config);
        if (unknown !== undefined) return unknown;
        const { source: sources, since, json, ...rest } = options;
        const sinceMs = since === undefined ? undefined : pipeline.now() - since;
        const filter: ArticleFilter = { sources, sinceMs, ...rest };
        const { articles, health } = pipeline;
        const found = await listArticles({ articles, recent: health.recent }, filter);
        const { stdout } = cli.terminal;
        if (json) print(stdout, JSON.stringify(found, null, 2));
        else print(stdout, found.length > 0 ? articlesTable(found, clockFor({ stdout })) : 'none');
        return DONE;
      });
    });
}
