import type { HostBudget } from './host-budget.ts';

interface HostPlaces {
  underWay: Set<string>;
  /** Before which nobody may begin (epoch ms). */
  freeAtMs: number;
  /** Who waits, in the order of their turns, and until when each was told to (epoch ms). */
  waiting: Map<string, number>;
}

/** While others are being answered, nobody can say when their answers come. */
const LOOK_AGAIN_MS = 20;
/** Whoever is later than that wants nothing of the host any more. */
const LATE_MS = 2_000;

/** One budget a host for the requests of one process, without a Redis to share it through: spacing and order are the same. */
export function memoryHostBudget(): HostBudget {
  const hosts = new Map<string, HostPlaces>();
  const placesOf = (host: string): HostPlaces => {
    const known = hosts.get(host) ?? { underWay: new Set(), freeAtMs: 0, waiting: new Map() };
    hosts.set(host, known);
    return known;
  };
  return {
    async reserveSlot({ host, holder, limits, nowMs, isUrgent = false }) {
      const { concurrency, spacingMs } = limits;
      const places = placesOf(host);
      const { underWay, waiting, freeAtMs } = places;
      for (const [other, untilMs] of waiting) {
        if (other !== holder && untilMs + LATE_MS < nowMs) waiting.delete(other);
      }
      const before = [...waiting.keys()];
      const turn = isUrgent ? 0 : waiting.has(holder) ? before.indexOf(holder) : before.length;
      if (underWay.size < concurrency && nowMs >= freeAtMs && turn === 0) {
        waiting.delete(holder);
        underWay.add(holder);
        places.freeAtMs = nowMs + spacingMs;
        return { kind: 'go' };
      }
      const soonestMs = Math.max(freeAtMs, nowMs) + turn * spacingMs;
      const untilMs = soonestMs > nowMs ? soonestMs : nowMs + LOOK_AGAIN_MS;
      waiting.set(holder, untilMs);
      return { kind: 'wait', untilMs };
    },
    async release(host, holder) {
      placesOf(host).underWay.delete(holder);
    },
    async throttleHost(host, untilMs) {
      const places = placesOf(host);
      places.freeAtMs = Math.max(places.freeAtMs, untilMs);
    },
  };
}
