// Writes the plugin's strings for translators: node scripts/plugin-strings.ts

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLUGIN = join(import.meta.dirname, '../wordpress/newsrelay');

/** A string of the plugin's, in PHP. */
const CALL = /\b(?:__|_e|esc_(?:html|attr)(?:__|_e))\(\s*'((?:[^'\\]|\\.)*)',\s*'newsrelay'\s*\)/g;
/** For translators, on the line above. */
const NOTE = /\/\*\s*translators:\s*(.*?)\s*\*\//;

const HEADER = [
  'Project-Id-Version: newsrelay',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=UTF-8',
  'Content-Transfer-Encoding: 8bit',
  'X-Domain: newsrelay',
];

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function stringsOf(file: string): { text: string; note?: string | undefined; place: string }[] {
  const lines = readFileSync(join(PLUGIN, file), 'utf8').split('\n');
  return lines.flatMap((line, at) =>
    [...line.matchAll(CALL)].map(([, text = '']) => ({
      text: text.replaceAll(String.raw`\'`, "'"),
      note: NOTE.exec(lines[at - 1] ?? '')?.[1],
      place: `${file}:${at + 1}`,
    })),
  );
}

/** The template as translators' programs read it (GNU gettext manual, "The Format of PO Files"). */
export function pluginStrings(): string {
  const files = readdirSync(PLUGIN).filter((name) => name.endsWith('.php'));
  const entries = new Map<string, { notes: Set<string>; places: string[] }>();
  for (const { text, note, place } of files.toSorted().flatMap(stringsOf)) {
    const known = entries.get(text) ?? { notes: new Set(), places: [] };
    if (note !== undefined) known.notes.add(note);
    known.places.push(place);
    entries.set(text, known);
  }
  const blocks = [...entries].map(([text, { notes, places }]) => [
    ...[...notes].map((note) => `#. translators: ${note}`),
    ...places.map((place) => `#: ${place}`),
    ...(/%(?:\d\$)?s/.test(text) ? ['#, php-format'] : []),
    `msgid ${quoted(text)}`,
    'msgstr ""',
  ]);
  const header = ['msgid ""', 'msgstr ""', ...HEADER.map((line) => `"${line}\\n"`)];
  return `${[header, ...blocks].map((block) => block.join('\n')).join('\n\n')}\n`;
}

if (import.meta.main) writeFileSync(join(PLUGIN, 'languages/newsrelay.pot'), pluginStrings());
