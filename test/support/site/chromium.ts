import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The browser on PATH, if any. */
export const chromium = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  )
  .find((path) => existsSync(path));

/** For a profile of its own, and loopback alone: a page that asks for more gets nothing. */
export const flagsWith = (profile: string): string[] => [
  '--headless',
  // Root may not use the sandbox, and containers often have none.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  `--user-data-dir=${profile}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** The document of a page after its scripts, timers and loads have run, as markup. */
export async function documentAfterLoad(url: string): Promise<string> {
  if (!chromium) throw new Error('no chromium on PATH');
  const profile = await mkdtemp(join(tmpdir(), 'newsrelay-chromium-'));
  try {
    const { stdout } = await run(
      chromium,
      [...flagsWith(profile), '--virtual-time-budget=5000', '--timeout=20000', '--dump-dom', url],
      { maxBuffer: 32 * 1024 * 1024, timeout: 60_000 },
    );
    return stdout;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
