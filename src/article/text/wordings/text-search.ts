import { keptUnitsOf, lowerUnits, unitsOf } from '../../../letter-units.ts';

/** Signs by which a text is looked up; shorter texts cannot be. */
export const GRAM = 4;
const SLOTS = 1 << 13;
/** Signs from the commonest on, as European languages write them; all others are rarer. */
const COMMON_SIGNS = ' eainrtosldcumhgpfbvwykzjqx';
/** The bits of whatever sign stands there. */
const ANY_SIGN = -1;
const NO_OWNERS: readonly number[] = [];
const NO_TEXTS: readonly SoughtText[] = [];

interface SoughtText {
  units: Uint16Array;
  /** Where in it its gram stands. */
  from: number;
  owners: readonly number[];
}

/** The slot of the last signs of a text, from that of the signs before: after `GRAM` signs the oldest has left it. */
const nextSlot = (slot: number, unit: number): number => ((slot << 4) ^ unit) & (SLOTS - 1);

/** A sign as one of 32 bits, which many signs share. */
const bitOf = (unit: number | undefined): number =>
  unit === undefined ? ANY_SIGN : 1 << (unit & 31);

/** The more the fewer lines have it. */
function rarityOf(signs: string): number {
  let rarity = 1;
  for (const sign of signs) {
    const rank = COMMON_SIGNS.indexOf(sign);
    rarity *= (rank === -1 ? COMMON_SIGNS.length : rank) + 2;
  }
  return rarity;
}

/** Where the gram of a text begins that, with the signs beside it, the fewest lines have. */
function rarestGram(text: string): number {
  const grams = Array.from({ length: text.length - GRAM + 1 }, (_, from) => ({
    from,
    rarity: rarityOf(text.slice(Math.max(0, from - 1), from + GRAM + 1)),
  }));
  return grams.reduce((best, gram) => (gram.rarity > best.rarity ? gram : best)).from;
}

function byText(texts: readonly (readonly string[])[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  for (const [owner, held] of texts.entries()) {
    for (const text of held) owners.set(text, [...(owners.get(text) ?? []), owner]);
  }
  return owners;
}

/**
 * Finds which of many texts a line holds in any case, in one pass over the line, as Wu and Manber's search does: by a
 * table of short grams, each of which leads to the few texts that have it.
 */
export class TextSearch {
  // For each slot the signs that may stand right before and after its gram, as bits. Most lines that have a gram by
  // chance go on otherwise. They are small, so that they stay in the processor's cache.
  private readonly before = new Int32Array(SLOTS);
  private readonly after = new Int32Array(SLOTS);
  /** Where in the present line grams begin that are followed as in a text. */
  private hits = new Int32Array(4_096);
  private readonly texts = Array.from({ length: SLOTS }, () => NO_TEXTS);

  /** `texts` by owner, in lower case, each of at least `GRAM` signs. */
  constructor(texts: readonly (readonly string[])[]) {
    for (const [text, owners] of byText(texts)) this.add(text, owners);
  }

  private add(text: string, owners: readonly number[]): void {
    const units = keptUnitsOf(text);
    const from = rarestGram(text);
    const slot = units.subarray(from, from + GRAM).reduce(nextSlot, 0);
    this.before[slot] = (this.before[slot] ?? 0) | bitOf(units[from - 1]);
    this.after[slot] = (this.after[slot] ?? 0) | bitOf(units[from + GRAM]);
    this.texts[slot] = [...(this.texts[slot] ?? NO_TEXTS), { units, from, owners }];
  }

  /** The owners of the texts that a line holds, some of them several times. */
  ownersIn(line: string): readonly number[] {
    const units = unitsOf(line);
    const count = this.noteHits(units, line.length);
    let found = NO_OWNERS;
    for (let at = 0; at < count; at += 1) {
      const gram = this.hits[at] as number;
      const texts = this.textsAt(units, gram);
      for (let of = 0; of < texts.length; of += 1) {
        const text = texts[of] as SoughtText;
        if (standsAt(text, units, gram)) found = [...found, ...text.owners];
      }
    }
    return found;
  }

  /** Notes the hits in a loop without a call, which the engine makes fast, and says how many there are. */
  private noteHits(units: Uint16Array, length: number): number {
    if (this.hits.length < length) this.hits = new Int32Array(2 * length);
    const { after, hits } = this;
    const lower = lowerUnits();
    let count = 0;
    let slot = 0;
    let unit = lower[units[0] as number] as number;
    for (let next = 1; next <= length; next += 1) {
      slot = nextSlot(slot, unit);
      unit = lower[units[next] as number] as number;
      hits[count] = next - GRAM;
      count += ((after[slot] as number) >>> (unit & 31)) & 1;
    }
    return count;
  }

  /** The texts whose gram may begin there. */
  private textsAt(units: Uint16Array, gram: number): readonly SoughtText[] {
    if (gram < 0) return NO_TEXTS;
    const lower = lowerUnits();
    let slot = 0;
    for (let at = gram; at < gram + GRAM; at += 1) {
      slot = nextSlot(slot, lower[units[at] as number] as number);
    }
    const leader = gram > 0 ? (lower[units[gram - 1] as number] as number) : 0;
    const mayLead = ((this.before[slot] as number) >>> (leader & 31)) & 1;
    return mayLead ? (this.texts[slot] as readonly SoughtText[]) : NO_TEXTS;
  }
}

/** Whether the text whose gram begins there stands in a line; what would reach beyond it meets its end. */
function standsAt({ units: sought, from }: SoughtText, units: Uint16Array, gram: number): boolean {
  const start = gram - from;
  if (start < 0) return false;
  const lower = lowerUnits();
  let at = 0;
  while (at < sought.length && lower[units[start + at] as number] === sought[at]) at += 1;
  return at === sought.length;
}
