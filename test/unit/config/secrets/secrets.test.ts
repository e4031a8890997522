import { describe, expect, test } from 'vitest';
import {
  misplacedSecrets,
  SECRET_NAME,
  secretValues,
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
