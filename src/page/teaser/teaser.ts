import { type AnyNode, hasChildren, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { plain, plainFromMarkup, UNREAD, withoutUnended } from '../plain-text.ts';
import { READ_ON_WORDS } from './read-on-words.ts';
import { CLOSERS, endsSentence, SENTENCE_MARKS, wordsOf } from '../sentence.ts';

/** What a teaser leads to, as its feed states it. */
export interface TeaserOf {
  /** The article's own page. */
  link: string;
  title: string | null;
}

/** A run of text with the address that it leads to; a break has none and stands between blocks. */
type Piece = { text: string; href?: string | undefined } | 'break';

/** Longer than any teaser; also bounds the parser, which is quadratic in nesting. */
const MOST_OF_A_TEASER = 20_000;

const UNREAD_IN_TEASERS = new Set([...UNREAD, 'object']);
const INLINE_IN_TEASERS = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Words around the title in "The post … appeared first on …", in whatever language. */
const MOST_AROUND = 60;

/** "[…]" and "(...)" are marks of the feed; an ellipsis alone may be the writer's and stays. */
const CUT_MARK = /(?:(?<!\s)\s+)?[[({]\s*(?:…|\.{3})\s*[\])}]\s*$/u;

/** Arrows and dots around "Read more". */
const ORNAMENTS =
  /^[\s.…:»›→>\-–—|[\](){}]+|(?<![\s.…:»›→>\-–—|[\](){}])[\s.…:»›→>\-–—|[\](){}]+$/gu;

const READ_ON = new Set(READ_ON_WORDS.flatMap(({ words }) => words));
const LONGEST_READ_ON = Math.max(...[...READ_ON].map((words) => words.length)) + 4;

/**
 * The plain text of the teaser that a feed gives with an article: no markup, no script, none of the ways
 * to the page that feeds add to it (WordPress's "The post … appeared first on …", "Continue reading",
 * "[…]"). Empty where nothing is left. The ways are told by where they lead, not by their language: the
 * article's own address or its title says it, beside their place at the end.
 */
export function teaserText(markup: string, article: TeaserOf): string {
  const pieces = withoutWaysOn(piecesOf(markup.slice(0, MOST_OF_A_TEASER)), article);
  const text = plain(pieces.map((piece) => (piece === 'break' ? ' ' : piece.text)).join(''));
  // What was escaped twice is markup only now.
  const read = /&(?:#\d+|#x[\da-f]+|[a-z]+);|<[a-z/!]/i.test(text) ? plainFromMarkup(text) : text;
  const kept = withoutReadOn(withoutTitleSentence(read, article.title));
  return isSame(kept, article.title) ? '' : kept;
}

function piecesOf(markup: string): Piece[] {
  const pieces: Piece[] = [];
  if (!markup.includes('<')) return [{ text: plainFromMarkup(markup) }];
  const walk = (node: AnyNode, href: string | undefined): void => {
    if (isText(node)) pieces.push({ text: node.data, href });
    if (!hasChildren(node) || (isTag(node) && UNREAD_IN_TEASERS.has(node.name))) return;
    const isBlock = isTag(node) && !INLINE_IN_TEASERS.has(node.name);
    if (isBlock) pieces.push('break');
    const to = isTag(node) && node.name === 'a' ? node.attribs['href'] : href;
    for (const child of node.children) walk(child, to);
    if (isBlock) pieces.push('break');
  };
  walk(parseDocument(withoutUnended(markup)), undefined);
  return pieces;
}

/** Without the last sentence or link where that leads to the article's own page. */
function withoutWaysOn(pieces: Piece[], article: TeaserOf): Piece[] {
  const at = pieces.findLastIndex(
    (piece) => piece !== 'break' && leadsTo(piece.href, article.link) && piece.text.trim() !== '',
  );
  if (at === -1) return pieces;
  const after = pieces.slice(at + 1).filter((piece) => piece !== 'break');
  const unlinked = after.filter(({ href }) => href === undefined);
  if (plainLengthOf(unlinked) > MOST_AROUND || endsSentence(textOfPieces(unlinked.slice(0, -1)))) {
    return pieces;
  }
  const start = startOfSentence(pieces, at);
  const before = pieces.slice(0, start.at);
  const first = start.kept === '' ? [] : [{ text: start.kept }];
  const left = [...before, ...first];
  // A teaser that is a link as a whole is text, wherever it leads.
  return textOfPieces(left).trim() === '' && !isWayOn(pieces, at, article) ? pieces : left;
}

/** Where the sentence of a link begins: at a block, at the end of another sentence, or at the link. */
function startOfSentence(pieces: Piece[], link: number): { at: number; kept: string } {
  let around = 0;
  for (let at = link - 1; at >= 0; at -= 1) {
    const piece = pieces[at]!;
    if (piece === 'break') return { at: at + 1, kept: '' };
    const end = lastSentenceEnd(piece.text);
    around += piece.text.length - end;
    if (around > MOST_AROUND) break;
    if (end > 0) return { at, kept: piece.text.slice(0, end) };
  }
  // The words before are the writer's: the link alone was added.
  return around > MOST_AROUND ? { at: link, kept: '' } : { at: 0, kept: '' };
}

/** Whether all that a teaser has is a way on: its title, or a call to read. */
function isWayOn(pieces: Piece[], at: number, { title }: TeaserOf): boolean {
  const text = plain(textOfPieces([pieces[at]!]));
  return isSame(text, title) || READ_ON.has(bare(text));
}

/** Words behind a dot that are a name's still: "St. Louis Bread News". */
const MOST_OF_A_NAME = 3;

/** Whether a text ends one sentence and goes on with another. */
function beginsSentence(text: string): boolean {
  const end = lastSentenceEnd(text.trimEnd().slice(0, -1));
  return end > 0 && wordsOf(text.slice(end)).length > MOST_OF_A_NAME;
}

/** "The post TITLE appeared first on SITE.", where the feed left no link in it. */
function withoutTitleSentence(text: string, title: string | null): string {
  if (!title || title.length < 8) return text;
  const at = text.lastIndexOf(title);
  if (at === -1) return text;
  const after = text.slice(at + title.length);
  if (after.trim() === '' || after.length > MOST_AROUND * 2 || beginsSentence(after)) return text;
  const start = lastSentenceEnd(text.slice(0, at));
  const words = text.slice(start, at).trim();
  return words !== '' && words.length <= MOST_AROUND ? text.slice(0, start).trim() : text;
}

/** Without "Read more" and marks of a cut at the end; a sentence that is cut keeps an ellipsis. */
function withoutReadOn(text: string): string {
  let kept = text;
  for (;;) {
    const tail = kept.slice(-LONGEST_READ_ON);
    const at = [...tail.matchAll(/[\s.…!?。！？)\]\]>:|(]+|^/gu)]
      .map((match) => match.index + match[0].length)
      .find((start) => start < tail.length && READ_ON.has(bare(tail.slice(start))));
    const before = at === undefined ? undefined : kept.slice(0, kept.length - tail.length + at);
    // In the middle of a sentence the same words are the writer's: "and then some more".
    if (before === undefined || !/(?:^|[.…!?。！？؟।)\]:|(>»]["'”’]?)\s*$/u.test(before)) break;
    kept = before.replace(/(?<![\s([{:|>»-])[\s([{:|>»-]+$/u, '');
  }
  if (!CUT_MARK.test(kept)) return kept;
  const words = kept.replace(CUT_MARK, '').trimEnd();
  return words === '' || endsSentence(words) ? words : `${words}…`;
}

/** A mark or a bracket before a blank; scripts with marks of their own set none. */
const ENDS_WITHIN = new RegExp(
  String.raw`[.!?…\])]${CLOSERS}*(?=\s)|(?![.!?…])${SENTENCE_MARKS}${CLOSERS}*`,
  'gu',
);

const bare = (text: string): string => text.replaceAll(ORNAMENTS, '').toLowerCase();

function lastSentenceEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(ENDS_WITHIN)) {
    end = match.index + match[0].length;
  }
  return end;
}

const textOfPieces = (pieces: Piece[]): string =>
  pieces.map((piece) => (piece === 'break' ? ' ' : piece.text)).join('');

const plainLengthOf = (pieces: Piece[]): number => plain(textOfPieces(pieces)).length;

const isSame = (text: string, title: string | null): boolean =>
  title !== null && plain(text).toLowerCase() === plain(title).toLowerCase();

/** Query and fragment count campaigns; `http`, `www.` and a closing slash tell no pages apart. */
function leadsTo(href: string | undefined, link: string): boolean {
  if (href === undefined) return false;
  const [to, own] = [href, link].map((address) => URL.parse(address.trim(), link));
  if (!to || !own) return false;
  const place = ({ hostname, pathname }: URL) =>
    hostname.replace(/^www\./, '') + pathname.replace(/(?<!\/)\/+$/, '');
  const isPath = own.pathname !== '/';
  return place(to) === place(own) && (isPath || to.search === own.search);
}
