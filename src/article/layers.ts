import type { Provenance } from '../article-record.ts';
import type { Found } from './scraped.ts';

/** One place where a field may stand. A field's layers are an ordered list; the first that answers gives the field. */
export interface Layer<Input, Value> {
  /** What stands there, as it would be said of the value: "the window’s title". */
  name: string;
  from: Provenance;
  find: (input: Input) => Value | undefined;
}

/** The answer of the first layer that has one. */
export function firstFound<Input, Value>(
  layers: readonly Layer<Input, Value>[],
  input: Input,
): Found<Value> | undefined {
  for (const { name, from, find } of layers) {
    const value = find(input);
    if (value !== undefined) return { value, from, layer: name };
  }
  return undefined;
}
