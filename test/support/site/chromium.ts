import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

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
