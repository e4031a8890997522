import { describe, expect, test } from 'vitest';
import {
  afterFailure,
  afterGone,
  afterRedirects,
  feedAddress,
} from '../../../../src/feed/polling/feed-address.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const from = 'https://harbour.example/feed';
const to = 'https://harbour.example/new';
const start = Date.UTC(2026, 0, 15);
const nowhere = { movedTo: null, move: null };
const hop = (status: number, target = to, source = from) => ({ status, from: source, to: target });

test('a feed is asked for where it has moved', () => {
  expect([feedAddress(from, { movedTo: to }), feedAddress(from, { movedTo: null })]).toEqual([
    to,
    from,
  ]);
});

describe('a permanent redirect', () => {
  const seen = (times: number, forMs: number) => ({
    movedTo: null,
    move: { to, sinceMs: start - forMs, seen: times },
  });

  test.each([301, 308])('of status %i is believed after three times and a day', (status) => {
    const after = (state: Parameters<typeof afterRedirects>[0]) =>
      afterRedirects(state, from, [hop(status)], start);
    expect(after(nowhere)).toEqual({ movedTo: null, move: { to, sinceMs: start, seen: 1 } });
    expect(after(seen(2, DAY))).toEqual({ movedTo: to, move: null });
    expect(after(seen(1, DAY)).move).toMatchObject({ seen: 2 });
    expect(after(seen(9, DAY - 1)).move).toMatchObject({ seen: 10, sinceMs: start - DAY + 1 });
  });

  test.each([302, 303, 307])('is none with status %i', (status) => {
    expect(afterRedirects(seen(2, DAY), from, [hop(status)], start)).toEqual(nowhere);
  });

  test('to another place begins anew, and none forgets', () => {
    const other = 'https://harbour.example/other';
    expect(afterRedirects(seen(2, DAY), from, [hop(301, other)], start).move).toEqual({
      to: other,
      sinceMs: start,
      seen: 1,
    });
    expect(afterRedirects({ ...seen(2, DAY), movedTo: to }, to, [], start)).toEqual({
      movedTo: to,
      move: null,
    });
  });

  test('ends before the first temporary one', () => {
    const hops = [hop(301), hop(302, 'https://x.example/', to), hop(301, 'https://y.example/')];
    expect(afterRedirects(nowhere, from, hops, start).move?.to).toBe(to);
    expect(
      afterRedirects(nowhere, from, [hop(301), hop(308, 'https://y.example/', to)], start).move?.to,
    ).toBe('https://y.example/');
  });

  test.each([
    ['to itself', from, from],
    ['to an address without TLS', from, 'http://harbour.example/new'],
    ['of an address with a user', 'https://ana@harbour.example/feed', to],
    ['of an address with a password', 'https://:x@harbour.example/feed', to],
  ])('%s is not followed', (_name, asked, target) => {
    expect(afterRedirects(seen(2, DAY), asked, [hop(301, target)], start)).toEqual(nowhere);
  });

  test('from an address without TLS to one with or without it is', () => {
    for (const target of [to, 'http://harbour.example/new']) {
      expect(
        afterRedirects(nowhere, 'http://harbour.example/feed', [hop(301, target)], start).move?.to,
      ).toBe(target);
    }
  });
});

test('an adopted address is given up at the fifth failure', () => {
  const moved = { movedTo: to, move: { to, sinceMs: 0, seen: 1 } };
  expect([afterFailure(moved, 4), afterFailure(moved, 5), afterFailure(nowhere, 9)]).toEqual([
    { movedTo: to, move: null },
    nowhere,
    nowhere,
  ]);
});

test('a feed that is gone is believed to be 23 hours later', () => {
  const gone = (forMs: number) =>
    afterGone({ goneSinceMs: start - forMs, disabledAtMs: null }, start);
  expect(afterGone({ goneSinceMs: null, disabledAtMs: null }, start)).toEqual({
    goneSinceMs: start,
    disabledAtMs: null,
  });
  expect(gone(23 * HOUR - 1).disabledAtMs).toBeNull();
  expect(gone(23 * HOUR)).toEqual({ goneSinceMs: start - 23 * HOUR, disabledAtMs: start });
});
