import { describe, expect, test } from 'vitest';
import { changesSince } from '../../../../src/feed/changes/changes.ts';
import { cutFirstReading } from '../../../../src/feed/changes/first-reading.ts';
import { anEntry } from '../../../support/records/entries.ts';

const NOW = Date.UTC(2026, 10, 29);
const DAY = 86_400_000;
const story = (n: number, published: string | null = new Date(NOW - n * DAY).toISOString()) =>
  anEntry({ id: `g${n}`, title: `Story ${n}`, link: `https://ledger.example/n/${n}`, published });
const titles = (list: { entry: { title: string | null } }[]) =>
  new Set(list.map(({ entry }) => entry.title));

describe('Of a feed never read before', () => {
  const feed = [story(3), story(1), story(4), story(2)];
  const changes = changesSince({}, feed);

  test('the newest by date are published, and the others remembered', () => {
    const cut = cutFirstReading(changes, { newest: 2 }, NOW);
    expect(titles(cut.changes.changed)).toEqual(new Set(['Story 1', 'Story 2']));
    expect(titles(cut.passedOver)).toEqual(new Set(['Story 3', 'Story 4']));
    expect(changesSince(cut.changes.seen, feed).changed).toEqual([]);
  });

  test('the first listed are the newest where one has no date', () => {
    const undated = [story(9), story(8, null), story(1)];
    const cut = cutFirstReading(changesSince({}, undated), { newest: 2 }, NOW);
    expect(titles(cut.changes.changed)).toEqual(new Set(['Story 8', 'Story 9']));
  });

  test('none is published that is older than the age set, however few there are', () => {
    const cut = cutFirstReading(changes, { newest: 'all', maxAge: 2.5 * DAY }, NOW);
    expect(titles(cut.changes.changed)).toEqual(new Set(['Story 1', 'Story 2']));
  });

  test('all are published where the config says so, and none where it says that', () => {
    expect(cutFirstReading(changes, { newest: 'all' }, NOW).changes.changed).toHaveLength(4);
    expect(cutFirstReading(changes, { newest: 0 }, NOW).changes.changed).toEqual([]);
  });
});

describe('An entry that was only remembered', () => {
  const { seen } = cutFirstReading(
    changesSince({}, [story(1), story(9)]),
    { newest: 1 },
    NOW,
  ).changes;
  const rules = { readAtMs: NOW };

  test('is no news when it is edited', () => {
    const edited = { ...story(9), title: 'Story 9, corrected' };
    const next = changesSince(seen, [story(1), edited], rules);
    expect(next.changed).toEqual([]);
    expect(changesSince(next.seen, [story(1), edited], rules).changed).toEqual([]);
  });

  test('is news when it is published anew', () => {
    const again = { ...story(9), published: new Date(NOW + DAY).toISOString() };
    expect(changesSince(seen, [story(1), again], rules).changed).toMatchObject([{ kind: 'new' }]);
  });
});

describe('An entry that was passed over', () => {
  const { seen } = cutFirstReading(changesSince({}, [story(9)]), { newest: 0 }, NOW).changes;
  const again = (published: string | null, readAtMs: number | null) =>
    changesSince(seen, [{ ...story(9), published }], { readAtMs }).changed.length;
  const iso = (ms: number) => new Date(ms).toISOString();

  test('is news from the moment after the last reading on', () => {
    expect([again(iso(NOW), NOW), again(iso(NOW + 1), NOW)]).toEqual([0, 1]);
  });

  test('is none without a date, or where nobody noted the last reading', () => {
    expect([again(null, NOW), again(iso(NOW + DAY), null)]).toEqual([0, 0]);
  });
});

test('An entry is older than the age set from one moment to the next.', () => {
  const published = (n: number) => new Date(NOW - DAY - n).toISOString();
  const feed = [story(1, published(0)), story(2, published(1))];
  const cut = cutFirstReading(changesSince({}, feed), { newest: 9, maxAge: DAY }, NOW);
  expect(titles(cut.passedOver)).toEqual(new Set(['Story 2']));
});

test('The date of its last change stands for a date that an entry does not have.', () => {
  const updated = { ...story(3, null), updated: new Date(NOW).toISOString() };
  const cut = cutFirstReading(changesSince({}, [story(1), updated]), { newest: 1 }, NOW);
  expect(titles(cut.changes.changed)).toEqual(new Set(['Story 3']));
});
