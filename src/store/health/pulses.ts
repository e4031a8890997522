import { DamagedValues } from '../damaged-values.ts';
import { z } from 'zod';
import { hourAt, type HourlyCounts, type Pauses } from '../../feed/polling/silence.ts';
import type { RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';

/** Five weeks: every hour of the week is seen five times, and a month can be shown. */
export const PULSE_HOURS = 840;

// A ring of counters, two bytes each, behind the hour up to which it was written (four bytes). The hours
// that passed without a word are set to nothing when the next one comes.
const NOTE_PULSE = `
local pulse, now = KEYS[1], tonumber(ARGV[1])
local last = redis.call('BITFIELD', pulse, 'GET', 'u32', 0)[1]
if last == 0 then redis.call('SETRANGE', pulse, 3 + 2 * ${PULSE_HOURS}, '\\0') end
if now > last then
  for hour = math.max(last + 1, now - ${PULSE_HOURS} + 1), now do
    redis.call('BITFIELD', pulse, 'SET', 'u16', 32 + hour % ${PULSE_HOURS} * 16, 0)
  end
  redis.call('BITFIELD', pulse, 'SET', 'u32', 0, now)
end
for index = 3, #ARGV, 2 do
  local hour = tonumber(ARGV[index])
  if hour <= now and hour > now - ${PULSE_HOURS} then
    local place = 32 + hour % ${PULSE_HOURS} * 16
    redis.call('BITFIELD', pulse, 'OVERFLOW', 'SAT', 'INCRBY', 'u16', place, ARGV[index + 1])
  end
end
redis.call('EXPIRE', pulse, ARGV[2])
return redis.call('GET', pulse)`;

interface PulseScripts {
  notePulseBuffer(pulse: string, ...values: number[]): Promise<Buffer>;
}

const pausesSchema = z.object({
  firstHour: z.number(),
  newAtMs: z.number(),
  gaps: z.array(z.number()),
});

const newsSchema = z.object({ newAtMs: z.number(), quietFromMs: z.number() });

/** When a source last brought something new, and from when on it counts as quiet (epoch ms). */
export type LastNews = z.infer<typeof newsSchema>;

/** Counts of the hours up to `lastHour`, from the ring. */
function unrolled(ring: Buffer | null, lastHour: number): HourlyCounts {
  const counts = new Uint16Array(PULSE_HOURS);
  if (ring === null || ring.length < 4 + 2 * PULSE_HOURS) return { counts, lastHour };
  const written = ring.readUInt32BE(0);
  for (let index = 0; index < PULSE_HOURS; index += 1) {
    const hour = lastHour - PULSE_HOURS + 1 + index;
    if (hour > written || hour <= written - PULSE_HOURS) continue;
    counts[index] = ring.readUInt16BE(4 + 2 * (hour % PULSE_HOURS));
  }
  return { counts, lastHour };
}

/** What sources bring hour by hour, and when it was that they last did. */
export class PulseStore {
  readonly #redis: RedisClient & PulseScripts;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    redis.defineCommand('notePulse', { numberOfKeys: 1, lua: NOTE_PULSE });
    this.#redis = redis as RedisClient & PulseScripts;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
  }

  /** Counts new entries by their times (epoch ms); resolves to all counts with these. */
  async note(sourceId: string, timesMs: readonly number[], nowMs: number): Promise<HourlyCounts> {
    const lastHour = hourAt(nowMs);
    const byHour = new Map<number, number>();
    for (const timeMs of timesMs) {
      const hour = Math.min(hourAt(timeMs), lastHour);
      byHour.set(hour, (byHour.get(hour) ?? 0) + 1);
    }
    const values = [lastHour, LIFETIMES.pulse, ...[...byHour].flat()];
    return unrolled(
      await this.#redis.notePulseBuffer(this.#keys.pulse(sourceId), ...values),
      lastHour,
    );
  }

  async counts(sourceId: string, nowMs: number): Promise<HourlyCounts> {
    return unrolled(await this.#redis.getBuffer(this.#keys.pulse(sourceId)), hourAt(nowMs));
  }

  async pauses(sourceId: string): Promise<Pauses | null> {
    const key = this.#keys.sourcePauses(sourceId);
    const json = await this.#redis.get(key);
    return json === null ? null : (this.#damaged.sound(json, key, pausesSchema) ?? null);
  }

  async save(sourceId: string, pauses: Pauses, quietFromMs: number): Promise<void> {
    const { newAtMs } = pauses;
    const key = this.#keys.sourcePauses(sourceId);
    const news: LastNews = { newAtMs, quietFromMs: Math.round(quietFromMs) };
    await Promise.all([
      this.#redis.set(key, JSON.stringify(pauses), 'EX', LIFETIMES.pulse),
      this.#redis.hset(this.#keys.news(), sourceId, JSON.stringify(news)),
    ]);
  }

  /** Of every source that ever brought something. */
  async lastNews(): Promise<Map<string, LastNews>> {
    const all = await this.#redis.hgetall(this.#keys.news());
    return this.#damaged.map(all, this.#keys.news(), newsSchema);
  }

  /** Takes over a source's rhythm from its former id, unless it has one of its own. */
  async adopt(formerId: string, sourceId: string): Promise<void> {
    const news = await this.#redis.hget(this.#keys.news(), formerId);
    if (news === null) return;
    const [hours, pauses] = await Promise.all([
      this.#redis.getBuffer(this.#keys.pulse(formerId)),
      this.#redis.get(this.#keys.sourcePauses(formerId)),
    ]);
    if ((await this.#redis.hsetnx(this.#keys.news(), sourceId, news)) === 1) {
      const lifetime = LIFETIMES.pulse;
      if (hours) await this.#redis.set(this.#keys.pulse(sourceId), hours, 'EX', lifetime);
      if (pauses) await this.#redis.set(this.#keys.sourcePauses(sourceId), pauses, 'EX', lifetime);
    }
    await this.forget(formerId);
  }

  async forget(sourceId: string): Promise<void> {
    await Promise.all([
      this.#redis.hdel(this.#keys.news(), sourceId),
      this.#redis.unlink(this.#keys.pulse(sourceId)),
      this.#redis.unlink(this.#keys.sourcePauses(sourceId)),
    ]);
  }
}
