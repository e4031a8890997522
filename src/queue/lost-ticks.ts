import type { Queue } from 'bullmq';
import { type ScoredMember, scoredMembers } from '../store/scored-members.ts';

/** BullMQ's name for the job that a scheduler made for a moment (epoch ms). */
const tickId = ({ member, score }: ScoredMember): string => `repeat:${member}:${score}`;

const TICKS_A_LOOK = 1_000;
// A tick that is late by less waits for its turn.
const LATE_MS = 60_000;
const ENDED = new Set(['unknown', 'failed', 'completed']);

/**
 * Finds schedulers whose next tick is in no queue, so that nothing would ever come of them. A tick that is
 * taken just now, which makes the next one, looks the same for a moment: only what is missing in two looks
 * running is lost.
 */
export class TickWatch {
  readonly #poll: Queue;
  #missing = new Map<string, number>();

  constructor(poll: Queue) {
    this.#poll = poll;
  }

  /** The ids of schedulers whose tick was missing at the look before, and is still. */
  async look(nowMs: number): Promise<string[]> {
    const client = await this.#poll.backend.client;
    const ticks = scoredMembers(
      await client.zrange(this.#poll.toKey('repeat'), 0, -1, { WITHSCORES: true }),
    );
    const before = this.#missing;
    this.#missing = new Map();
    for (let start = 0; start < ticks.length; start += TICKS_A_LOOK) {
      const some = ticks.slice(start, start + TICKS_A_LOOK);
      const areThere = await Promise.all(some.map((tick) => this.#isThere(tick, nowMs)));
      for (const [index, { member, score }] of some.entries()) {
        if (!areThere[index]) this.#missing.set(member, score);
      }
    }
    return [...this.#missing].flatMap(([id, nextMs]) => (before.get(id) === nextMs ? [id] : []));
  }

  async #isThere(tick: ScoredMember, nowMs: number): Promise<boolean> {
    const jobId = tickId(tick);
    const client = await this.#poll.backend.client;
    if ((await client.hget(this.#poll.toKey(jobId), 'name')) === null) return false;
    if (nowMs - tick.score < LATE_MS) return true;
    return !ENDED.has(await this.#poll.getJobState(jobId));
  }
}
