/** Signs by which a text is looked up; shorter texts cannot be. */
export const GRAM = 4;
const SLOTS = 1 << 16;
/** Signs from the commonest on, as European languages write them; all others are rarer. */
const COMMON_SIGNS = ' eainrtosldcumhgpfbvwykzjqx';

const NONE: ReadonlySet<number> = new Set();

interface SoughtText {
  text: string;
  /** Where in it its gram stands. */
  from: number;
  /** A sign beside the gram, by which most lines that have the gram alone are told; its place is counted from the gram's. */
  beside: { at: number; code: number };
  owners: number[];
}

/** The slot of the last signs of a text, from that of the signs before: after `GRAM` signs the oldest has left it. */
const nextSlot = (slot: number, code: number): number => ((slot << 4) ^ code) & (SLOTS - 1);

function slotAt(text: string, at: number): number {
  let slot = 0;
  for (let index = at; index < at + GRAM; index += 1) slot = nextSlot(slot, text.charCodeAt(index));
  return slot;
}

/** The more the fewer lines have it. */
function rarityOf(gram: string): number {
  let rarity = 1;
  for (const sign of gram) {
    const rank = COMMON_SIGNS.indexOf(sign);
    rarity *= (rank === -1 ? COMMON_SIGNS.length : rank) + 2;
  }
  return rarity;
}

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
  private readonly buckets: (SoughtText[] | undefined)[] = [];

  /** `texts` by owner, each of at least `GRAM` signs. */
  constructor(texts: readonly (readonly string[])[]) {
    for (const [text, owners] of byText(texts)) this.add(text, owners);
  }

  private add(text: string, owners: number[]): void {
    // By the gram that the fewest lines have, and the fewest others: each line that has it is looked at more closely.
    const grams = Array.from({ length: text.length - GRAM + 1 }, (_, from) => {
      const slot = slotAt(text, from);
      const others = this.buckets[slot]?.length ?? 0;
      return { from, slot, worth: rarityOf(text.slice(from, from + GRAM)) / (1 + others) };
    });
    const { from, slot } = grams.reduce((best, gram) => (gram.worth > best.worth ? gram : best));
    const besideAt = from > 0 ? -1 : Math.min(GRAM, text.length - 1);
    const beside = { at: besideAt, code: text.charCodeAt(from + besideAt) };
    this.marked[slot >> 3] = (this.marked[slot >> 3] ?? 0) | (1 << (slot & 7));
    this.buckets[slot] = [...(this.buckets[slot] ?? []), { text, from, beside, owners }];
  }

  /** The owners of the texts that a line holds. */
  ownersIn(line: string): ReadonlySet<number> {
    const { marked } = this;
    let found = NONE;
    let slot = 0;
    for (let at = 0; at < line.length; at += 1) {
      slot = nextSlot(slot, line.charCodeAt(at));
      const isMarked = (marked[slot >> 3] ?? 0) & (1 << (slot & 7));
      if (isMarked) found = this.withOwners(found, line, at - GRAM + 1, slot);
    }
    return found;
  }

  /** With the owners of the texts whose gram begins there. */
  private withOwners(found: ReadonlySet<number>, line: string, at: number, slot: number) {
    let all = found;
    for (const { text, from, beside, owners } of this.buckets[slot] ?? []) {
      if (line.charCodeAt(at + beside.at) !== beside.code) continue;
      if (line.startsWith(text, at - from)) all = new Set([...all, ...owners]);
    }
    return all;
  }
}
