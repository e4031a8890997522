import { memoized } from '../memo.ts';

const NAMES_BY_HOURS: [hours: number, names: string][] = [
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
const MINUTES_BY_NAME = new Map(
  NAMES_BY_HOURS.flatMap(([hours, names]) =>
    names.split(' ').map((name) => [name, hours * 60] as const),
  ),
);

/** Names that leave open whether it is summer. */
const REGION_BY_NAME = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  // POSIX names both clocks of a zone.
  ['est5edt', 'America/New_York'],
  ['cst6cdt', 'America/Chicago'],
  ['mst7mdt', 'America/Denver'],
  ['pst8pdt', 'America/Los_Angeles'],
  ['gmt0bst', 'Europe/London'],
  ['cet-1cest', 'Europe/Berlin'],
  ['eet-2eest', 'Europe/Athens'],
]);

/**
 * Minutes east of UTC, or the IANA zone, of a customary abbreviation; null for an unknown one. Where
 * countries share one (IST, BST, CST) it is read as news feeds in English mean it: India, Britain, America.
 */
export function zoneOfName(name: string): number | string | null {
  const key = name.toLowerCase();
  return MINUTES_BY_NAME.get(key) ?? REGION_BY_NAME.get(key) ?? null;
}

/** A format takes some tens of kilobytes. */
const MOST_FORMATS = 500;

const formatOf = memoized((zone): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}, MOST_FORMATS);

function offsetAt(format: Intl.DateTimeFormat, epochMs: number): number {
  const name = format.formatToParts(epochMs).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hour, minute] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  const minutes = Number(hour ?? 0) * 60 + Number(minute ?? 0);
  return sign === '-' ? -minutes : minutes;
}

/**
 * Minutes east of UTC that an IANA zone had when its clocks showed `wallClockMs` (milliseconds as
 * if the clock were UTC); null for a zone nobody knows.
 */
export function offsetInZone(zone: string, wallClockMs: number): number | null {
  const format = formatOf(zone);
  if (!format) return null;
  const guess = offsetAt(format, wallClockMs);
  return offsetAt(format, wallClockMs - guess * 60_000);
}

/** ICU knows the zones of a country; TypeScript's library does not know that yet. */
interface Zoned {
  getTimeZones?: () => string[];
}

/** The IANA zone of a country whose clocks all show one time the whole year; undefined for one with several. */
export const zoneOfCountry = memoized((country): string | undefined => {
  const seasons = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
  const isOne = seasons.every((epochMs) => offsetsInCountry(country, epochMs).size === 1);
  return isOne ? zonesIn(country)[0] : undefined;
});

function zonesIn(country: string): string[] {
  const locale: Intl.Locale & Zoned = new Intl.Locale('und', { region: country });
  return locale.getTimeZones?.() ?? [];
}

/** Minutes east of UTC that clocks in a country (ISO 3166, two letters) showed at a moment; none for a code nobody has. */
export function offsetsInCountry(country: string, epochMs: number): Set<number> {
  return new Set(zonesIn(country).map((zone) => offsetInZone(zone, epochMs) ?? 0));
}
