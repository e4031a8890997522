import { defineConfig, type OxlintOverride } from 'oxlint';

// The architecture, as a table: what each folder of src/ may import besides itself and the files
// directly under src/. Folders stand in the order data flows; config comes first, so that every
// later stage may take its types. One package has one door: replacing it touches one folder.
export const layers: Record<string, { folders: string[]; packages: string[] }> = {
  config: {
    folders: [],
    packages: ['zod', 'yaml', 'cron-parser', 'css-what', 'ipaddr.js', 're2js'],
  },
  http: { folders: ['config'], packages: ['undici', 'ipaddr.js', 'zod'] },
  dates: { folders: [], packages: [] },
  page: { folders: [], packages: ['htmlparser2', 'domhandler', 'entities', 'css-select'] },
  terms: { folders: [], packages: ['htmlparser2', 'zod'] },
  feed: {
    folders: ['config', 'http', 'dates', 'page'],
    packages: ['rss-parser', 'htmlparser2', 'cheerio', 'zod'],
  },
  article: {
    folders: ['config', 'dates', 'page', 'terms', 'feed'],
    packages: ['cheerio', 'domhandler', 'css-select', 'zod'],
  },
  record: {
    folders: ['config', 'dates', 'page', 'terms', 'feed', 'article'],
    packages: ['zod'],
  },
  filter: { folders: ['config', 'page', 'terms', 'feed', 'record'], packages: [] },
  redis: { folders: ['config'], packages: ['ioredis', 'zod'] },
  politeness: { folders: ['config', 'http', 'redis', 'terms'], packages: ['zod'] },
  store: { folders: ['config', 'http', 'feed', 'record', 'redis'], packages: ['zod'] },
  queue: {
    folders: ['config', 'feed', 'record', 'redis', 'store'],
    packages: ['bullmq', 'zod'],
  },
  deliver: {
    folders: ['config', 'http', 'record', 'store', 'queue'],
    packages: ['sanitize-html', 'zod'],
  },
  processors: {
    folders: [
      'config',
      'http',
      'terms',
      'feed',
      'article',
      'record',
      'filter',
      'politeness',
      'store',
      'queue',
      'deliver',
    ],
    packages: [],
  },
  operations: {
    folders: [
      'config',
      'http',
      'terms',
      'feed',
      'article',
      'record',
      'filter',
      'politeness',
      'store',
      'queue',
      'deliver',
      'processors',
    ],
    packages: [],
  },
  monitor: {
    folders: ['config', 'feed', 'store', 'queue'],
    packages: ['bullmq', '@prometheus-io/client'],
  },
  service: {
    folders: [
      'config',
      'http',
      'terms',
      'feed',
      'redis',
      'politeness',
      'store',
      'queue',
      'deliver',
      'filter',
      'processors',
    ],
    packages: [],
  },
  tracing: {
    folders: ['config'],
    packages: [
      'bullmq',
      'bullmq-otel',
      '@opentelemetry/api',
      '@opentelemetry/context-async-hooks',
      '@opentelemetry/core',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace',
    ],
  },
  alerts: {
    folders: ['config', 'http', 'deliver', 'store', 'monitor'],
    packages: ['nodemailer', 'zod'],
  },
  web: {
    folders: ['config', 'store', 'queue', 'processors', 'operations', 'monitor'],
    packages: ['hono', '@hono/node-server', '@bull-board/api', 'bullmq', 'zod'],
  },
  cli: {
    folders: [
      'config',
      'http',
      'terms',
      'feed',
      'article',
      'record',
      'filter',
      'redis',
      'politeness',
      'store',
      'queue',
      'deliver',
      'processors',
      'operations',
      'monitor',
      'service',
      'tracing',
      'alerts',
      'web',
    ],
    packages: ['commander', 'pino', 'zod', 'yaml'],
  },
};
const doors = [...new Set(Object.values(layers).flatMap(({ packages }) => packages))];

// The network is reached through src/http alone: its client, and nothing that Node or a package brings.
const otherWaysOut = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'module'].flatMap((name) => [
  name,
  `node:${name}`,
]);
const onlyDoor = 'src/http/client.ts is the only door to the network.';

function boundary(folder: string, folders: string[], packages: string[]): OxlintOverride {
  const closed = Object.keys(layers).filter((name) => name !== folder && !folders.includes(name));
  const allowed = [...folders, ...packages].join(', ') || 'nothing else';
  return {
    files: [`src/${folder}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          // Its slim build is the one that parses what it is given, and cannot fetch.
          paths: [{ name: 'cheerio', message: 'take cheerio/slim' }],
          patterns: [
            {
              group: [
                '**/workers/**',
                ...closed.map((name) => `**/${name}/**`),
                ...doors.filter((name) => !packages.includes(name)),
                ...(folder === 'http'
                  ? otherWaysOut.filter((way) => way !== 'node:net')
                  : otherWaysOut),
              ],
              message: `src/${folder}/ may import only the files under src/ and: ${allowed}.`,
            },
          ],
        },
      ],
    },
  };
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'promise', 'vitest'],
  categories: { correctness: 'error' },
  rules: {
    'import/no-cycle': 'error',
    'node/no-process-env': 'error',
    'no-restricted-globals': [
      'error',
      ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].map((name) => ({
        name,
        message: onlyDoor,
      })),
    ],
    'no-restricted-properties': [
      'error',
      { property: 'parseURL', message: `rss-parser fetches unguarded; ${onlyDoor}` },
      { property: 'fromURL', message: `Cheerio fetches unguarded; ${onlyDoor}` },
      { object: 'globalThis', property: 'fetch', message: onlyDoor },
      { object: 'global', property: 'fetch', message: onlyDoor },
      { property: 'getBuiltinModule', message: `import what you need; ${onlyDoor}` },
    ],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    ...Object.entries(layers).map(([folder, { folders, packages }]) =>
      boundary(folder, folders, packages),
    ),
    { files: ['src/config/environment.ts'], rules: { 'node/no-process-env': 'off' } },
    {
      files: ['test/**', 'bench/**', 'scripts/**', 'examples/**'],
      rules: {
        'node/no-process-env': 'off',
        'no-restricted-globals': 'off',
      },
    },
    // The sizes of tests, whose groups are as long as they are many, are held by a test of the architecture; an
    // example is read from top to bottom.
    {
      files: ['test/**/*.test.ts', 'examples/**'],
      rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
    },
  ],
});
