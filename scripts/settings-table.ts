// The tables of settings in docs/config.md, from the same schemas that check the config.
//
//   node scripts/settings-table.ts    writes each between its `<!-- settings: NAME -->` and its end

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../src/config/json-schema.ts';
import { partsOf, withParts } from './marked-part.ts';

const REFERENCE = join(import.meta.dirname, '../docs/config.md');

interface Node {
  description?: string;
  default?: unknown;
  type?: string | string[];
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  format?: string;
  /** Parts that several settings share, by name. */
  definitions?: Record<string, Node>;
}

interface Row {
  /** Such as `sources[].licence.basis` or `destinations[webhook].url`. */
  path: string;
  line: string;
}

const code = (value: unknown): string => `\`${String(value)}\``;

/** Of a setting that takes one of several values, or a list of them. */
const choicesOf = ({ enum: choices, anyOf = [] }: Node): unknown[] =>
  choices ?? anyOf.flatMap(choicesOf);

/** What may be written, where the schema says more than "text". */
function valuesOf(node: Node): string {
  const { minimum, maximum, exclusiveMinimum } = node;
  const choices = choicesOf(node);
  if (node.const !== undefined) return code(node.const);
  if (choices.length > 0) return choices.map(code).join(', ');
  const types = [node.type ?? []].flat();
  if (types.includes('boolean')) return '`true`, `false`';
  if (exclusiveMinimum !== undefined) return `above ${exclusiveMinimum}, up to ${maximum}`;
  if (minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER)
    return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${minimum} or more`;
  if (node.format === 'date') return 'a date';
  return types.includes('array') ? `a list${node.items ? of(node.items) : ''}` : '';
}

const of = (items: Node): string => {
  const values = valuesOf(items);
  return values === '' ? '' : ` of ${values}`;
};

function rowsOf(node: Node, path: string): Row[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, value]) => {
    const { items, anyOf = [] } = value;
    const choice = anyOf.find(({ properties }) => properties);
    const key = `${path}${name}${items?.properties ? '[]' : ''}`;
    const isLeaf = !value.properties && !choice && !items?.properties && !items?.oneOf;
    const byDefault =
      isLeaf && value.default !== undefined ? code(JSON.stringify(value.default)) : '';
    const text = (value.description ?? '').replaceAll('|', '\\|').replaceAll(/([<>])/g, '\\$1');
    const values = isLeaf ? valuesOf(value) : '';
    const row = { path: key, line: `| ${code(key)} | ${values} | ${byDefault} | ${text} |` };
    // Rules of older layouts are the rules above once more.
    if (name === 'versions') return [row];
    const variants = (items?.oneOf ?? []).flatMap((variant) =>
      rowsOf(variant, `${path}${name}[${String(variant.properties?.['type']?.const)}].`),
    );
    const nested = items?.properties ? items : (choice ?? value);
    return [row, ...variants, ...rowsOf(nested, `${key}.`)];
  });
}

const isWithin = (path: string, table: string): boolean =>
  path === table || (path.startsWith(table) && /^[.[]/.test(path.slice(table.length)));

/** The rows of each table: every setting stands in the one whose name says most of its path. */
function tablesOf(names: readonly string[]): Map<string, Row[]> {
  const schema = jsonSchemas()['newsrelay.schema.json'] as Node;
  const shared = Object.entries(schema.definitions ?? {});
  const rows = [
    ...rowsOf(schema, ''),
    ...shared.flatMap(([name, part]) => rowsOf(part, `${name}.`)),
  ];
  const tables = new Map<string, Row[]>(names.map((name) => [name, []]));
  for (const row of rows) {
    const [table] = names
      .filter((name) => isWithin(row.path, name))
      .toSorted((a, b) => b.length - a.length);
    if (table === undefined) {
      const section = row.path.replace(/[.[].*$/, '');
      throw new Error(
        `docs/config.md has no table for ${row.path}; add a section with an example and the lines ` +
          `"<!-- settings: ${section} -->" and "<!-- end of settings -->"`,
      );
    }
    tables.get(table)?.push(row);
  }
  return tables;
}

/** docs/config.md with its tables replaced by today's. */
export function withSettings(reference: string): string {
  const tables = tablesOf(partsOf(reference, 'settings'));
  return withParts(reference, 'settings', (name) => {
    const rows = tables.get(name) ?? [];
    if (rows.length === 0) throw new Error(`docs/config.md: no setting is called ${name}`);
    const lines = rows.map(({ line }) => line);
    return ['| setting | values | default | meaning |', '|---|---|---|---|', ...lines].join('\n');
  });
}

if (import.meta.main) await writeFile(REFERENCE, withSettings(await readFile(REFERENCE, 'utf8')));
