#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Half of the time until a command works would be spent on reading its modules anew. The cache is its user's
// own, and no other's to write; where there is no place for it, Node says so in its result and does without.
enableCompileCache(join(homedir(), '.cache', 'newsrelay'));

// Loaded after the cache is on.
const [{ main }, { exitWith, processTerminal }] = await Promise.all([
  import('../src/cli/main.ts'),
  import('./terminal.ts'),
]);
exitWith(await main(process.argv.slice(2), processTerminal()));
