// npm run bench -- filters [ROUNDS]
//
// What rules cost: how many articles a second the rules of test/fixtures/filter judge all together, beside as many articles
// through no rule and through a plain copy of the record; and how long one pattern holds the event loop over 100 kB of text
// that is made to take long when it is asked whether it matches, and over 10 kB when it replaces. Processor time, the least of the rounds.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { linearPattern } from '../src/config/linear-pattern.ts';
import { filterSchema, placedRules } from '../src/config/rules/filter-rules.ts';
import { factsOfArticle } from '../src/filter/facts.ts';
import { judge } from '../src/filter/verdict.ts';
import { SearchedText, textTest } from '../src/filter/searched-text.ts';
import { articleTold } from '../test/support/records/told-articles.ts';

const LENGTH = 100_000;
/** What is longer is not looked through for replacements. */
const LONGEST_REPLACED = 10_000;
const HOSTILE: [name: string, text: string][] = [
  ['one letter', 'a'.repeat(LENGTH)],
  ['one letter and another at the end', `${'a'.repeat(LENGTH - 1)}!`],
  ['short words', 'ab '.repeat(LENGTH / 3)],
  ['one letter under accents', `a${'\u0301'.repeat(LENGTH)}`],
];
const PATTERNS = [
  '(a+)+$',
  '(a|aa)+$',
  '(.*a){20}$',
  '(x+x+)+y',
  'a.*z|a',
  '\\bobituary\\b',
  '(?:click here|read more|subscribe now).*$',
];

function cpuMs(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

const least = (rounds: number, work: () => unknown): number =>
  Math.min(...Array.from({ length: rounds }, () => cpuMs(work)));

interface Wish {
  rules: object[];
}

function ratesOf(rounds: number): void {
  const groups = parse(readFileSync('test/fixtures/filter/rules-of-others.yaml', 'utf8')) as Record<
    string,
    Wish[]
  >;
  const rules = placedRules(
    'bench',
    // None may decide early: every rule is asked of every article.
    filterSchema.parse(
      Object.values(groups)
        .flat()
        .flatMap(({ rules: some }) => some)
        .map((rule) => ({ drop: { all: [...Object.values(rule), { source: 'nobody' }] } })),
    ),
  );
  const text = Array.from(
    { length: 30 },
    (_, n) => `Line ${n} of the ferry ${'stays here '.repeat(20)}`,
  );
  const articles = Array.from({ length: 500 }, (_, n) =>
    articleTold({ title: `Ferry ${n}`, text }),
  );
  const perSecond = (ms: number) => Math.round((articles.length / ms) * 1_000);
  const judged = (some: typeof rules) =>
    least(rounds, () =>
      articles.map(({ record, entry }) => judge(some, factsOfArticle(record, {}, entry))),
    );
  const copied = least(rounds, () =>
    articles.map(({ record }) => JSON.parse(JSON.stringify(record)) as unknown),
  );
  const size = Math.round(JSON.stringify(articles[0]!.record).length / 1_000);
  console.log(
    `${articles.length} articles of ${size} kB, a second: ${rules.length} rules ${perSecond(judged(rules))}, no rule ${perSecond(judged([]))}, written and read as JSON ${perSecond(copied)}`,
  );
}

function hostileOf(rounds: number): void {
  let [longest, longestReplaced] = [0, 0];
  for (const source of PATTERNS) {
    for (const [name, text] of HOSTILE) {
      const pattern = linearPattern(source, 'i');
      const asked = least(rounds, () => pattern.test(text));
      const replaced = least(rounds, () =>
        pattern.replaceAll(text.slice(0, LONGEST_REPLACED), () => ''),
      );
      longest = Math.max(longest, asked);
      longestReplaced = Math.max(longestReplaced, replaced);
      console.log(
        `${asked.toFixed(1).padStart(7)} ms asked, ${replaced.toFixed(1).padStart(7)} ms replaced: /${source}/i on ${name}`,
      );
    }
  }
  for (const [name, text] of HOSTILE) {
    const test = textTest('ab ab ab ab nowhere');
    const asked = least(rounds, () => test(new SearchedText(text)));
    longest = Math.max(longest, asked);
    console.log(`${asked.toFixed(1).padStart(7)} ms asked: plain words on ${name}`);
  }
  console.log(
    `${longest.toFixed(1)} ms at most to ask over ${LENGTH / 1_000} kB, ${longestReplaced.toFixed(1)} ms to replace over ${LONGEST_REPLACED / 1_000} kB`,
  );
}

export function run([rounds = '5']: string[]): Promise<void> {
  ratesOf(Number(rounds));
  hostileOf(Number(rounds));
  return Promise.resolve();
}
