import { describe, expect, test } from 'vitest';
import {
  offsetInZone,
  offsetsInCountry,
  zoneOfCountry,
  zoneOfName,
} from '../../../src/dates/time-zones.ts';

const HOURS: [hours: number, names: string][] = [
  [0, 'gmt utc ut z wet'],
  [1, 'west bst cet mez'],
  [2, 'cest mesz eet sast'],
  [3, 'eest msk мск trt eat'],
  [4, 'msd gst'],
  [5, 'pkt'],
  [5.5, 'ist'],
  [5.75, 'npt'],
  [7, 'ict wib'],
  [8, 'wita sgt hkt pht myt awst'],
  [9, 'wit jst kst'],
  [9.5, 'acst'],
  [10, 'aest'],
  [10.5, 'acdt'],
  [11, 'aedt'],
  [12, 'nzst'],
  [13, 'nzdt'],
  [-2.5, 'ndt'],
  [-3, 'brt art adt'],
  [-3.5, 'nst'],
  [-4, 'clt ast edt'],
  [-5, 'est cdt'],
  [-6, 'cst mdt'],
  [-7, 'mst pdt'],
  [-8, 'pst akdt'],
  [-9, 'akst'],
  [-10, 'hst'],
];

test.each(
  HOURS.flatMap(([hours, names]) => names.split(' ').map((name) => [name, hours * 60] as const)),
)('%s is %i minutes east of Greenwich', (name, minutes) => {
  expect([zoneOfName(name), zoneOfName(name.toUpperCase())]).toEqual([minutes, minutes]);
});

test.each([
  ['et', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['EST5EDT', 'America/New_York'],
  ['cst6cdt', 'America/Chicago'],
  ['mst7mdt', 'America/Denver'],
  ['pst8pdt', 'America/Los_Angeles'],
  ['gmt0bst', 'Europe/London'],
  ['cet-1cest', 'Europe/Berlin'],
  ['eet-2eest', 'Europe/Athens'],
  ['xyz', null],
])('%s is the zone %s', (name, zone) => {
  expect(zoneOfName(name)).toBe(zone);
});

describe('the offset of a zone by its own clock', () => {
  test.each([
    ['Europe/London', '2026-01-15T12:00', 0],
    ['Europe/London', '2026-07-15T12:00', 60],
    ['Africa/Abidjan', '2026-07-15T12:00', 0],
    ['Asia/Kathmandu', '2026-01-15T12:00', 345],
    ['Asia/Kolkata', '2026-01-15T12:00', 330],
    ['America/St_Johns', '2026-01-15T12:00', -210],
    ['America/New_York', '2026-01-15T12:00', -300],
    ['America/New_York', '2026-03-08T01:59', -300],
    ['America/New_York', '2026-03-08T03:01', -240],
    ['Europe/Berlin', '2026-03-29T01:59', 60],
    ['Europe/Berlin', '2026-03-29T03:01', 120],
    ['Pacific/Auckland', '2026-01-15T12:00', 780],
    ['No/Where', '2026-01-15T12:00', null],
  ])('%s at %s: %s minutes', (zone, clock, minutes) => {
    expect(offsetInZone(zone, Date.parse(`${clock}Z`))).toBe(minutes);
    expect(offsetInZone(zone, Date.parse(`${clock}Z`))).toBe(minutes);
  });
});

test.each([
  ['DE', 'Europe/Berlin'],
  ['JP', 'Asia/Tokyo'],
  ['NZ', undefined],
  ['US', undefined],
  ['ZZ', undefined],
])('the zone of %s, where all its clocks show one time, is %s', (country, zone) => {
  expect(zoneOfCountry(country)).toBe(zone);
});

test('a country has the offsets of all its zones', () => {
  const at = Date.parse('2026-01-15T12:00Z');
  expect(offsetsInCountry('GB', at)).toEqual(new Set([0]));
  expect([...offsetsInCountry('AU', at)].toSorted((a, b) => a - b)).toEqual([
    480, 525, 570, 600, 630, 660,
  ]);
  expect(offsetsInCountry('ZZ', at)).toEqual(new Set());
});
