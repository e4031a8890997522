import { describe, expect, test } from 'vitest';
import {
  misplacedSecrets,
  plainSecrets,
  SECRET_NAME,
  secretValues,
  settingOf,
} from '../../../../src/config/secrets/secrets.ts';
import { parseYaml } from '../../../../src/config/file/yaml-file.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

const environment = {
  PAPER_KEY: 'k4-key',
  FEED_PASSWORD: 'p4-password',
  SITE: 's4-site',
  TICKET: 't4-ticket',
  SECTION: 'world',
  NAME: 'Harbour Lantern',
  ORIGIN: 'http://127.0.0.1:8080',
  REDIS_URL: 'redis://:r4%2Fredis@redis.example',
};
const fileOf = (text: string) => parseYaml('config.yaml', text, environment).file;

function problemsOf(source: string, rest = ''): string[] {
  const file = fileOf(`sources:\n  - ${source}\n${rest}`);
  return misplacedSecrets({ file, path: ['sources', 0] }, file).map(({ path }) => path);
}

describe('a secret in a source is a problem', () => {
  test.each([
    ['in its name', '{ name: "Lantern ${PAPER_KEY}" }', 'sources[0].name'],
    ['as its whole name', '{ name: "${FEED_PASSWORD:-x}" }', 'sources[0].name'],
    ['in a selector', '{ article: { remove: [".${PAPER_KEY}"] } }', 'sources[0].article.remove[0]'],
    ['in a licence', '{ licence: { reference: "${PAPER_KEY}" } }', 'sources[0].licence.reference'],
    [
      'in the host of a feed',
      '{ feeds: ["https://${PAPER_KEY}.evil.example/"] }',
      'sources[0].feeds[0]',
    ],
    [
      'in a part of a parameter',
      '{ feeds: ["https://e.example/?q=a${PAPER_KEY}"] }',
      'sources[0].feeds[0]',
    ],
    [
      'as the name of a parameter',
      '{ feeds: ["https://e.example/?${PAPER_KEY}=1"] }',
      'sources[0].feeds[0]',
    ],
    ['in a fragment', '{ feeds: ["https://e.example/#${PAPER_KEY}"] }', 'sources[0].feeds[0]'],
    ['as an address with a password', '{ channel: "${REDIS_URL}" }', 'sources[0].channel'],
  ])('%s', (_where, source, path) => {
    expect(problemsOf(source)).toEqual([path]);
  });

  test('also under a name that tells nothing, where it is a password elsewhere', () => {
    const destinations = 'destinations: [{ password: "${SITE}" }]';
    expect(problemsOf('{ name: "${SITE}" }', destinations)).toEqual(['sources[0].name']);
    expect(problemsOf('{ name: "${SITE}" }')).toEqual([]);
  });

  test('also through an alias and a merged map', () => {
    const rest = 'x: &key "${PAPER_KEY}"\ny: &all { channel: "${PAPER_KEY}" }\n';
    const file = fileOf(`${rest}sources:\n  - { <<: *all, name: *key }`);
    const problems = misplacedSecrets({ file, path: ['sources', 0] }, file);
    expect(problems.map(({ path }) => path).toSorted()).toEqual([
      'sources[0].channel',
      'sources[0].name',
    ]);
  });

  test('and is told without its value, with the mend', () => {
    const file = fileOf('sources: [{ name: "${PAPER_KEY}" }]');
    const [problem] = misplacedSecrets({ file, path: ['sources', 0] }, file);
    expect(problem?.message).toContain('PAPER_KEY');
    expect(problem?.message).not.toContain(environment.PAPER_KEY);
    expect(problem?.message).toContain('"$${"');
  });
});

test.each([
  ['a whole parameter', 'https://a.example/feed?key=${PAPER_KEY}&x=1'],
  ['user and password', 'https://reader:${FEED_PASSWORD}@a.example/feed'],
  ['a step of the path', 'https://a.example/${PAPER_KEY}/feed.xml'],
  ['a whole address', '${PAPER_KEY}'],
  ['the origin, where that is no secret', '${ORIGIN}/feed.xml'],
])('a feed may have a variable as %s', (_what, feed) => {
  expect(problemsOf(`{ name: "\${NAME}", feeds: ["${feed}"] }`)).toEqual([]);
});

describe('what is masked by its value', () => {
  const valuesOf = (text: string) => secretValues([fileOf(text)]);
  test.each([
    ['by its name', 'site: { byline: "${PAPER_KEY}" }', ['k4-key']],
    [
      'by its setting',
      'destinations: [{ password: "${SITE}", headers: { a: "${TICKET}" } }]',
      ['s4-site', 't4-ticket'],
    ],
    [
      'as an unnamed part of an address',
      'sources: [{ feeds: ["https://a.example/${TICKET}/f?x=${SITE}"] }]',
      ['t4-ticket', 's4-site'],
    ],
    ['as the password of an address', 'redis: { url: "${REDIS_URL}" }', ['r4%2Fredis', 'r4/redis']],
  ])('%s', (_how, text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  test.each([
    ['words as they stand in any text', 'sources: [{ feeds: ["https://a.example/${SECTION}/f"] }]'],
    ['origins', 'sources: [{ feeds: ["${ORIGIN}/f"] }]'],
    ['what is published', 'site: { byline: "${NAME}" }'],
  ])('%s are not', (_what, text) => {
    expect(valuesOf(text)).toEqual([]);
  });
});

walkRows('SECRET_NAME', SECRET_NAME);

test('the setting that a value belongs to is the last name that leads to it', () => {
  expect(settingOf(['sources', 0, 'feeds', 2])).toBe('feeds');
  expect(settingOf(['request', 'query', '7'])).toBe('query');
  expect(settingOf([0])).toBeUndefined();
});

test('a secret may be the name of a request’s bearer, and any value of a request', () => {
  expect(problemsOf('{ request: { basic: { username: "${PAPER_KEY}" } } }')).toEqual([]);
  for (const kind of ['headers', 'cookies', 'query']) {
    expect(problemsOf(`{ request: { ${kind}: { a: "x\${PAPER_KEY}" } } }`)).toEqual([]);
  }
  expect(problemsOf('{ request: { hosts: ["${PAPER_KEY}"] } }')).toEqual([
    'sources[0].request.hosts[0]',
  ]);
});

describe('a secret that stands in the file is told and masked', () => {
  const told = (text: string) => {
    const file = fileOf(text);
    return [plainSecrets([file]).map(({ path }) => path), secretValues([file])];
  };

  test.each<readonly [text: string, path: string, values: string[]]>([
    ['password: hunter2', 'password', ['hunter2']],
    ['token: abcd', 'token', ['abcd']],
    ['secrets: [abcdef]', 'secrets[0]', ['abcdef']],
    ['url: "redis://:p%40ss@a.example"', 'url', ['p%40ss', 'p@ss']],
    ...['Authorization', 'Set-Cookie', 'X-Key', 'x-token', 'My-Secret', 'password'].map(
      (name): [string, string, string[]] => [
        `headers: { ${name}: abcdef }`,
        `headers.${name}`,
        ['abcdef'],
      ],
    ),
  ])('%s', (text, path, values) => {
    expect(told(text)).toEqual([[path], values]);
  });

  test.each([
    'password: ""',
    'token: "${PAPER_KEY}"',
    'headers: { X-Name: abcdef }',
    'name: { key: abcdef }',
    'url: "https://a.example/?key=abcdef"',
  ])('%s is none', (text) => {
    expect(told(text)[0]).toEqual([]);
  });

  test('three letters are too few to be looked for', () => {
    expect(told('token: abc')).toEqual([['token'], []]);
  });
});

test.each([
  ['a named one', { PAPER_KEY: 'abc' }, 'name: "${PAPER_KEY}"', []],
  ['a named one', { PAPER_KEY: 'abcd' }, 'name: "${PAPER_KEY}"', ['abcd']],
  ['a part of an address', { TICKET: 'abcde' }, 'feeds: ["https://a.example/${TICKET}"]', []],
  ['a part of an address', { TICKET: 'abcdef' }, 'url: "https://a.example/${TICKET}"', ['abcdef']],
])('%s is masked where it is long enough: %j', (_what, variables, text, values) => {
  expect(secretValues([parseYaml('config.yaml', text, variables).file])).toEqual(values);
});
