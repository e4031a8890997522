import type { Command } from 'commander';
import { publisherHost } from '../../clean-url.ts';
import type { LoadedConfig } from '../../config/load.ts';
import { discoverFeeds, type Discovery, type FoundFeed } from '../../feed/discovery/discover.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { courteousClient } from '../../politeness/courteous-fetch.ts';
import { httpClientFor } from '../http-client.ts';
import { configuredFeeds, sourcesYaml } from '../sources-yaml.ts';
import { type Terminal, print, put } from '../terminal.ts';

/** What a feed holds, in words for the person who chooses. */
export function remarkOn({ title, entries, newest }: FoundFeed): string {
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  return [title, count, newest && `newest ${newest.slice(0, 16)}Z`].filter(Boolean).join(', ');
}

function printEntry(
  { siteName, feeds }: Discovery,
  siteUrl: string,
  config: LoadedConfig,
  { stdout, stderr }: Terminal,
): void {
  const known = configuredFeeds(config);
  for (const { url } of feeds) {
    const id = known(url);
    if (id !== undefined) print(stderr, `${url} is polled already, as ${id}`);
  }
  const name = siteName ?? feeds[0]?.title ?? publisherHost(siteUrl);
  const draft = { name, feeds: feeds.map((feed) => ({ url: feed.url, remark: remarkOn(feed) })) };
  put(stdout, sourcesYaml([draft], config));
}

/** Finds a site's feeds and prints them as a source; 1 when there is none. */
async function discoverCommand(
  address: string,
  json: boolean,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  if (url === null) {
    print(terminal.stderr, `${address} is no web address; write it like https://news.example`);
    return WRONG_USAGE;
  }
  await using client = httpClientFor(config);
  const { fetch } = courteousClient(client.fetch, {
    userAgent: config.http.userAgent,
    spacingMs: config.http.perHost.spacing,
    robots: 'obey',
    signal: terminal.signal,
  });
  const discovery = await discoverFeeds(url.href, fetch);
  const { feeds, disappointments } = discovery;
  for (const { url: place, problem } of disappointments) {
    print(terminal.stderr, `${place}: ${problem}`);
  }
  if (json) print(terminal.stdout, JSON.stringify(discovery, null, 2));
  else if (feeds.length > 0) printEntry(discovery, url.href, config, terminal);
  if (feeds.length > 0) return DONE;
  print(terminal.stderr, `no feed and no news sitemap was found at ${url.href}`);
  return FAILED;
}

export function addDiscover(command: Command, cli: CommandLine): void {
  command
    .argument('<url>', 'address of the site, or of one of its sections')
    .option('--json', 'print everything that was found as JSON', false)
    .action(async (url: string, { json }: { json: boolean }) => {
      await cli.withSource(undefined, (config) => discoverCommand(url, json, config, cli.terminal));
    });
}
