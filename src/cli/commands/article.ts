import { z } from 'zod';
import { normalizeArticle, type NormalizeOutcome } from '../../record/normalize.ts';
import type { ArticleRecord } from '../../article-record.ts';
import { scrapeArticle } from '../../article/scrape.ts';
import type { ScrapeOutcome } from '../../article/scraped.ts';
import { writeSeedText } from '../../record/seed-format.ts';
import { publisherHost } from '../../clean-url.ts';
import type { LoadedConfig } from '../../config/load.ts';
import type { Source } from '../../config/schema.ts';
import type { Entry } from '../../feed/entry.ts';
import { readFeed } from '../../feed/read.ts';
import { decodeText } from '../../http/content/charset.ts';
import { credentialsOf } from '../../http/credentials.ts';
import type { Fetch } from '../../http/fetch.ts';
import { runBatch, type BatchAnswer } from '../batch.ts';
import { type Command, Option } from 'commander';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { courteousClient } from '../../politeness/courteous-fetch.ts';
import { productToken } from '../../politeness/robots.ts';
import type { RightsSignal } from '../../terms/rights-signal.ts';
import { httpClientFor } from '../http-client.ts';
import { printableUrl } from '../../printable-url.ts';
import { readInput } from '../input.ts';
import { positiveInteger } from '../options.ts';
import { type Terminal, print, put } from '../terminal.ts';
import { rewriteSteps } from '../../filter/rewrite-steps.ts';
import { filterLines, rewriteLines, whyLines } from '../why-lines.ts';

interface ArticleOptions {
  url?: string | undefined;
  /** A feed whose entry for this page is joined with it, as a polling run does. */
  feed?: string | undefined;
  format: 'seed' | 'json';
  headerFields: number;
  jsonl: boolean;
  /** Print where each field comes from instead of the record. */
  why: boolean;
}

interface InputPage {
  html: string;
  url: string;
  headers?: Record<string, string>;
  entry?: Entry | undefined;
  siteTerms?: RightsSignal[] | undefined;
}

/** A host that is nobody's (RFC 2606). */
const NO_ADDRESS = 'https://unknown.invalid/';

const isWebAddress = (url: string): boolean => /^https?:/i.test(url) && URL.canParse(url);

/** What a page is taken for when no source is named: its host, republished by the default mode. */
function unnamedSource(url: string, config: LoadedConfig) {
  const host = publisherHost(url);
  return {
    id: host.replaceAll(/[^a-z0-9]+/g, '-'),
    name: host,
    channel: '',
    republish: config.defaults.republish,
    links: config.defaults.links,
  };
}

const scrapeUnder = (page: InputPage, source: Source | undefined): ScrapeOutcome =>
  scrapeArticle({
    ...page,
    siteName: source?.name,
    ...(source?.article ? { rules: source.article } : {}),
  });

function toRecord(
  page: InputPage,
  source: Source | undefined,
  config: LoadedConfig,
  now: Date,
): NormalizeOutcome {
  const scraped = scrapeUnder(page, source);
  if (scraped.kind === 'not-an-article') return scraped;
  const url = isWebAddress(page.url)
    ? page.url
    : (scraped.article.canonicalUrl?.value ?? NO_ADDRESS);
  return normalizeArticle({
    scraped: scraped.article,
    source: source ?? unnamedSource(url, config),
    url,
    entry: page.entry,
    siteTerms: page.siteTerms,
    agent: productToken(config.http.userAgent),
    fetchedAt: now,
  });
}

// Saved pages come with a file's name for an address: then theirs is the one that they state themselves.
const pageRequestSchema = z.object({ url: z.string().nullish(), html: z.string() });

function batchAnswer(outcome: NormalizeOutcome): BatchAnswer {
  if (outcome.kind === 'record') return { ok: true, record: outcome.record };
  return { ok: false, error: { code: outcome.code, message: outcome.message } };
}

/** The feed's entry that leads to `url`; a feed with one entry is taken to mean that one. */
async function findEntry(
  name: string,
  url: string | undefined,
  terminal: Terminal,
  fetch: Fetch,
): Promise<Entry | undefined> {
  const input = await readInput(name, 'feed', terminal, fetch);
  const outcome = await readFeed({ ...input, contentType: input.headers['content-type'] });
  if (outcome.kind === 'not-a-feed') {
    print(terminal.stderr, `${printableUrl(name)}: ${outcome.message}`);
    return undefined;
  }
  if (outcome.kind === 'sitemap-index') {
    print(terminal.stderr, `${printableUrl(name)} is a list of sitemaps; name one of those`);
    return undefined;
  }
  const { entries } = outcome.feed;
  return (
    entries.find(({ link }) => link === url) ?? (entries.length === 1 ? entries[0] : undefined)
  );
}

function rightsLines({ rights }: ArticleRecord): string[] {
  return [
    `rights: ${rights.mode}${rights.noindex ? ', noindex' : ''}`,
    ...rights.reasons.map(({ signal, value, where }) => `  ${signal} = ${value} (${where})`),
  ];
}

function printWhy(scraped: ScrapeOutcome, terminal: Terminal): number {
  if (scraped.kind === 'not-an-article') {
    print(terminal.stderr, scraped.message);
    return FAILED;
  }
  for (const line of whyLines(scraped.article)) print(terminal.stdout, line);
  return DONE;
}

/** The record as the source's rules rewrite it, and what is to be said of that. */
function byRules(
  outcome: NormalizeOutcome,
  source: Source | undefined,
  entry?: Entry,
): { outcome: NormalizeOutcome; lines: string[] } {
  if (outcome.kind !== 'record' || !source) return { outcome, lines: [] };
  const { record, steps } = rewriteSteps(outcome.record, source);
  const lines = [...rewriteLines(steps), ...filterLines(record, source, entry)];
  return { outcome: { kind: 'record', record }, lines };
}

function printRecord(
  outcome: NormalizeOutcome,
  { format, headerFields }: ArticleOptions,
  terminal: Terminal,
): number {
  if (outcome.kind === 'not-an-article') {
    print(terminal.stderr, outcome.message);
    return FAILED;
  }
  if (format === 'json') {
    print(terminal.stdout, JSON.stringify(outcome.record, null, 2));
    return DONE;
  }
  put(terminal.stdout, writeSeedText(outcome.record, { headerFields }));
  for (const line of rightsLines(outcome.record)) print(terminal.stderr, line);
  return DONE;
}

/** Scrapes one page and prints its record as scraped, or many in batch. Exit status 1 when it is no article. */
async function articleCommand(
  name: string,
  options: ArticleOptions,
  source: Source | undefined,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  const now = () => new Date();
  if (options.jsonl) {
    await runBatch(terminal, pageRequestSchema, (page) =>
      batchAnswer(
        byRules(toRecord({ ...page, url: page.url ?? '' }, source, config, now()), source).outcome,
      ),
    );
    return DONE;
  }
  await using client = httpClientFor(config);
  const visitor = courteousClient(client.fetch, {
    userAgent: config.http.userAgent,
    spacingMs: source?.politeness?.spacing ?? config.http.perHost.spacing,
    robots: source?.politeness?.robots ?? 'obey',
    signal: terminal.signal,
    credentials: source && credentialsOf(source),
  });
  const input = await readInput(name, 'page', terminal, visitor.fetch);
  const siteTerms = input.url === undefined ? [] : await visitor.termsOf(input.url);
  const entry = options.feed
    ? await findEntry(options.feed, options.url ?? input.url, terminal, visitor.fetch)
    : undefined;
  const url = options.url ?? input.url ?? entry?.link;
  if (!url) {
    print(terminal.stderr, 'a page from a file needs its address: add --url https://…');
    return WRONG_USAGE;
  }
  const contentType = input.headers['content-type'];
  const { text } = decodeText(input.bytes, {
    kind: 'html',
    ...(contentType ? { contentType } : {}),
  });
  const page = { html: text, url, headers: input.headers, entry, siteTerms };
  if (options.why) return printWhy(scrapeUnder(page, source), terminal);
  const { outcome, lines } = byRules(toRecord(page, source, config, now()), source, entry);
  const status = printRecord(outcome, options, terminal);
  for (const line of lines) print(terminal.stderr, line);
  return status;
}

export function addArticle(command: Command, cli: CommandLine): void {
  command
    .argument('[input]', 'an address, a file, or - for standard input', '-')
    .option('--url <url>', 'the address of a page that comes from a file')
    .option('--source <id>', "use this source's rules; what they rewrite is told, before and after")
    .option('--feed <input>', 'join the page with its entry in this feed (address or file)')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['seed', 'json']).default('json'),
    )
    .option(
      '--header-fields <n>',
      'fields on the first line of the seed format',
      positiveInteger,
      5,
    )
    .option(
      '--why',
      'where each field comes from, which lines were left out by which rule, and what lowers the confidence',
      false,
    )
    .option('--jsonl', 'many pages: one JSON object a line in and out', false)
    .action(async (input: string, options: ArticleOptions & { source?: string }) => {
      await cli.withSource(options.source, (config, source) =>
        articleCommand(input, options, source, config, cli.terminal),
      );
    });
}
