import { expect, test } from 'vitest';
import { configFolder, sourceWith } from '../../../support/config/config-folder.ts';

const { problemsOf } = configFolder();

test.each([
  ['[{ field: titel, prefix: x }]', '[0].field is none of the choices; write title, subtitle'],
  ['[{ prefix: x }]', '[0].field is none of the choices; write title, subtitle'],
  ['[{ field: title }]', '[0] is no single change; write one of find:, drop: and prefix:'],
  ['[{ field: summary, find: a, drop: b }]', '[0] is no single change'],
  ['[{ field: title, fnd: a }]', '[0].fnd is no setting; did you mean find?'],
  ['[{ field: title, prefix: a, replace: b }]', '[0].replace has nothing to replace; write find:'],
  ['[{ field: title, drop: a }]', '[0].drop would leave out what every article must have'],
  ['[{ field: url, drop: a }]', '[0].drop would leave out what every article must have'],
  ['[{ field: title, find: "/(/" }]', '[0].find is not a regular expression'],
  ['[{ field: title, find: "/(?=a)/" }]', '[0].find is a regular expression that cannot run in'],
  ['[{ field: title, find: "/a/g" }]', '[0].find has other flags than there are'],
  [
    '[{ field: title, find: "/(a)/", replace: "$2" }]',
    '[0].replace uses more brackets than `find`',
  ],
  ['[{ field: title, find: "" }]', '[0].find is empty'],
  ['[{ field: paragraphs, drop: "/(/" }]', '[0].drop is not a regular expression'],
  ['[{ field: paragraphs, drop: [a, ""] }]', '[0].drop[1] is empty'],
  ['{ field: title, prefix: x }', 'rewrite is a map of settings where a list belongs'],
])('a mistake in a rewrite, %s, is told with its place and its mend', async (rewrite, message) => {
  const [problem, ...more] = await problemsOf(sourceWith(`rewrite: ${rewrite}`));
  expect(problem).toMatch(/^2:\d+: sources\[0\]\.rewrite/);
  expect(problem).toContain(message);
  expect(more).toEqual([]);
});

test('two mistakes in one rewrite are both told', async () => {
  expect(await problemsOf(sourceWith('rewrite: [{ field: titel, replace: "$1" }]'))).toEqual([
    expect.stringContaining('.rewrite[0] is no single change'),
    expect.stringContaining('.rewrite[0].field is none of the choices'),
  ]);
});
