import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.ts';
import { formatDuration } from '../config/duration.ts';

/** A moment in the zone of this machine: `2026-11-29 08:15`, with `:07` where seconds matter. */
export function localTime(moment: number | string, unit: 'minute' | 'second' = 'minute'): string {
  const at = new Date(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), ...(unit === 'second' ? [at.getSeconds()] : [])];
  return `${day} ${time.map(two).join(':')}`;
}

/** How long ago, or in how long, something is: `40s`, `12m`, `3h`, `2d`. */
export function timeAway(moment: number | string, nowMs: number): string {
  const ms = Math.abs(nowMs - new Date(moment).getTime());
  const unit = [DAY_MS, HOUR_MS, MINUTE_MS].find((length) => ms >= 2 * length) ?? 1_000;
  return formatDuration(Math.round(ms / unit) * unit);
}
