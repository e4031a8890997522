import type { Command } from 'commander';
import { withoutSecrets } from '../../printable-url.ts';
import type { Source } from '../../config/schema.ts';
import type { LoadedConfig } from '../../config/load.ts';
import { readOpml, writeOpml } from '../../feed/discovery/opml.ts';
import { DONE, FAILED, type CommandLine } from '../command-line.ts';
import { httpClientFor } from '../http-client.ts';
import { readInput } from '../input.ts';
import { configuredFeeds, sourcesYaml, type DraftSource } from '../sources-yaml.ts';
import { type Terminal, print, put } from '../terminal.ts';

const SECRET_REMOVED = 'its secret was taken out of the list: write ${NAME} in place of ***';

const drafted = (url: string): DraftSource['feeds'][number] =>
  url.includes('***') ? { url, remark: SECRET_REMOVED } : { url };

/** Prints the feeds of an OPML list that the config does not have yet as sources; 1 when it lists none. */
async function importCommand(
  name: string,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  await using client = httpClientFor(config);
  const { bytes } = await readInput(name, 'any', terminal, client.fetch);
  const groups = readOpml(bytes);
  if (groups.length === 0) {
    print(
      terminal.stderr,
      `${name} lists no feed; expected OPML with outlines that have an xmlUrl`,
    );
    return FAILED;
  }
  const known = configuredFeeds(config);
  const drafts = groups.flatMap((group) => {
    const feeds = group.feeds.filter((url) => known(url) === undefined).map(drafted);
    return feeds.length > 0 ? [{ name: group.name, feeds }] : [];
  });
  const count = (all: { feeds: unknown[] }[]) =>
    all.reduce((sum, { feeds }) => sum + feeds.length, 0);
  const polled = count(groups) - count(drafts);
  if (polled > 0) print(terminal.stderr, `${polled} feeds are polled already and left out`);
  if (drafts.length > 0) put(terminal.stdout, sourcesYaml(drafts, config));
  return DONE;
}

export function addImport(command: Command, cli: CommandLine): void {
  command
    .argument('[input]', 'a file, an address, or - for standard input', '-')
    .action(async (input: string) => {
      await cli.withSource(undefined, (config) => importCommand(input, config, cli.terminal));
    });
}

/** Lists are passed on; secrets are not. */
function withoutFeedSecrets({ name, feeds }: Source): Pick<Source, 'name' | 'feeds'> {
  return { name, feeds: feeds.map((feed) => withoutSecrets(feed)) };
}

export function addExport(command: Command, cli: CommandLine): void {
  command.requiredOption('--opml', 'as an OPML subscription list').action(async () => {
    await cli.withConfig(({ sources }) => {
      put(cli.terminal.stdout, writeOpml('newsrelay sources', sources.map(withoutFeedSecrets)));
      return Promise.resolve(DONE);
    });
  });
}
