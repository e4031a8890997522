import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runInProcess } from './in-process.ts';

const CONFIG = 'test/fixtures/config/whole/newsrelay.yaml';

/** What a command prints that is given a file with this text, under a config of four sources. */
export async function printedOf(command: string[], text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'newsrelay-printed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'input');
  writeFileSync(file, text);
  const [name = '', ...options] = command;
  const { status, stdout, stderr } = await runInProcess([
    name,
    file,
    ...options,
    '--config',
    CONFIG,
  ]);
  return { status, out: stdout, err: stderr.replaceAll(file, 'FILE') };
}

/** What a command prints that reads the config alone. */
export const printedBy = (...command: string[]) => runInProcess([...command, '--config', CONFIG]);
