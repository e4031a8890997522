import type { Command } from 'commander';
import type { LoadedConfig } from '../../../config/load.ts';
import { type TidiedTerms, tidyTerms } from '../../../deliver/wordpress/tidy-terms.ts';
import { createSend } from '../../../http/send.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../../command-line.ts';
import { print, table, type Terminal } from '../../terminal.ts';

interface TidyOptions {
  apply: boolean;
  json: boolean;
}

async function tidySite(
  name: string,
  { apply, json }: TidyOptions,
  { destinations, http }: LoadedConfig,
  { stdout, stderr, signal }: Terminal,
): Promise<number> {
  const sites = destinations.filter((one) => one.type === 'wordpress');
  const options = sites.find((site) => site.name === name);
  if (!options) {
    const known = sites.map((site) => site.name).join(', ') || 'none';
    print(stderr, `no WordPress destination is called ${name}; the config has: ${known}`);
    return WRONG_USAGE;
  }
  const { send, close } = createSend({ userAgent: http.userAgent });
  try {
    const context = { now: () => new Date(), signal };
    const tidied = await tidyTerms(options, { send, context }, apply);
    if (json) print(stdout, JSON.stringify(tidied, null, 2));
    else print(stdout, tidiedLines(tidied).join('\n'));
    return DONE;
  } catch (error) {
    print(stderr, `${name}: ${(error as Error).message}`);
    return FAILED;
  } finally {
    await close();
  }
}

export function tidiedLines({ applied, taken, deleted }: TidiedTerms): string[] {
  const rows = [
    ...taken.map(({ post, taxonomy, name }) => ['off', taxonomy, name, `post ${post}`]),
    ...deleted.map(({ taxonomy, name }) => ['delete', taxonomy, name, '']),
  ];
  const sum = `${taken.length} taken off posts, ${deleted.length} deleted`;
  return [
    ...(rows.length > 0 ? [table(rows)] : []),
    applied ? sum : `${sum}: nothing is changed yet; --apply does it`,
  ];
}

export function addTerms(terms: Command, cli: CommandLine): void {
  terms
    .command('tidy')
    .description(
      'what newsrelay made on a WordPress site and no longer wants: shows it, or takes it off',
    )
    .argument('<destination>', 'its name in the config')
    .option('--apply', 'do it, instead of only saying what would be done', false)
    .option('--json', 'print it as JSON', false)
    .action(async (name: string, options: TidyOptions) => {
      await cli.withConfig((config) => tidySite(name, options, config, cli.terminal));
    });
}
