import type { Command } from 'commander';
import type { LoadedConfig } from '../../config/load.ts';
import { outletOf } from '../../record/outlet.ts';
import { DONE, type CommandLine } from '../command-line.ts';
import { print, table, type Terminal } from '../terminal.ts';

function printSources({ sources }: LoadedConfig, json: boolean, { stdout }: Terminal): void {
  const outlets = sources.map(outletOf);
  if (json) {
    print(stdout, JSON.stringify(outlets, null, 2));
    return;
  }
  const rows = outlets.map(({ id, name, republish, language = '', homePage = '' }) => [
    id,
    name,
    republish,
    language,
    homePage,
  ]);
  print(stdout, table([['source', 'name', 'republish', 'language', 'home page'], ...rows]));
}

export function addSources(command: Command, cli: CommandLine): void {
  command
    .option('--json', 'as in the records, for a page of sources', false)
    .action(async ({ json }: { json: boolean }) => {
      await cli.withConfig((config) => {
        printSources(config, json, cli.terminal);
        return Promise.resolve(DONE);
      });
    });
}
