import { expect, test } from 'vitest';
import { filledIn, scalarsIn } from '../../../../src/config/file/scalars.ts';
import { parseYaml } from '../../../../src/config/file/yaml-file.ts';

test('values are found where they are used, through lists, aliases and merged maps', () => {
  const text = 'a: &all { b: [1, "${NAME}"] }\nc: { <<: *all, d: x }\ne: *all\n';
  const { file } = parseYaml('c.yaml', text, { NAME: 'ana' });
  const found = scalarsIn(file, file.document.contents, []);
  expect(found.map(({ path, node }) => `${path.join('.')}=${String(node.value)}`)).toEqual([
    'a.b.0=1',
    'a.b.1=ana',
    'c.b.0=1',
    'c.b.1=ana',
    'c.d=x',
    'e.b.0=1',
    'e.b.1=ana',
  ]);
  const names = found.map((scalar) => filledIn(file, scalar)?.variables[0]?.name);
  expect(names.filter((name) => name !== undefined)).toEqual(['NAME', 'NAME', 'NAME']);
});
