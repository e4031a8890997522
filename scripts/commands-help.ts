// The commands' own help in docs/commands.md.
//
//   node scripts/commands-help.ts    writes each between its `<!-- help: COMMAND -->` and its end

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { main } from '../src/cli/main.ts';
import { partsOf, withParts } from './marked-part.ts';

const REFERENCE = join(import.meta.dirname, '../docs/commands.md');

/** What `newsrelay <command> --help` prints; the whole program's for an empty command. */
export async function helpOf(command: string): Promise<string> {
  const stdout = new PassThrough();
  const printed = text(stdout);
  const words = command.split(' ').filter((word) => word !== '');
  const status = await main([...words, '--help'], {
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    environment: {},
    signal: new AbortController().signal,
  });
  stdout.end();
  if (status !== 0) throw new Error(`newsrelay ${command} --help ends with status ${status}`);
  return (await printed).trim();
}

/** docs/commands.md with every help as the program prints it today. */
export async function withHelp(reference: string): Promise<string> {
  const helps = new Map<string, string>();
  for (const name of partsOf(reference, 'help')) {
    helps.set(name, await helpOf(name.replace(/^newsrelay ?/, '')));
  }
  return withParts(reference, 'help', (name) => `\`\`\`text\n${helps.get(name)}\n\`\`\``);
}

if (import.meta.main) {
  // As for a file, not as wide as this terminal.
  process.stdout.isTTY = false;
  await writeFile(REFERENCE, await withHelp(await readFile(REFERENCE, 'utf8')));
}
