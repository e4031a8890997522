// npm run bench -- confidence FOLDER [--write]
//
// What confidence is worth on pages whose text is known (see known-text.ts): F1 is that of the words of both texts. It prints what there is at each
// level of confidence, and with --write keeps confidence and F1 of each page, and nothing else of it, in
// docs/confidence.json: the picture in the docs is drawn from that, and a test holds the default limit to it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scrapeArticle } from '../src/article/scrape.ts';
import { knownPages, knownSets, type KnownPage, type KnownText } from './known-text.ts';

interface MeasuredPage {
  url: string;
  confidence: number;
  f1: number;
  doubts: string[];
}

const MEASURED = join(import.meta.dirname, '../docs/confidence.json');
const LEVELS = [0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9];

/** The texts that count as right: with and without summary, with and without headings. */
function textsOf({ body, summary = [], sections }: KnownText): string[] {
  if (!sections) return body ? [body] : [];
  return [true, false].flatMap((withSummary) =>
    [true, false].map((withHeadings) =>
      [
        ...(withSummary ? summary : []),
        ...sections.flatMap((part) => [...(withHeadings ? part.headline : []), ...part.paragraphs]),
      ].join(' '),
    ),
  );
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: Map<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

function wordF1(known: string, read: string): number {
  const [wanted, got] = [wordCounts(known), wordCounts(read)];
  const shared = [...got].reduce(
    (sum, [word, count]) => sum + Math.min(count, wanted.get(word) ?? 0),
    0,
  );
  return shared === 0 ? 0 : (2 * shared) / (total(wanted) + total(got));
}

/** Undefined for a page whose text nobody wrote down, and for one that is refused as no article. */
function measure({ url, html, known }: KnownPage): MeasuredPage | undefined {
  const texts = textsOf(known ?? {});
  const outcome = scrapeArticle({ html, url, siteName: undefined });
  if (outcome.kind !== 'article' || texts.length === 0) return undefined;
  const { confidence, doubts, paragraphs } = outcome.article;
  const read = paragraphs.value.map(({ text }) => text).join(' ');
  const f1 = Math.max(...texts.map((text) => wordF1(text, read)));
  const told = doubts.map(({ name, costs }) => `${name} ${costs.toFixed(2)}`);
  return { url, confidence, f1: Math.round(f1 * 1000) / 1000, doubts: told };
}

function printLevels(pages: MeasuredPage[]): void {
  const [right, wrong] = [pages.filter(({ f1 }) => f1 >= 0.9), pages.filter(({ f1 }) => f1 < 0.7)];
  console.log(
    `${pages.length} pages, ${right.length} with F1 of 0.9 and more, ${wrong.length} below 0.7`,
  );
  for (const level of LEVELS) {
    const above = pages.filter(({ confidence }) => confidence >= level);
    const good = above.filter(({ f1 }) => f1 >= 0.9).length;
    const below = (some: MeasuredPage[]) =>
      some.filter(({ confidence }) => confidence < level).length;
    console.log(
      `  at ${level}: ${above.length} pages, F1 of 0.9 and more ${((100 * good) / above.length).toFixed(1)} %; ` +
        `held below it ${below(wrong)} of ${wrong.length} bad and ${below(right)} of ${right.length} right ones`,
    );
  }
}

export function run([folder, option]: string[]): Promise<void> {
  if (folder === undefined) throw new Error('npm run bench -- confidence FOLDER [--write]');
  const measured: Record<string, [confidence: number, f1: number][]> = {};
  for (const set of knownSets(folder)) {
    const pages = knownPages(folder, set).flatMap((page) => measure(page) ?? []);
    if (pages.length === 0) continue;
    measured[set] = pages.map(({ confidence, f1 }) => [confidence, f1]);
    console.log(set);
    printLevels(pages);
    if (option === '--pages') {
      for (const { url, confidence, f1, doubts } of pages.toSorted((a, b) => a.f1 - b.f1)) {
        console.log(`${f1} ${confidence} ${url} ${doubts.join(', ')}`);
      }
    }
  }
  const lines = Object.entries(measured).map(
    ([set, pages]) => `  ${JSON.stringify(set)}: ${JSON.stringify(pages)}`,
  );
  if (option === '--write') writeFileSync(MEASURED, `{\n${lines.join(',\n')}\n}\n`);
  return Promise.resolve();
}
