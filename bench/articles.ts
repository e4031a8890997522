// npm run bench -- articles [PAGES.jsonl]
//
// Milliseconds a page for reading one article out of HTML: newsrelay beside its peers and beside the bare parse,
// on the same pages. PAGES.jsonl holds one {"url","html"} a line; without it the pages are invented. Each extractor
// has a process of its own, so that its memory is its own. A worker reads pages for days, so each reads all pages
// until it gets no faster, as the engine compiles what is run often, before it is timed. Parse and ours are then timed
// five times, and the least reading of a page counts; the peers, which take long and much memory, once. Machines are
// faster in one minute than in another, so each is timed right after a bare parse, and our own several times.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepPagesShortLived } from '../src/service/warm-up.ts';
import { type BenchPage, inventedPage } from './article-page.ts';

const INVENTED_PAGES = 150;
const MOST_WARM_UPS = 24;
/** A pass that is no faster than this part of the fastest before it brings nothing more. */
const STILL_WARMING = 0.98;
/** Passes in a row that bring nothing before an extractor counts as warm. */
const WARM = 4;
const OUR_READINGS = 5;
const BARE = 'htmlparser2 (parse only)';
const OURS = 'newsrelay';
const OUR_ROUNDS = 7;

/** Reads the article out of a page, and gives the length of its text: proof that there was work. */
type Extractor = (page: BenchPage) => number | Promise<number>;

// The peers are installed apart from the product, so their types are unknown here: each is what it is called with.
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

interface Readability {
  Readability: new (document: unknown) => { parse(): { textContent: string } | null };
}

const extractors: Record<string, () => Promise<Extractor>> = {
  [BARE]: async () => {
    const { parseDocument } = await import('htmlparser2');
    return ({ html }) => parseDocument(html).children.length;
  },
  [OURS]: async () => {
    const { scrapeArticle } = await import('../src/article/scrape.ts');
    return (page) => {
      const outcome = scrapeArticle({ ...page, siteName: undefined });
      return outcome.kind === 'article' ? outcome.article.paragraphs.value.length : 0;
    };
  },
  'readability, linkedom': async () => {
    const { Readability } = await load<Readability>('@mozilla/readability');
    const { parseHTML } = await load<{ parseHTML: (html: string) => { document: unknown } }>(
      'linkedom',
    );
    return ({ html }) => new Readability(parseHTML(html).document).parse()?.textContent.length ?? 0;
  },
  'readability, jsdom': async () => {
    const { Readability } = await load<Readability>('@mozilla/readability');
    const { JSDOM } = await load<{
      JSDOM: new (
        html: string,
        options: { url: string },
      ) => { window: { document: unknown; close(): void } };
    }>('jsdom');
    return ({ html, url }) => {
      const { window } = new JSDOM(html, { url });
      const length = new Readability(window.document).parse()?.textContent.length ?? 0;
      window.close();
      return length;
    };
  },
  defuddle: async () => {
    const { Defuddle } = await load<{
      Defuddle: (document: unknown, url: string) => Promise<{ content: string }>;
    }>('defuddle/node');
    const { parseHTML } = await load<{ parseHTML: (html: string) => { document: unknown } }>(
      'linkedom',
    );
    return async ({ html, url }) => (await Defuddle(parseHTML(html).document, url)).content.length;
  },
  '@extractus/article-extractor': async () => {
    const { extractFromHtml } = await load<{
      extractFromHtml: (html: string, url: string) => Promise<{ content?: string } | null>;
    }>('@extractus/article-extractor');
    return async ({ html, url }) => (await extractFromHtml(html, url))?.content?.length ?? 0;
  },
};

const readPages = (file: string): BenchPage[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as BenchPage);

interface Timing {
  milliseconds: number[];
  empty: number;
  peakMb: number;
}

/** Runs `pass` until it gets no faster. */
async function warmUp(pass: () => Promise<void>): Promise<void> {
  let fastest = Infinity;
  for (let passes = 0, steady = 0; passes < MOST_WARM_UPS && steady < WARM; passes += 1) {
    const started = performance.now();
    await pass();
    const took = performance.now() - started;
    steady = took < fastest * STILL_WARMING ? 0 : steady + 1;
    fastest = Math.min(fastest, took);
  }
}

/** Times one extractor on every page, in the present process, whose memory is tended as a worker's. */
async function time(extract: Extractor, pages: BenchPage[], readings: number): Promise<Timing> {
  const attempt = async (page: BenchPage): Promise<number> => {
    try {
      return await extract(page);
    } catch {
      return 0;
    }
  };
  keepPagesShortLived();
  await warmUp(async () => {
    for (const page of pages) await attempt(page);
  });
  const milliseconds = pages.map(() => Infinity);
  let empty = 0;
  for (let reading = 0; reading < readings; reading += 1) {
    empty = 0;
    for (const [at, page] of pages.entries()) {
      const started = performance.now();
      const length = await attempt(page);
      milliseconds[at] = Math.min(milliseconds[at] ?? Infinity, performance.now() - started);
      if (length === 0) empty += 1;
    }
  }
  return { milliseconds, empty, peakMb: process.resourceUsage().maxRSS / 1024 };
}

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;

const medianOf = ({ milliseconds }: Timing): number =>
  quantile(
    milliseconds.toSorted((a, b) => a - b),
    0.5,
  );

interface Round {
  timing: Timing;
  /** Median by median, beside the bare parse of the same minute. */
  ratio: number;
}

function row(name: string, rounds: Round[], pages: BenchPage[]) {
  const byRatio = rounds.toSorted((a, b) => a.ratio - b.ratio);
  const { timing, ratio } = byRatio[Math.floor((rounds.length - 1) / 2)]!;
  const [least, most] = [byRatio[0]!.ratio, byRatio.at(-1)!.ratio];
  const total = timing.milliseconds.reduce((sum, value) => sum + value, 0);
  const megabytes = pages.reduce((sum, { html }) => sum + Buffer.byteLength(html), 0) / 1e6;
  const sorted = timing.milliseconds.toSorted((a, b) => a - b);
  return {
    extractor: name,
    'median ms': medianOf(timing).toFixed(2),
    'p99 ms': quantile(sorted, 0.99).toFixed(1),
    'MB/s': (megabytes / (total / 1_000)).toFixed(0),
    'peak MB': timing.peakMb.toFixed(0),
    'times the bare parse':
      ratio.toFixed(2) + (rounds.length > 1 ? ` (${least.toFixed(2)}–${most.toFixed(2)})` : ''),
    'empty pages': timing.empty,
  };
}

/** Times one extractor in a process of its own. */
function timed(name: string, source: string): Timing {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, source], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (child.status !== 0) throw new Error(child.stderr.trim().split('\n').at(0));
  return JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') as Timing;
}

function roundOf(name: string, source: string): Round {
  const bare = timed(BARE, source);
  const timing = name === BARE ? bare : timed(name, source);
  return { timing, ratio: medianOf(timing) / medianOf(bare) };
}

export async function run([file]: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'newsrelay-bench-'));
  const invented = Array.from({ length: INVENTED_PAGES }, (_, index) => inventedPage(index));
  const source = file ?? join(folder, 'pages.jsonl');
  if (!file) writeFileSync(source, invented.map((page) => JSON.stringify(page)).join('\n'));
  const pages = readPages(source);
  console.log(
    `${pages.length} ${file ? '' : 'invented '}pages. ${OURS} in ${OUR_ROUNDS} rounds: the one of the median ratio`,
  );
  const rows: object[] = [];
  for (const name of Object.keys(extractors)) {
    const count = name === OURS ? OUR_ROUNDS : 1;
    try {
      const rounds = Array.from({ length: count }, () => roundOf(name, source));
      rows.push(row(name, rounds, pages));
    } catch (error) {
      console.error(`${name}: not measured: ${(error as Error).message}`);
    }
  }
  console.table(rows);
  rmSync(folder, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', source = ''] = process.argv.slice(2);
  const extractor = extractors[name];
  if (!extractor) throw new Error(`there is no extractor ${name}`);
  const readings = name === BARE || name === OURS ? OUR_READINGS : 1;
  console.log(JSON.stringify(await time(await extractor(), readPages(source), readings)));
}
