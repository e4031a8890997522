import { expect, test } from 'vitest';
import { deploymentNeeds } from '../../../src/monitor/deployment-needs.ts';

const none = { faults: [], missing: new Map(), members: [], damaged: new Map() };

test('a mistake in an included file is an act, with its place', () => {
  const fault = {
    file: 'sources/a.yaml',
    line: 3,
    column: 1,
    path: 'feed',
    message: 'is no setting',
  };
  expect(deploymentNeeds({ ...none, faults: [fault] })).toMatchObject([
    { kind: 'config', subject: 'sources/a.yaml:3', cause: 'feed is no setting', weight: 'act' },
  ]);
});

test('visits that wait for a source name it with the line to write', () => {
  const missing = new Map([['harbour', { sinceMs: 0, lastMs: 9 }]]);
  expect(deploymentNeeds({ ...none, missing })).toMatchObject([
    { subject: 'harbour', paste: 'formerly: [harbour]', since: '1970-01-01T00:00:00.000Z' },
  ]);
});

test('processes of one config are no matter, those of several are told with their hosts', () => {
  const member = (host: string, config?: string) => ({ host, ...(config ? { config } : {}) });
  const same = [member('one', 'x'), member('two', 'x'), member('old')];
  expect(deploymentNeeds({ ...none, members: same })).toEqual([]);
  const members = [...same, member('three', 'y')];
  expect(deploymentNeeds({ ...none, members })).toMatchObject([
    { kind: 'configs-differ', cause: expect.stringContaining('one and two; three') },
  ]);
});

test('a place in Redis that nobody can read is a note, by its key', () => {
  const damaged = new Map([['news:held:{1}', 0]]);
  expect(deploymentNeeds({ ...none, damaged })).toMatchObject([
    {
      kind: 'damaged',
      subject: 'news:held:{1}',
      since: '1970-01-01T00:00:00.000Z',
      weight: 'note',
    },
  ]);
});
