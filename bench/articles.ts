// npm run bench -- articles [PAGES.jsonl]
//
// Milliseconds a page for reading one article out of HTML: newsrelay beside its peers and beside the bare parse,
// on the same pages. PAGES.jsonl holds one {"url","html"} a line; without it the pages are invented. Each extractor
// has a process of its own, so that its memory is its own, and reads all pages twice before it is timed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BenchPage, inventedPage } from './article-page.ts';

const INVENTED_PAGES = 150;
const WARM_UP = 2;

/** Reads the article out of a page, and gives the length of its text: proof that there was work. */
type Extractor = (page: BenchPage) => number | Promise<number>;

// The peers are installed apart from the product, so their types are unknown here: each is what it is called with.
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

interface Readability {
  Readability: new (document: unknown) => { parse(): { textContent: string } | null };
}

const extractors: Record<string, () => Promise<Extractor>> = {
  'htmlparser2 (parse only)': async () => {
    const { parseDocument } = await import('htmlparser2');
    return ({ html }) => parseDocument(html).children.length;
  },
  newsrelay: async () => {
    const { scrapeArticle } = await import('../src/article/scrape.ts');
    return (page) => {
      const outcome = scrapeArticle(page);
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

/** Times one extractor on every page, in the present process. */
async function time(extract: Extractor, pages: BenchPage[]): Promise<Timing> {
  const attempt = async (page: BenchPage): Promise<number> => {
    try {
      return await extract(page);
    } catch {
      return 0;
    }
  };
  for (let pass = 0; pass < WARM_UP; pass += 1) for (const page of pages) await attempt(page);
  const milliseconds: number[] = [];
  let empty = 0;
  for (const page of pages) {
    const started = performance.now();
    const length = await attempt(page);
    milliseconds.push(performance.now() - started);
    if (length === 0) empty += 1;
  }
  return { milliseconds, empty, peakMb: process.resourceUsage().maxRSS / 1024 };
}

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;

function row(
  name: string,
  { milliseconds, empty, peakMb }: Timing,
  pages: BenchPage[],
  bareMs: number,
) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const total = milliseconds.reduce((sum, value) => sum + value, 0);
  const megabytes = pages.reduce((sum, { html }) => sum + Buffer.byteLength(html), 0) / 1e6;
  const median = quantile(sorted, 0.5);
  return {
    extractor: name,
    'median ms': median.toFixed(2),
    'p99 ms': quantile(sorted, 0.99).toFixed(1),
    'MB/s': (megabytes / (total / 1_000)).toFixed(0),
    'peak MB': peakMb.toFixed(0),
    'times the bare parse': (median / bareMs).toFixed(2),
    'empty pages': empty,
  };
}

export async function run([file]: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'newsrelay-bench-'));
  const invented = Array.from({ length: INVENTED_PAGES }, (_, index) => inventedPage(index));
  const source = file ?? join(folder, 'pages.jsonl');
  if (!file) writeFileSync(source, invented.map((page) => JSON.stringify(page)).join('\n'));
  const pages = readPages(source);
  console.log(
    `${pages.length} ${file ? '' : 'invented '}pages, each read three times; the last time counts`,
  );
  const rows: object[] = [];
  let bareMs = Number.NaN;
  for (const name of Object.keys(extractors)) {
    const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, source], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (child.status !== 0) {
      console.error(`${name}: not measured: ${child.stderr.trim().split('\n').at(0)}`);
      continue;
    }
    const timing = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') as Timing;
    if (rows.length === 0)
      bareMs = quantile(
        timing.milliseconds.toSorted((a, b) => a - b),
        0.5,
      );
    rows.push(row(name, timing, pages, bareMs));
  }
  console.table(rows);
  rmSync(folder, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', source = ''] = process.argv.slice(2);
  const extractor = extractors[name];
  if (!extractor) throw new Error(`there is no extractor ${name}`);
  console.log(JSON.stringify(await time(await extractor(), readPages(source))));
}
