import { z } from 'zod';
import type { AlertOptions } from '../config/alerts.ts';
import { MINUTE_MS } from '../durations.ts';
import type { Need } from '../monitor/need.ts';

/** Trouble that was seen, by its need's key. Times in epoch milliseconds. */
const standingAlertSchema = z.object({
  subject: z.string(),
  cause: z.string(),
  mend: z.string(),
  sinceMs: z.number(),
  /** The last look that saw it. */
  seenMs: z.number(),
  /** How many looks saw it, up to what matters. */
  looks: z.number(),
  toldMs: z.number().optional(),
});

export const alertStateSchema = z.object({
  standing: z.record(z.string(), standingAlertSchema),
  /** When something was told last. */
  sentMs: z.number(),
});

export type StandingAlert = z.infer<typeof standingAlertSchema>;
export type AlertState = z.infer<typeof alertStateSchema>;

export const NO_ALERTS: AlertState = { standing: {}, sentMs: 0 };

/** How things stand at a look. */
export interface AlertFacts {
  needs: readonly Need[];
  /** How many articles are held. */
  held: number;
  nowMs: number;
}

/** What one message tells. */
export interface Digest {
  began: StandingAlert[];
  ended: StandingAlert[];
}

// Between two messages, so that much that happens one after the other is a few digests and no storm.
const QUIET_MS = 10 * MINUTE_MS;
// What comes back within this time has not ended.
const GONE_MS = 10 * MINUTE_MS;
const ENOUGH_LOOKS = 2;

/** From when on a need is worth an alert (epoch ms); undefined for what waits for a quiet moment. */
function alertDueAt(
  { kind, weight }: Need,
  { sinceMs }: StandingAlert,
  { failing, destination }: AlertOptions['after'],
): number | undefined {
  if (weight === 'note') return undefined;
  if (kind === 'source-failing' || kind === 'source-refused') return sinceMs + failing;
  if (kind === 'destination-down' || kind === 'destination-behind') return sinceMs + destination;
  return sinceMs;
}

function seenAgain(known: StandingAlert | undefined, need: Need, nowMs: number): StandingAlert {
  const { subject, cause, mend, paste, since } = need;
  const told = paste === undefined ? mend : `${mend}: ${paste}`;
  const sinceMs = known?.sinceMs ?? (since === null ? nowMs : Math.min(Date.parse(since), nowMs));
  const looks = Math.min((known?.looks ?? 0) + 1, ENOUGH_LOOKS);
  return { ...known, subject, cause, mend: told, sinceMs, seenMs: nowMs, looks };
}

/**
 * The state after a look at everything that needs a person, and what is to be told now: each trouble once
 * when it began and once when it has ended. Held articles are one trouble, from a number on. Pure.
 */
export function afterAlertLook(
  { standing, sentMs }: AlertState,
  { needs, held, nowMs }: AlertFacts,
  after: AlertOptions['after'],
): { state: AlertState; digest: Digest } {
  const alertable = needs.filter(({ kind }) => kind !== 'held' || held >= after.held);
  const next: AlertState['standing'] = {};
  const due: string[] = [];
  for (const need of alertable) {
    const seen = seenAgain(standing[need.key], need, nowMs);
    next[need.key] = seen;
    const dueMs = alertDueAt(need, seen, after);
    const isDue = dueMs !== undefined && nowMs >= dueMs && seen.looks >= ENOUGH_LOOKS;
    if (isDue && seen.toldMs === undefined) due.push(need.key);
  }
  const over: string[] = [];
  for (const [key, alert] of Object.entries(standing)) {
    if (next[key] || alert.toldMs === undefined) continue;
    next[key] = alert;
    if (nowMs - alert.seenMs >= GONE_MS) over.push(key);
  }
  const isQuiet = due.length + over.length === 0 || nowMs - sentMs < QUIET_MS;
  if (isQuiet) return { state: { standing: next, sentMs }, digest: { began: [], ended: [] } };
  const digest = { began: due.map((key) => next[key]!), ended: over.map((key) => next[key]!) };
  for (const key of due) next[key] = { ...next[key]!, toldMs: nowMs };
  for (const key of over) delete next[key];
  return { state: { standing: next, sentMs: nowMs }, digest };
}
