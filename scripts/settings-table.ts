// The README's table of settings, from the same schemas that check the config.
//
//   node scripts/settings-table.ts    writes it between the README's markers

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../src/config/json-schema.ts';

const README = join(import.meta.dirname, '../README.md');
const START = '<!-- settings: written by npm run schema -->';
const END = '<!-- end of settings -->';

interface Node {
  description?: string;
  default?: unknown;
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  const?: unknown;
  $ref?: string;
}

function resolve(node: Node, root: Node): Node {
  if (node.$ref === undefined) return node;
  const steps = node.$ref.split('/').slice(1);
  const found = steps.reduce<unknown>((value, step) => (value as never)[step], root);
  return { ...resolve(found as Node, root), ...node };
}

function rowsOf(node: Node, path: string, root: Node): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, property]) => {
    const value = resolve(property, root);
    const items = value.items ? resolve(value.items, root) : undefined;
    const key = `${path}${name}${items?.properties ? '[]' : ''}`;
    const isLeaf = !value.properties && !items?.properties && !items?.oneOf;
    const given =
      isLeaf && value.default !== undefined ? `\`${JSON.stringify(value.default)}\`` : '';
    const text = (value.description ?? '').replaceAll('|', '\\|').replaceAll(/([<>])/g, '\\$1');
    const row = `| \`${key}\` | ${given} | ${text} |`;
    // Rules of older layouts are the rules above once more.
    if (name === 'versions') return [row];
    const variants = (items?.oneOf ?? []).flatMap((variant) => {
      const resolved = resolve(variant, root);
      const type = String(resolved.properties?.['type']?.const);
      return rowsOf(resolved, `${path}${name}[${type}].`, root);
    });
    const nested = items?.properties ? items : value;
    return [row, ...variants, ...rowsOf(nested, `${key}.`, root)];
  });
}

/** Markdown; every setting of the config with its default and meaning. */
export function settingsTable(): string {
  const root = jsonSchemas()['newsrelay.schema.json'] as Node;
  return ['| setting | default | meaning |', '|---|---|---|', ...rowsOf(root, '', root)].join('\n');
}

/** The README with its table replaced by today's. */
export function withSettings(readme: string): string {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error('README.md has lost its markers');
  return `${before}${START}\n${settingsTable()}\n${END}${after}`;
}

if (import.meta.main) await writeFile(README, withSettings(await readFile(README, 'utf8')));
