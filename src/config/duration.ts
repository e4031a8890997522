import { checkedText, type TextMend } from './checks.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../durations.ts';

const UNIT_MS = { ms: 1, s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const;
const LONGEST_MS = 366 * UNIT_MS.d;

/** Units as people write them. */
const UNIT_WORDS: [words: RegExp, unit: keyof typeof UNIT_MS][] = [
  [/^(?:ms|msecs?|millis(?:econds?)?|milliseconds?)$/, 'ms'],
  [/^(?:s|secs?|seconds?)$/, 's'],
  [/^(?:m|mins?|minutes?)$/, 'm'],
  [/^(?:h|hrs?|hours?)$/, 'h'],
  [/^(?:d|days?)$/, 'd'],
];

/** `15 min` as `15m`; undefined for what is no number and unit. */
export function durationMeant(text: string): string | undefined {
  const [, count, word = ''] = /^(\d{1,9})\s*([a-z]+)\.?$/i.exec(text.trim()) ?? [];
  const unit = UNIT_WORDS.find(([words]) => words.test(word.toLowerCase()))?.[1];
  return count === undefined || unit === undefined ? undefined : `${count}${unit}`;
}

const durationMend = (text: string): string =>
  `write ${durationMeant(text) ?? 'a number and a unit, such as 30s, 15m, 2h or 1d'}`;

const durationOr = (wrong: string, mend: TextMend) =>
  checkedText((text) => /^\d+(?:ms|s|m|h|d)$/.test(text), wrong, mend)
    .transform(parseDuration)
    .refine((ms) => ms <= LONGEST_MS, 'is too long; write at most 366d');

/** Text such as `250ms`, `30s`, `15m`, `2h` or `1d`, as whole milliseconds; at most 366 days. */
export const durationSchema = durationOr('is not a duration', durationMend);

/** A duration of one second at least, for what would otherwise happen without pause. */
export const intervalOr = (wrong: string, mend: TextMend) =>
  durationOr(wrong, mend).refine((ms) => ms >= UNIT_MS.s, 'is too short; write at least 1s');

export const intervalSchema = intervalOr('is not a duration', durationMend);

/** Milliseconds of a text that `durationSchema` accepts. */
export function parseDuration(text: string): number {
  const unit = text.replace(/^\d+/, '') as keyof typeof UNIT_MS;
  return Number.parseInt(text, 10) * UNIT_MS[unit];
}

/** Milliseconds as the shortest text that `durationSchema` reads back as the same. */
export function formatDuration(ms: number): string {
  const [unit, size] = Object.entries(UNIT_MS).findLast(([, unitSize]) => ms % unitSize === 0) ?? [
    'ms',
    1,
  ];
  return ms === 0 ? '0s' : `${ms / size}${unit}`;
}
