import { describe, expect, test } from 'vitest';
import {
  credentialProblems,
  credentialVariables,
  credentialWarnings,
} from '../../../../src/config/secrets/credential-checks.ts';
import { dataOf, parseYaml } from '../../../../src/config/file/yaml-file.ts';
import { configFolder, sourceWith } from '../../../support/config/config-folder.ts';

const environment = { PARTNER_KEY: 'k4-key', DESK: 'desk' };

function problemsOf(request: string, { feed = 'https://a.example/f', rest = '' } = {}): string[] {
  const { file } = parseYaml(
    'c.yaml',
    `feeds: [${feed}]\nrequest: ${request}\n${rest}`,
    environment,
  );
  const problems = credentialProblems({ file, path: [] }, dataOf(file));
  return problems.map(({ path, line, message }) => `${line} ${path} ${message}`);
}

describe('a credential that stands in the file is a problem', () => {
  test.each([
    ['{ headers: { X-Key: abc } }', 'request.headers.X-Key is written in the file'],
    ['{ cookies: { session: "1" } }', 'request.cookies.session is written in the file'],
    ['{ query: { key: 12345 } }', 'request.query.key is written in the file'],
    ['{ basic: { username: a, password: b } }', 'request.basic.password is written in the file'],
    ['{ basic: { username: a, password: "" } }', 'request.basic.password is written in the file'],
    [
      '{ headers: { X-Key: "$${PARTNER_KEY}" } }',
      'request.headers.X-Key has no value from the env',
    ],
    ['{ headers: { X-Key: "${NONE:-abc}" } }', 'request.headers.X-Key has no value from the env'],
    ['{ headers: { X-Key: "${NONE:-}" } }', 'request.headers.X-Key has no value from the env'],
  ])('%s', (request, message) => {
    const problems = problemsOf(request);
    expect(problems).toEqual([expect.stringContaining(`2 ${message}`)]);
    expect(problems.join()).toMatch(/from the environment(: \$\{NAME\}|;)/);
  });

  test('also through an alias and a merged map', () => {
    const anchors = 'x: &key abc\ny: &all { query: { key: *key } }\n';
    const { file } = parseYaml('c.yaml', `${anchors}request: { <<: *all }\n`, environment);
    const problems = credentialProblems({ file, path: [] }, dataOf(file));
    expect(problems.map(({ path }) => path)).toEqual(['request.query.key']);
  });
});

test.each([
  '{ headers: { Authorization: "Bearer ${PARTNER_KEY}" }, hosts: [media.a.example] }',
  '{ cookies: { session: "${PARTNER_KEY:-}" } }',
  '{ basic: { username: desk, password: "${PARTNER_KEY}" } }',
  '{ basic: { username: "${PARTNER_KEY}", password: "" } }',
  '{ basic: { username: "${PARTNER_KEY}" } }',
])('%s comes from the environment', (request) => {
  expect(problemsOf(request)).toEqual([]);
});

test('a variable that is not set is told once, by its own name', async () => {
  expect(problemsOf('{ query: { key: "${NONE}" } }')).toEqual([]);
});

test('a feed with a name and a password of its own beside those of `request` is a problem', () => {
  const feed = 'https://ana:x@a.example/f';
  const basic = '{ basic: { username: a, password: "${PARTNER_KEY}" } }';
  const told = '1 feeds[0] has a name and password of its own beside those of `request`; keep one';
  expect(problemsOf(basic, { feed })).toEqual([expect.stringContaining(told)]);
  const header = '{ headers: { authorization: "${PARTNER_KEY}" } }';
  expect(problemsOf(header, { feed })).toEqual([expect.stringContaining(told)]);
  expect(problemsOf('{ query: { key: "${PARTNER_KEY}" } }', { feed })).toEqual([]);
});

test('credentials that would go out in the open are a warning, but on loopback', () => {
  const request = 'request: { query: { key: "${PARTNER_KEY}" } }';
  const warned = (feed: string, rest = request) => {
    const { file } = parseYaml('c.yaml', `feeds: ["${feed}"]\n${rest}\n`, environment);
    return credentialWarnings({ file, path: [] }, dataOf(file)).map(({ path }) => path);
  };
  expect(warned('http://a.example/f')).toEqual(['feeds[0]']);
  expect(warned('https://a.example/f')).toEqual([]);
  for (const host of ['127.0.0.1:8080', '127.9.9.9', 'localhost:8080', '[::1]']) {
    expect(warned(`http://${host}/f`)).toEqual([]);
  }
  for (const host of ['128.0.0.1', 'localhost.example', '127.0.0.1.example']) {
    expect(warned(`http://${host}/f`)).toEqual(['feeds[0]']);
  }
  expect(warned('ftp://a.example/f')).toEqual([]);
  expect(warned('http://a.example/f', 'id: a')).toEqual([]);
});

test('the variables of a credential are named in the order of the file, each once', () => {
  const request =
    '{ query: { a: "${PARTNER_KEY}" }, basic: { username: "${DESK}", password: "${PARTNER_KEY}" }, hosts: ["${HOST:-a.example}"] }';
  const { file } = parseYaml('c.yaml', `request: ${request}\n`, {
    ...environment,
    HOST: 'b.example',
  });
  expect(credentialVariables({ file, path: [] })).toEqual(['PARTNER_KEY', 'DESK']);
});

describe('a whole config', () => {
  const { problemsOf: problemsOfConfig } = configFolder();

  test('has its literal and its unset credentials told, each with its place', async () => {
    const request = 'request: { headers: { X-Key: abc }, query: { key: "${NONE}" } }';
    expect(await problemsOfConfig(sourceWith(request))).toEqual([
      expect.stringMatching(
        /^2:\d+: sources\[0\].request.headers.X-Key is written in the file; take/,
      ),
      expect.stringMatching(
        /^2:\d+: sources\[0\].request.query.key needs the environment variable NONE/,
      ),
    ]);
  });

  test('may poll one address with two keys, for it may give two feeds', async () => {
    const one = sourceWith('request: { query: { key: "${PARTNER_KEY}" } }');
    const other = one.slice(9).replace('id: a', 'id: b').replace('PARTNER_KEY', 'DESK');
    expect(await problemsOfConfig(one + other, environment)).toEqual([]);
    const same = other.replace('DESK', 'PARTNER_KEY');
    expect(await problemsOfConfig(one + same, environment)).toEqual([
      expect.stringContaining('sources[1].feeds[0] is polled already'),
    ]);
  });

  test('may take a secret into `request`, and into nothing that is printed', async () => {
    const request = 'request: { basic: { username: "${PARTNER_KEY}" } }';
    expect(await problemsOfConfig(sourceWith(request), environment)).toEqual([]);
    expect(await problemsOfConfig(sourceWith('channel: "${PARTNER_KEY}"'), environment)).toEqual([
      expect.stringContaining('a secret belongs into feeds or request alone'),
    ]);
  });
});
