import { DAY_MS } from '../durations.ts';
import type { MemoryFigures } from '../store/health/memory.ts';

export interface MemoryStatus {
  usedBytes: number;
  limitBytes: number | null;
  /** 0 to 1, of the fullest server; 0 without a limit. */
  use: number;
  /** What a day adds, over the last week; null before there is a day to compare with. */
  bytesPerDay: number | null;
  /** When it will be full at this rate; null when it will not, or nobody knows. RFC 3339. */
  fullAt: string | null;
}

const COMPARED_DAYS = 7;
// Farther than a lifetime of articles it levels off: what is old is forgotten.
const HORIZON_MS = 180 * DAY_MS;

/** What Redis will hold, going by what it held in the last week. Pure. */
export function memoryStatus(figures: MemoryFigures, nowMs: number): MemoryStatus {
  const { usedBytes, limitBytes, use, days } = figures;
  const today = Math.floor(nowMs / DAY_MS);
  const then = days.find(({ day }) => day >= today - COMPARED_DAYS && day < today);
  const bytesPerDay = then ? Math.round((usedBytes - then.usedBytes) / (today - then.day)) : null;
  const isFilling = limitBytes !== null && bytesPerDay !== null && bytesPerDay > 0;
  const leftMs = isFilling ? ((limitBytes - usedBytes) / bytesPerDay) * DAY_MS : Infinity;
  return {
    usedBytes,
    limitBytes,
    use,
    bytesPerDay,
    fullAt: leftMs < HORIZON_MS ? new Date(nowMs + Math.max(leftMs, 0)).toISOString() : null,
  };
}
