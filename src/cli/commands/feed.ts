import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LoadedConfig } from '../../config/load.ts';
import type { Source } from '../../config/schema.ts';
import type { Entry, FeedDocument } from '../../feed/entry.ts';
import { printableUrl } from '../../printable-url.ts';
import { readFeed } from '../../feed/read.ts';
import { runBatch, type BatchAnswer } from '../batch.ts';
import { readInput } from '../input.ts';
import type { CommandLine } from '../command-line.ts';
import { httpClientFor } from '../http-client.ts';
import { print, type Terminal } from '../terminal.ts';

interface FeedCommandOptions {
  json: boolean;
  jsonl: boolean;
}

const feedRequestSchema = z.union([
  z.object({ path: z.string(), contentType: z.string().nullish(), url: z.string().nullish() }),
  z.object({ xml: z.string(), contentType: z.string().nullish(), url: z.string().nullish() }),
]);

async function answer(request: z.infer<typeof feedRequestSchema>): Promise<BatchAnswer> {
  const document: FeedDocument = {
    bytes: 'xml' in request ? new TextEncoder().encode(request.xml) : await readFile(request.path),
    // Text has been decoded already, whatever its declaration says.
    contentType:
      'xml' in request ? 'application/xml; charset=utf-8' : (request.contentType ?? undefined),
    url: request.url ?? undefined,
  };
  const outcome = await readFeed(document);
  if (outcome.kind === 'not-a-feed') {
    return { ok: false, error: { code: outcome.kind, message: outcome.message } };
  }
  if (outcome.kind === 'sitemap-index') return { ok: true, sitemaps: outcome.sitemaps };
  const { title, entries } = outcome.feed;
  return { ok: true, feed: { title, entries: entries.map(contractEntry) } };
}

/** An entry as the batch's contract has it: of an enclosure nothing but address, type and length. */
function contractEntry({ enclosures, doubtedDate: _doubted, ...entry }: Entry): Entry {
  return {
    ...entry,
    enclosures: enclosures.map(({ url, type, length }) => ({ url, type, length })),
  };
}

function entryLines(entry: Entry): string {
  const categories = entry.categories.map(({ term }) => term).join(' · ');
  return [
    `${entry.published ?? entry.updated ?? 'no date'}  ${entry.title ?? '(no title)'}`,
    `  ${entry.link ?? '(no link: this entry would be left out)'}`,
    ...(entry.id === null || entry.id === entry.link ? [] : [`  id ${entry.id}`]),
    ...(categories ? [`  ${categories}`] : []),
  ].join('\n');
}

/** Parses one feed and prints its entries, or many in batch. Exit status 1 when it is no feed. */
async function feedCommand(
  name: string,
  options: FeedCommandOptions,
  source: Source | undefined,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  if (options.jsonl) {
    await runBatch(terminal, feedRequestSchema, answer);
    return 0;
  }
  await using client = httpClientFor(config);
  const input = await readInput(name, 'feed', terminal, client.fetch);
  const outcome = await readFeed({
    bytes: input.bytes,
    contentType: input.headers['content-type'],
    url: input.url,
    assumeZone: source?.assumeZone,
    ignoreOffset: source?.ignoreOffset,
    listing: source?.listing,
  });
  if (outcome.kind === 'not-a-feed') {
    print(
      terminal.stderr,
      `${name === '-' ? 'standard input' : printableUrl(name)}: ${outcome.message}`,
    );
    return 1;
  }
  if (outcome.kind === 'sitemap-index') {
    const urls = outcome.sitemaps.map(({ url }) => url);
    print(
      terminal.stdout,
      options.json ? JSON.stringify(outcome.sitemaps, null, 2) : urls.join('\n'),
    );
    return 0;
  }
  const { title, entries, repairs } = outcome.feed;
  for (const repair of repairs) print(terminal.stderr, `repaired: ${repair}`);
  if (options.json) {
    print(terminal.stdout, JSON.stringify({ title, entries }, null, 2));
  } else {
    print(terminal.stdout, `${title ?? '(no title)'}: ${entries.length} entries`);
    for (const entry of entries) print(terminal.stdout, entryLines(entry));
  }
  return 0;
}

export function addFeed(command: Command, cli: CommandLine): void {
  command
    .argument('[input]', 'an address, a file, or - for standard input', '-')
    .option('--source <id>', "read dates as this source's config says")
    .option('--json', 'print the feed as JSON', false)
    .option('--jsonl', 'many feeds: one JSON object a line in and out', false)
    .action(async (input: string, options: FeedCommandOptions & { source?: string }) => {
      await cli.withSource(options.source, (config, source) =>
        feedCommand(input, options, source, config, cli.terminal),
      );
    });
}
