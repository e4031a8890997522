import { z } from 'zod';

const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Text such as `250ms`, `30s`, `15m`, `2h` or `1d`, as whole milliseconds. */
export const durationSchema = z
  .string()
  .regex(
    /^\d+(?:ms|s|m|h|d)$/,
    'is not a duration; write a number and a unit, such as 30s, 15m, 2h or 1d',
  )
  .transform(parseDuration);

/** Milliseconds of a text that `durationSchema` accepts. */
export function parseDuration(text: string): number {
  const unit = text.replace(/^\d+/, '') as keyof typeof unitMs;
  return Number.parseInt(text, 10) * unitMs[unit];
}
