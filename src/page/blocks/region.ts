import type { Element } from 'domhandler';
import { type Hint, hintOf } from '../element-hints.ts';

/** A block-level element of the page. Numbered in reading order, so that nesting is a comparison of numbers. */
export class Region {
  readonly element: Element;
  readonly parent: Region | undefined;
  readonly id: number;
  /** The number of the last region inside. */
  end: number;
  private known: Hint | false | undefined;

  constructor(element: Element, parent: Region | undefined, id: number) {
    this.element = element;
    this.parent = parent;
    this.id = id;
    this.end = id;
  }

  /** What the element's name and class say of its text; most regions are never asked. */
  get hint(): Hint | undefined {
    this.known ??= hintOf(this.element) ?? false;
    return this.known || undefined;
  }

  holds(other: Region): boolean {
    return this.id <= other.id && other.id <= this.end;
  }

  /** The nearest that passes, of itself and the elements that it stands in. */
  closest(passes: (region: Region) => boolean): Region | undefined {
    if (passes(this)) return this;
    let at = this.parent;
    while (at && !passes(at)) at = at.parent;
    return at;
  }

  /** The elements that it stands in, the nearest first. */
  get around(): Region[] {
    const regions: Region[] = [];
    for (let at = this.parent; at; at = at.parent) regions.push(at);
    return regions;
  }
}

const NONE = 'none';

/** `closest` for the blocks of one page, which asks each region once. */
export function closestOnce(
  passes: (region: Region) => boolean,
): (region: Region) => Region | undefined {
  const known: (Region | typeof NONE | undefined)[] = [];
  return function closest(region: Region): Region | undefined {
    const before = known[region.id];
    if (before) return before === NONE ? undefined : before;
    const found = passes(region) ? region : region.parent && closest(region.parent);
    known[region.id] = found ?? NONE;
    return found;
  };
}
