import { parse } from 'yaml';
import {
  filterSchema,
  placedRules,
  type PlacedRule,
} from '../../../src/config/rules/filter-rules.ts';

/** Rules as an operator writes them, of a source called a. */
export function filterOf(yaml: string): PlacedRule[] {
  return placedRules('sources[0] (a)', filterSchema.parse(parse(yaml)));
}
