import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEMPLATE_VARIABLE } from './template.ts';

/** Vitest's global set-up: the files of a run install one WordPress, and copy it. */
export default async function shareTemplate() {
  if (process.env[TEMPLATE_VARIABLE] !== undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-wp-template-'));
  process.env[TEMPLATE_VARIABLE] = join(folder, 'wordpress');
  return async () => {
    delete process.env[TEMPLATE_VARIABLE];
    await rm(folder, { recursive: true, force: true });
  };
}
