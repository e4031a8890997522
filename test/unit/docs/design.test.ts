import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { codeSpans, readDocument } from '../../support/docs/documents.ts';

const page = readDocument('docs/design.md');
const [, dependencies = ''] = page.prose.split('\n## Dependencies\n');

test.each(Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies }))(
  'the reason for the dependency %s is told',
  (name) => {
    const told = [
      ...codeSpans({ ...page, prose: dependencies }),
      ...(/\(([^)]+)\)/.exec(dependencies)?.[1] ?? '').split(', '),
    ];
    const isTold = told.some(
      (one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))),
    );
    expect(isTold).toBe(true);
  },
);
