import { describe, expect, test } from 'vitest';
import { destinationSchema } from '../../../src/config/schema.ts';
import { factsOfArticle } from '../../../src/filter/facts.ts';
import { isSelective, routesOf, routeVerdict } from '../../../src/filter/route.ts';
import { articleRecord } from '../../support/records/article-record.ts';

const routeWith = (settings: object) =>
  routesOf([destinationSchema.parse({ type: 'queue', name: 'desk', ...settings })], {
    byline: 'site',
  })[0]!;

const facts = factsOfArticle(
  articleRecord({
    sourceId: 'ph-star',
    channel: 'phs',
    title: 'Ferry line stays',
    taxonomy: ['ph-star/world/asia'],
  }),
);
const verdict = (settings: object) => routeVerdict(routeWith(settings), facts);

describe('a destination gets what its sources name', () => {
  test.each([
    ['an id', ['bbc', 'ph-star'], 'sources[1]: ph-star'],
    ['an id in another case', ['PH-Star'], 'sources[0]: PH-Star'],
    ['a glob', ['ph-*'], 'sources[0]: ph-*'],
    ['a channel', ['phs'], 'sources[0]: phs'],
    ['a path', ['ph-star/world/*'], 'sources[0]: ph-star/world/*'],
    ['the end of a path', ['*/asia'], 'sources[0]: */asia'],
  ])('by %s', (_what, sources, line) => {
    expect(verdict({ sources })).toEqual({
      isTaken: true,
      reason: `destinations[0] (desk).${line}`,
    });
  });

  test.each([[['bbc']], [['ph-']], [['star']], [['ph-star/world']], [['bbc', 'x*']]])(
    'and nothing else: %j',
    (sources) => {
      expect(verdict({ sources })).toEqual({
        isTaken: false,
        reason: `destinations[0] (desk).sources: none of ${sources.join(', ')}`,
      });
    },
  );

  test('all of it where it names none', () => {
    expect(verdict({})).toEqual({
      isTaken: true,
      reason: 'destinations[0] (desk) takes all there is',
    });
    expect(isSelective(routeWith({}))).toBe(false);
  });
});

test('its own rules decide over what its sources name, each by its place', () => {
  const filter = [{ drop: { title: 'horoscope' } }, { keep: { title: 'ferry' } }];
  expect(verdict({ sources: ['ph-*'], filter })).toEqual({
    isTaken: true,
    reason: 'destinations[0] (desk).filter[1]: keep title: ferry',
  });
  expect(verdict({ filter: [{ drop: { channel: 'phs' } }] })).toEqual({
    isTaken: false,
    reason: 'destinations[0] (desk).filter[0]: drop channel: phs',
  });
  expect(verdict({ sources: ['bbc'], filter }).isTaken).toBe(false);
  expect(isSelective(routeWith({ filter }))).toBe(true);
});

test('a route has its own byline, delay and pace, or those of the site', () => {
  expect(routeWith({})).toMatchObject({ byline: 'site', delayMs: 0, isPushed: false });
  expect(routeWith({ byline: 'desk', delay: '10m' })).toMatchObject({
    byline: 'desk',
    delayMs: 600_000,
  });
  const pushed = routeWith({ type: 'directory', path: '/tmp/x', maxPerHour: 30 });
  expect(pushed).toMatchObject({ isPushed: true, maxPerHour: 30 });
});
