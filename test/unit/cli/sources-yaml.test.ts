import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { sourcesYaml } from '../../../src/cli/sources-yaml.ts';
import { interpolate } from '../../../src/config/file/interpolate.ts';

const feeds = [{ url: 'https://lantern.example/feed' }];
const environment = { KEY: 'told', SECRET: 'told' };

/** Name and feeds as a config that holds the printed text gets them. */
function loaded(name: string, url = feeds[0]!.url, remark = '') {
  const text = sourcesYaml([{ name, feeds: [{ url, remark }] }], { sources: [] });
  const { sources } = parse(text) as { sources: { name: string; feeds: string[] }[] };
  const filled = (value: string) => interpolate(value, environment);
  return { text, name: filled(sources[0]!.name), feeds: sources[0]!.feeds.map(filled) };
}
const literally = (text: string) => ({ kind: 'text', text, variables: [], stoodIn: [] });

test.each([
  'Key ${KEY}',
  '${KEY:-x}',
  '$${SECRET}',
  '$$${KEY}',
  '${',
  'The $5 {paper}',
  '${UNSET}',
])('a name %j is that text, and no variable', (name) =>
  expect(loaded(name).name).toEqual(literally(name)),
);

test('an address is that text as well', () => {
  const url = 'https://lantern.example/feed?x=${KEY:-none}';
  expect(loaded('Lantern', url).feeds).toEqual([literally(url)]);
});

test('controls and marks of direction are no part of a name or a remark', () => {
  const { name, text } = loaded('The\u009b31m \u202e Lantern\n', feeds[0]!.url, 'x\u001b[2J\n- y');
  expect(name).toEqual(literally('The 31m Lantern'));
  expect(text).toMatch(/# x \[2J - y\n/);
});
