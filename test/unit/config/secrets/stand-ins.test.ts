import { expect, test } from 'vitest';
import { parseYaml } from '../../../../src/config/file/yaml-file.ts';
import { secretStandIns } from '../../../../src/config/secrets/stand-ins.ts';

const environment = { SET_PASSWORD: 'open sesame', EMPTY_TOKEN: '' };
const fileOf = (name: string, text: string) => parseYaml(name, text, environment).file;

function standInsOf(text: string, ...included: string[]): string[] {
  const root = fileOf('config.yaml', text);
  const others = included.map((part) => fileOf('part.yaml', part));
  return secretStandIns(root, [root, ...others]).map(({ part, path }) => `${part}: ${path}`);
}

test.each([
  [
    'a password',
    'destinations: [{ password: "${WP:-deliver.env has it}" }]',
    'destinations: destinations[0].password',
  ],
  [
    'one of several secrets',
    'destinations: [{ secrets: [a, "${HOOK:-x}"] }]',
    'destinations: destinations[0].secrets[1]',
  ],
  ['a token whose variable is empty', 'web: { token: "${EMPTY_TOKEN:-none}" }', 'web: web.token'],
  [
    'a header whose variable is called a key',
    'sources: [{ request: { headers: { X: "${PAPER_KEY:-x}" } } }]',
    'sources: sources[0].request.headers.X',
  ],
  [
    'a password within an address',
    'redis: { url: "redis://:${REDIS_PASSWORD:-x}@r.example" }',
    'redis: redis.url',
  ],
])('%s that a default stands in for is told with its part.', (_what, text, place) => {
  expect(standInsOf(text)).toEqual([place]);
});

test('What an included file needs belongs to the sources.', () => {
  expect(standInsOf('sources: []', 'request: { basic: { password: "${P:-x}" } }')).toEqual([
    'sources: request.basic.password',
  ]);
});

test.each([
  ['a secret that is set', 'destinations: [{ password: "${SET_PASSWORD:-x}" }]'],
  ['a secret that may be empty', 'web: { token: "${NEWSRELAY_TOKEN:-}" }'],
  ['a default of what is no secret', 'redis: { url: "${REDIS_URL:-redis://redis:6379}" }'],
  [
    'a parameter that is no secret by its name',
    'sources: [{ request: { query: { lang: "${LANGUAGE:-en}" } } }]',
  ],
  ['a secret that stands in the file', 'destinations: [{ password: plain }]'],
])('%s is passed over.', (_what, text) => {
  expect(standInsOf(text)).toEqual([]);
});

test('The message names the variable and the mend, and not what stands in its place.', () => {
  const root = fileOf('config.yaml', 'web: { token: "${WEB:-nobody knows}" }');
  const [standIn] = secretStandIns(root, [root]);
  expect(standIn).toMatchObject({ file: 'config.yaml', line: 1 });
  expect(standIn?.message).toMatch(/WEB, which is not set.*set WEB for this process/);
  expect(standIn?.message).not.toContain('nobody');
});
