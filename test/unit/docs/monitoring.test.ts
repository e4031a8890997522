import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../support/docs/documents.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const source = read('src/monitor/metrics.ts');
const exported = new Set([...source.matchAll(/name: '(newsrelay_\w+)'/g)].map(([, name]) => name!));

test.each(['alert-rules.yaml', 'grafana-dashboard.json'])(
  '%s asks only for metrics that there are',
  (file) => {
    const text = read(`docs/monitoring/${file}`);
    const asked = [...text.matchAll(/\bnewsrelay_\w+/g)].map(([name]) => name);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !exported.has(name))).toEqual([]);
  },
);

test('each rule has a name, an expression and a summary', () => {
  const { groups } = parse(read('docs/monitoring/alert-rules.yaml')) as {
    groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
  };
  for (const { alert, expr, annotations } of groups.flatMap(({ rules }) => rules)) {
    expect([alert, expr, annotations.summary].every((text) => text.length > 5)).toBe(true);
  }
});
