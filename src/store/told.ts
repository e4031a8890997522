import { z } from 'zod';
import { changeSchema, fingerprintSchema } from '../record/fingerprint.ts';
import { withdrawReasonSchema } from '../withdraw-reason.ts';

/** What a revision's job says besides its record, and the fingerprint of what it carried. */
const toldSchema = z.object({
  fingerprint: fingerprintSchema.optional(),
  changes: z.array(changeSchema).optional(),
  reason: withdrawReasonSchema.optional(),
});
export type Told = z.infer<typeof toldSchema>;

/** Counted up when the parts of a fingerprint change: one of another version says nothing. */
const VERSION = 1;

const keptToldSchema = toldSchema.extend({ v: z.literal(VERSION), revision: z.number() });

/** As it is kept beside a revision. */
export function toldOf(revision: number, told: Told): string {
  return JSON.stringify({ v: VERSION, revision, ...told });
}

/**
 * What was told with `revision`; nothing where another version wrote it, or an earlier one wrote a later
 * revision and left this behind.
 */
export function readTold(json: string | null, revision: number): Told {
  if (json === null) return {};
  const { data } = keptToldSchema.safeParse(JSON.parse(json));
  if (data?.revision !== revision) return {};
  const { v: _v, revision: _revision, ...told } = data;
  return told;
}
