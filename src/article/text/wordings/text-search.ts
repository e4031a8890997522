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
  /** The bucket of a gram; the first is that of grams that no text has. */
  private readonly slots = new Uint16Array(SLOTS);
  private readonly buckets: SoughtText[][] = [[]];

  /** `texts` by owner, each of at least `GRAM` signs. */
  constructor(texts: readonly (readonly string[])[]) {
    for (const [text, owners] of byText(texts)) this.add(text, owners);
  }

  private bucketAt(slot: number): SoughtText[] {
    return this.buckets[this.slots[slot] ?? 0] ?? [];
  }

  private add(text: string, owners: number[]): void {
    // By the gram that the fewest others have: many phrases begin by the same words.
    const grams = Array.from({ length: text.length - GRAM + 1 }, (_, from) => ({
      from,
      slot: slotAt(text, from),
    }));
    const { from, slot } = grams.reduce((best, gram) =>
      this.bucketAt(gram.slot).length < this.bucketAt(best.slot).length ? gram : best,
    );
    if (this.slots[slot] === 0) this.slots[slot] = this.buckets.push([]) - 1;
    this.bucketAt(slot).push({ text, from, owners });
  }

  /** The owners of the texts that a line holds. */
  ownersIn(line: string): Set<number> {
    const found = new Set<number>();
    let [first, second, third] = [line.charCodeAt(0), line.charCodeAt(1), line.charCodeAt(2)];
    for (let at = GRAM - 1; at < line.length; at += 1) {
      const fourth = line.charCodeAt(at);
      const bucket = this.slots[slotOf(first, second, third, fourth)];
      if (bucket) this.note(line, at - GRAM + 1, this.buckets[bucket] ?? [], found);
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
