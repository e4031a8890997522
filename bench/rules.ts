// npm run bench -- rules FOLDER [FOLDER …]
//
// What each rule that strikes lines is worth on pages whose text is known (see known-text.ts): with the rule switched off,
// which lines would come into the text. A line that the known text lacks is the rule's gain, one that it has is its loss; a
// line that another wording strikes as well is neither. One row a rule, by the sites that gain; those that gain on fewer
// than two sites are named last.
import { publisherHost } from '../src/clean-url.ts';
import { scrapeArticle } from '../src/article/scrape.ts';
import { LINE_RULES } from '../src/article/text/line-rules.ts';
import {
  CITING,
  CLOSING_NOTES,
  WRITER_HEADINGS,
} from '../src/article/text/wordings/closing-notes.ts';
import { finderOf, type Wording } from '../src/article/text/wordings/wording.ts';
import { TEMPLATE_WORDINGS } from '../src/article/text/wordings/wordings.ts';
import { knownPages, knownSets, type KnownPage, type KnownText } from './known-text.ts';

const WORDINGS = [...TEMPLATE_WORDINGS, ...CLOSING_NOTES, ...WRITER_HEADINGS, ...CITING];

interface Worth {
  gained: string[];
  lost: string[];
  /** Lines of which the known text says nothing. */
  unknown: number;
  /** Lines that another wording strikes as well. */
  shared: number;
}

/** Letters and digits, so that quotes, blanks and case make no difference. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Shorter lines are in a text only where a line of it says nothing else. */
const MIN_PART = 30;

type Judge = (line: string) => 'gained' | 'lost' | 'unknown';

function judgeOf({
  body,
  summary = [],
  sections = [],
  with: parts,
  without = [],
}: KnownText): Judge {
  if (parts) {
    const [has, lacks] = [parts.map(folded), without.map(folded)];
    return (line) => {
      const own = folded(line);
      const holds = (part: string) => part !== '' && own.includes(part);
      if (has.some(holds)) return 'lost';
      return lacks.some(holds) ? 'gained' : 'unknown';
    };
  }
  const told = body?.split('\n') ?? [
    ...summary,
    ...sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]),
  ];
  const lines = new Set(told.map(folded));
  const text = told.map(folded).join('');
  return (line) => {
    const own = folded(line);
    const isIn = own.length < MIN_PART ? lines.has(own) : text.includes(own);
    return isIn ? 'lost' : 'gained';
  };
}

const others = new Map<string, (text: string) => Wording | undefined>();

/** Whether a wording of another name strikes the line as well. */
function isStruckByOthers(rule: string, text: string): boolean {
  if (!WORDINGS.some(({ name }) => name === rule)) return false;
  const known = others.get(rule);
  const find = known ?? finderOf(TEMPLATE_WORDINGS.filter(({ name }) => name !== rule));
  if (!known) others.set(rule, find);
  return find(text) !== undefined;
}

function count(page: KnownPage, site: string, worths: Map<string, Worth>): void {
  if (!page.known) return;
  const outcome = scrapeArticle({ html: page.html, url: page.url, siteName: undefined });
  if (outcome.kind !== 'article') return;
  const judge = judgeOf(page.known);
  for (const { rule, text } of outcome.article.struck) {
    const worth = worths.get(rule) ?? { gained: [], lost: [], unknown: 0, shared: 0 };
    worths.set(rule, worth);
    const verdict = judge(text);
    if (verdict === 'unknown') worth.unknown += 1;
    else if (isStruckByOthers(rule, text)) worth.shared += 1;
    else worth[verdict].push(site);
  }
}

const sites = (lines: string[]): number => new Set(lines).size;

export function run(folders: string[]): Promise<void> {
  if (folders.length === 0) throw new Error('npm run bench -- rules FOLDER [FOLDER …]');
  const worths = new Map<string, Worth>();
  for (const folder of folders) {
    for (const set of knownSets(folder)) {
      for (const page of knownPages(folder, set)) {
        count(page, publisherHost(page.url), worths);
      }
    }
  }
  const rows = [...worths].toSorted(([, a], [, b]) => sites(b.gained) - sites(a.gained));
  console.log('rule\tgained lines\tsites\tlost lines\tsites\tunknown\tby others as well');
  for (const [rule, { gained, lost, unknown, shared }] of rows) {
    const counts = [gained.length, sites(gained), lost.length, sites(lost), unknown, shared];
    console.log([rule, ...counts].join('\t'));
  }
  const names = new Set([...WORDINGS, ...LINE_RULES].map(({ name }) => name));
  const few = [...names].filter((name) => sites(worths.get(name)?.gained ?? []) < 2);
  console.log(
    `${few.length} of ${names.size} rules gain on fewer than two sites: ${few.join(', ')}`,
  );
  return Promise.resolve();
}
