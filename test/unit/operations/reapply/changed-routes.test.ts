import { describe, expect, test } from 'vitest';
import { wordpressDestinationSchema } from '../../../../src/config/destinations.ts';
import { routesOf } from '../../../../src/filter/route.ts';
import {
  areChanged,
  changedRoutes,
  routesInWords,
} from '../../../../src/operations/reapply/changed-routes.ts';
import type { Sent } from '../../../../src/store/destinations/sent.ts';
import type { HistoryEvent } from '../../../../src/store/history.ts';
import { articleRecord } from '../../../support/records/article-record.ts';

const destination = (name: string, sources?: string[]) =>
  wordpressDestinationSchema.parse({
    type: 'wordpress',
    name,
    url: 'https://aggregator.example',
    username: 'mfnnews',
    password: 'secret',
    ...(sources && { sources }),
  });
const [all, taking, refusing] = routesOf(
  [destination('all'), destination('taking', ['harbour-post']), destination('refusing', ['hill'])],
  { byline: 'mfnnews' },
) as [
  ReturnType<typeof routesOf>[0],
  ReturnType<typeof routesOf>[0],
  ReturnType<typeof routesOf>[0],
];
const record = articleRecord();
const known = { record, revision: 7, action: 'publish' } as never;

async function changeOf(
  route: typeof all,
  state?: Sent['state'],
  events: Partial<HistoryEvent>[] = [],
) {
  const sent = state && { state, revision: 3 };
  const changed = await changedRoutes(known, {
    routes: [route],
    sent: { to: async () => sent },
    history: { read: async () => events },
    sources: new Map(),
    formerly: new Map(),
  } as never);
  return routesInWords(changed);
}

describe('a destination gains an article that it takes and does not show', () => {
  test.each([
    [all, undefined, ''],
    [all, 'shown', ''],
    [all, 'withdrawn', 'publish to all'],
    [all, 'never', 'publish to all'],
    [taking, undefined, ''],
    [taking, 'shown', ''],
    [taking, 'withdrawn', 'publish to taking'],
    [taking, 'never', 'publish to taking'],
  ] as const)('$name, %s', async (route, state, words) => {
    expect(await changeOf(route, state)).toBe(words);
  });
});

describe('a destination loses an article that it shows and takes no longer', () => {
  test.each([
    ['shown', 'withdraw from refusing'],
    ['withdrawn', ''],
    ['never', ''],
  ] as const)('%s', async (state, words) => {
    expect(await changeOf(refusing, state)).toBe(words);
  });

  test('where nobody noted whether it has it, by its deliveries', async () => {
    const event = (name: string, destination: string) => [{ event: name, destination }];
    expect(await changeOf(refusing)).toBe('');
    expect(await changeOf(refusing, undefined, event('delivered', 'refusing'))).toBe(
      'withdraw from refusing',
    );
    expect(await changeOf(refusing, undefined, event('delivered', 'all'))).toBe('');
    expect(await changeOf(refusing, undefined, event('not-for', 'refusing'))).toBe('');
    expect(await changeOf({ ...refusing, isPushed: false })).toBe('withdraw from refusing');
  });
});

test('changes are told with their destinations', () => {
  expect(routesInWords({ gaining: [all, taking], losing: [refusing] })).toBe(
    'publish to all, taking; withdraw from refusing',
  );
  expect(areChanged({ gaining: [], losing: [] })).toBe(false);
  expect(areChanged({ gaining: [all], losing: [] })).toBe(true);
  expect(areChanged({ gaining: [], losing: [refusing] })).toBe(true);
});
