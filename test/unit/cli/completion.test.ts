import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runInProcess } from '../../support/commands/in-process.ts';

const run = promisify(execFile);

const { stdout: script } = await runInProcess(['completion', 'bash']);

/** What bash offers behind these words, the last of which is being written. */
async function offered(...typed: string[]): Promise<string[]> {
  const line = typed.map((word) => `'${word}'`).join(' ');
  const ask = `COMP_WORDS=(newsrelay ${line}); COMP_CWORD=${typed.length}; _newsrelay; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await run('bash', ['-c', `${script}\n${ask}`]);
  return stdout.split('\n').filter((word) => word !== '');
}

test('bash completes commands, their commands and their options', async () => {
  expect(await offered('st')).toEqual(['status']);
  expect(await offered('held', 're')).toEqual(['release']);
  expect(await offered('held', 'release', '--a')).toEqual(['--all']);
  expect(await offered('--config', 'poll', '--no')).toEqual(['--no-deliver']);
  expect(await offered('--config', 'own.yaml', 'st')).toEqual(['status']);
});

test('what is no command offers nothing of its own', async () => {
  expect(await offered('nosuch', '')).toEqual([]);
});

test('every shell has a script, and another is wrong usage', async () => {
  for (const shell of ['zsh', 'fish']) {
    const { status, stdout } = await runInProcess(['completion', shell]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('--no-deliver')]);
  }
  expect(await runInProcess(['completion', 'cmd'])).toMatchObject({ status: 2 });
});

test('the version is that of the package', async () => {
  expect((await runInProcess(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
