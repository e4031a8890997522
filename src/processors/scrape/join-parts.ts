import type { Paragraph } from '../../article-record.ts';
import type { ScrapedArticle } from '../../article/scraped.ts';

export function textLength({ paragraphs }: ScrapedArticle): number {
  return paragraphs.value.reduce((sum, { text }) => sum + text.length, 0);
}

/** A part's paragraphs without those it repeats from earlier parts at its top, such as the lead. */
export function newParagraphs(known: readonly Paragraph[], part: readonly Paragraph[]) {
  const texts = new Set(known.map(({ text }) => text));
  const start = part.findIndex(({ text }) => !texts.has(text));
  return start < 0 ? [] : part.slice(start);
}

function distinctBy<T>(items: T[], key: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

/** As sure of the whole as of its parts, each by its length: a short last page says little. */
function joinedConfidence(parts: ScrapedArticle[]): number {
  const length = parts.reduce((sum, part) => sum + textLength(part), 0);
  if (length === 0) return 0;
  const sum = parts.reduce((total, part) => total + part.confidence * textLength(part), 0);
  return Math.round((sum / length) * 100) / 100;
}

/** Each doubt once, as it weighs most. */
function joinedDoubts(parts: ScrapedArticle[]): ScrapedArticle['doubts'] {
  const doubts = parts.flatMap((part) => part.doubts).toSorted((a, b) => b.costs - a.costs);
  return distinctBy(doubts, ({ name }) => name);
}

function joinedFlags(parts: ScrapedArticle[]): ScrapedArticle['flags'] {
  const any = (name: keyof ScrapedArticle['flags']) => parts.some(({ flags }) => flags[name]);
  return {
    gated: any('gated'),
    live: any('live'),
    opinion: any('opinion'),
    sponsored: any('sponsored'),
    developing: any('developing'),
  };
}

/**
 * One article of several pages. `first` says what the article is; `bodies` are the pages that hold its
 * text, in order, `first` among them or not. What any page says against reuse counts for the whole.
 */
export function joinParts(first: ScrapedArticle, bodies: ScrapedArticle[]): ScrapedArticle {
  const { nextPageUrl: _next, singlePageUrl: _single, ...article } = first;
  const all = [first, ...bodies.filter((body) => body !== first)];
  const paragraphs: Paragraph[] = [];
  for (const [at, body] of bodies.entries()) {
    const subhead = body.subtitle?.value;
    // What stands right below the headline is the subtitle on the first page alone.
    if (at > 0 && subhead !== undefined && subhead !== first.subtitle?.value) {
      paragraphs.push({ kind: 'h', text: subhead });
    }
    paragraphs.push(...newParagraphs(paragraphs, body.paragraphs.value));
  }
  const credit = all.findLast((body) => body.credit !== undefined)?.credit;
  const images = all.flatMap((part) => part.images.value);
  return {
    ...article,
    paragraphs: { value: paragraphs, from: first.paragraphs.from },
    structure: bodies.flatMap(({ structure }) => structure),
    ...(credit ? { credit } : {}),
    images: { value: distinctBy(images, ({ url }) => url), from: first.images.from },
    flags: joinedFlags(all),
    confidence: joinedConfidence(bodies),
    doubts: joinedDoubts(bodies),
    signals: distinctBy(
      all.flatMap(({ signals }) => signals),
      (signal) => JSON.stringify(signal),
    ),
  };
}
