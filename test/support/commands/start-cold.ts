// Loaded ahead of a service by --import: it takes up its work without reading invented pages first, which costs more
// than all the rest of its start. What the warm-up does is held by tests of its own.

import { registerHooks } from 'node:module';

registerHooks({
  load: (url, context, next) =>
    url.endsWith('/src/service/warm-up-pages.ts')
      ? { format: 'module', source: 'export const WARM_UP_PAGES = [];', shortCircuit: true }
      : next(url, context),
});
