import type { Provenance } from '../article-record.ts';
import type { Found } from '../article/scraped.ts';

/** Takes the first layer that has a value, and notes which one it was. */
export class Fields {
  readonly provenance: Record<string, Provenance> = {};

  take<T>(field: string, ...candidates: (Found<T> | undefined)[]): T | undefined {
    const found = candidates.find((candidate) => candidate !== undefined);
    if (found) this.provenance[field] = found.from;
    return found?.value;
  }
}

/** What a layer says, where it says anything. */
export function from<T>(layer: Provenance, value: T | null | undefined | ''): Found<T> | undefined {
  return value === null || value === undefined || value === '' ? undefined : { value, from: layer };
}
