import { expect, test } from 'vitest';
import { rewriteSteps } from '../../../src/filter/rewrite-steps.ts';
import { articleRecord } from '../../support/records/article-record.ts';

test('every change is told with its rule, before and after, each on what the one before left', () => {
  const place = 'sources[0] (a)';
  const { record, steps } = rewriteSteps(articleRecord({ title: 'LIVE: Ferry: stays' }), {
    place,
    rewrite: [
      { field: 'title', prefix: 'LIVE:' },
      { field: 'title', find: 'nowhere' },
      { field: 'title', prefix: ['Ferry:'] },
      { field: 'paragraphs', drop: 'line two' },
    ],
  });
  expect(record.title).toBe('stays');
  expect(steps).toEqual([
    {
      rule: `${place}.rewrite[0]`,
      field: 'title',
      before: 'LIVE: Ferry: stays',
      after: 'Ferry: stays',
    },
    { rule: `${place}.rewrite[2]`, field: 'title', before: 'Ferry: stays', after: 'stays' },
    {
      rule: `${place}.rewrite[3]`,
      field: 'paragraphs',
      before: 'Line two stays',
      after: undefined,
    },
  ]);
});
