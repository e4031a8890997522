/** Signs by which a text is looked up; shorter texts cannot be. */
export const GRAM = 4;
const SLOTS = 1 << 16;

interface SoughtText {
  text: string;
  /** Where in it its gram stands. */
  from: number;
  owners: number[];
}

const slotOf = (first: number, second: number, third: number, fourth: number): number =>
  (first ^ (second << 4) ^ (third << 8) ^ (fourth << 12)) & (SLOTS - 1);

const slotAt = (text: string, at: number): number =>
  slotOf(
    text.charCodeAt(at),
    text.charCodeAt(at + 1),
    text.charCodeAt(at + 2),
    text.charCodeAt(at + 3),
  );

function byText(texts: readonly (readonly string[])[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  for (const [owner, held] of texts.entries()) {
    for (const text of held) owners.set(text, [...(owners.get(text) ?? []), owner]);
  }
  return owners;
}

/**
 * Finds which of many texts a line holds in one pass over the line, as Wu and Manber's search does: by a table of
 * short grams, each of which leads to the few texts that have it.
 */
export class TextSearch {
  /** A bit for each slot that a gram has: small, so that it stays in the processor's cache. */
  private readonly marked = new Uint8Array(SLOTS / 8);
  private readonly buckets = new Map<number, SoughtText[]>();

  /** `texts` by owner, each of at least `GRAM` signs. */
  constructor(texts: readonly (readonly string[])[]) {
    for (const [text, owners] of byText(texts)) this.add(text, owners);
  }

  private add(text: string, owners: number[]): void {
    // By the gram that the fewest others have: many phrases begin by the same words.
    const grams = Array.from({ length: text.length - GRAM + 1 }, (_, from) => ({
      from,
      slot: slotAt(text, from),
    }));
    const others = ({ slot }: { slot: number }): number => this.buckets.get(slot)?.length ?? 0;
    const { from, slot } = grams.reduce((best, gram) =>
      others(gram) < others(best) ? gram : best,
    );
    this.marked[slot >> 3] = (this.marked[slot >> 3] ?? 0) | (1 << (slot & 7));
    this.buckets.set(slot, [...(this.buckets.get(slot) ?? []), { text, from, owners }]);
  }

  /** The owners of the texts that a line holds. */
  ownersIn(line: string): Set<number> {
    const { marked } = this;
    const found = new Set<number>();
    let [first, second, third] = [line.charCodeAt(0), line.charCodeAt(1), line.charCodeAt(2)];
    for (let at = GRAM - 1; at < line.length; at += 1) {
      const fourth = line.charCodeAt(at);
      const slot = slotOf(first, second, third, fourth);
      const isMarked = (marked[slot >> 3] ?? 0) & (1 << (slot & 7));
      if (isMarked) this.note(line, at - GRAM + 1, this.buckets.get(slot) ?? [], found);
      first = second;
      second = third;
      third = fourth;
    }
    return found;
  }

  private note(line: string, at: number, bucket: SoughtText[], found: Set<number>): void {
    for (const { text, from, owners } of bucket) {
      if (line.startsWith(text, at - from)) for (const owner of owners) found.add(owner);
    }
  }
}
