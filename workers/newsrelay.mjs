#!/usr/bin/env node
// An older Node cannot read the program at all, and would answer with a stack trace.
const OLDEST_NODE = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < OLDEST_NODE) {
  console.error(
    `newsrelay: needs Node ${OLDEST_NODE}, and this is ${node}; run npm ci in its folder once, and then npx newsrelay there, or its own node_modules/.bin/node workers/newsrelay.ts`,
  );
  process.exitCode = 2;
} else await import('./newsrelay.ts');
