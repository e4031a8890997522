// What other layers of a page, and the feed, say about a body that was found on it.

import type { Paragraph } from '../../article-record.ts';
import type { Entry } from '../../feed/entry.ts';
import type { Block } from '../../page/blocks/blocks.ts';
import type { Page } from '../../page/page.ts';
import { plainFromMarkup } from '../../page/plain-text.ts';
import { endsSentence } from '../../page/sentence.ts';
import { ldText } from '../../page/ld-nodes.ts';
import type { ArticleText, PageText } from './article-text.ts';

/** What was read, and what else the page and the feed say of it. */
export interface Reading {
  page: Page;
  text: PageText;
  article: ArticleText;
  paragraphs: Paragraph[];
  /** The feed's item that led to the page. */
  entry: Entry | undefined;
  /** The page says that not everybody may read on. */
  isGated: boolean;
  hasAuthors: boolean;
}

export interface BodyFacts {
  characters: number;
  /** How well the body's element stands apart on the page, 0 to 1; 1 where a rule names it. */
  fitness: number;
  /** Parts of running text below and above the body, between the headline and the end of its article. */
  below: number;
  above: number;
  /** The part of the text between the body's first line and its last that is not taken. */
  struck: number;
  /** Parts of the body: whole sentences, list items, links, lines that stand on other pages of the source. */
  sentences: number;
  items: number;
  links: number;
  shared: number;
  /** The part of each witness's words that the body has; undefined where there is no such witness. */
  data: number | undefined;
  description: number | undefined;
  feed: number | undefined;
  /** The part of the words of the page's data that stand on the page and not in the body. */
  passedOver: number;
  /** The length of the text in the page's data, in parts of the body's. */
  dataLength: number | undefined;
  isGated: boolean;
  hasAuthors: boolean;
}

const MAX_CHARACTERS = 50_000;
const MIN_STRUCTURED = 200;
const MIN_DESCRIPTION = 40;

const inLowerCase = (lines: readonly string[]): string =>
  lines.join(' ').slice(0, MAX_CHARACTERS).toLowerCase();

const lengthOfAll = (lines: readonly { text: string }[]): number =>
  lines.reduce((sum, { text }) => sum + text.length, 0);

export function bodyFacts(reading: Reading): BodyFacts {
  const { page, text, article, paragraphs, entry, isGated, hasAuthors } = reading;
  const body = inLowerCase(paragraphs.map((paragraph) => paragraph.text));
  const characters = lengthOfAll(paragraphs);
  const part = (lines: readonly { text: string }[]) => lengthOfAll(lines) / Math.max(1, characters);
  const structured = ldText(page.ld.article['articleBody'], Infinity) ?? '';
  const data = missingIn(body, structured, MIN_STRUCTURED);
  return {
    characters,
    ...surroundingsOf(article, text),
    sentences: part(paragraphs.filter((line) => endsSentence(line.text))),
    items: part(paragraphs.filter(({ kind }) => kind === 'li')),
    links: article.blocks.reduce((sum, { linkChars }) => sum + linkChars, 0) / (characters + 1),
    shared: part(article.shared),
    data: data && 1 - data.share,
    passedOver: data ? data.share * standingBeside(article, text, data.words) : 0,
    dataLength: data && structured.length / (characters + 1),
    description: coveredBy(body, page.says.descriptions[0]?.text),
    feed: coveredBy(body, plainFromMarkup(entry?.content ?? entry?.summary ?? '')),
    isGated,
    hasAuthors,
  };
}

function coveredBy(body: string, witness = ''): number | undefined {
  const missing = missingIn(body, witness, MIN_DESCRIPTION);
  return missing && 1 - missing.share;
}

/** Which words of a witness's text a body lacks; undefined where the witness says too little. */
function missingIn(body: string, witness: string, least: number) {
  if (witness.length <= least) return undefined;
  const sample = sampleOf(witness.slice(0, MAX_CHARACTERS).toLowerCase());
  if (sample.length === 0) return undefined;
  const words = sample.filter((word) => !body.includes(word));
  return { words, share: words.length / sample.length };
}

const WORD = /[\p{L}\p{N}]{4,}/gu;
const SAMPLE = 60;

/** Words of a text, taken evenly from it. */
function sampleOf(text: string): string[] {
  const step = Math.ceil(text.length / SAMPLE);
  const sample: string[] = [];
  for (let at = 0; at < text.length; at = Math.max(WORD.lastIndex, at + step)) {
    WORD.lastIndex = at;
    const [word] = WORD.exec(text) ?? [];
    if (!word) break;
    sample.push(word);
  }
  return sample;
}

/** The part of the words that stand in running text of the page that was not taken. */
function standingBeside({ blocks }: ArticleText, text: PageText, words: string[]): number {
  if (words.length === 0) return 0;
  const own = new Set(blocks);
  const beside = text.blocks.filter((block) => block.good > 0 && !own.has(block));
  const said = inLowerCase(beside.map((block) => block.text));
  return words.filter((word) => said.includes(word)).length / words.length;
}

type BodySurroundings = Pick<BodyFacts, 'fitness' | 'below' | 'above' | 'struck'>;

/** Nothing around a body that a rule names, or that the page's data holds, says anything about it. */
const ALONE: BodySurroundings = { fitness: 1, below: 0, above: 0, struck: 0 };

function surroundingsOf(
  { blocks, fitness, from }: ArticleText,
  { scope }: PageText,
): BodySurroundings {
  const own = new Set(blocks);
  const first = scope.findIndex((block) => own.has(block));
  const last = scope.findLastIndex((block) => own.has(block));
  if (from === 'rule') return ALONE;
  if (first < 0) return { ...ALONE, fitness };
  const taken = goodIn(blocks);
  const said = new Set(blocks.map(({ text }) => text));
  const isOther = (block: Block) => !own.has(block) && !said.has(block.text);
  const besideTaken = (others: Block[]) => {
    const good = goodIn(others.filter(isOther));
    return good / (good + taken + 1);
  };
  const struck = lengthOfAll(scope.slice(first, last).filter(isOther));
  return {
    fitness,
    above: besideTaken(scope.slice(0, first)),
    below: besideTaken(scope.slice(last + 1)),
    struck: struck / (struck + lengthOfAll(blocks)),
  };
}

const goodIn = (blocks: Block[]): number => blocks.reduce((sum, { good }) => sum + good, 0);
