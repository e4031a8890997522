import { z } from 'zod';
import type { PermanentError, TransientError } from '../errors.ts';
import type { FetchResponse } from '../http/fetch.ts';
import { readRsl } from '../terms/rsl.ts';
import type { RightsSignal } from '../terms/rights-signal.ts';
import { type TermsStatement, statementSchema, statedFor } from '../terms/statement.ts';
import { readTdmrep, tdmrepUrl } from '../terms/tdmrep.ts';
import { type RobotsRecord, STALE_MS } from './robots-record.ts';

/** What is kept of a file in which a site states its terms: what it says, not the file. */
export const termsRecordSchema = z.object({
  statements: z.array(statementSchema),
  /** When the host last gave an answer that this record rests on. */
  fetchedAtMs: z.number().nonnegative(),
  /** When it was last asked. */
  triedAtMs: z.number().nonnegative(),
});

export type TermsRecord = z.infer<typeof termsRecordSchema>;

/** A robots.txt may name any number of licences; each costs its host a request a day. */
const MOST_LICENCES = 2;

/** Where the terms of an address lie: `tdmrep.json` of its host, and the RSL files that its robots.txt names. */
export function termsFilesOf(url: URL, robots: RobotsRecord | null): string[] {
  const licences = statedFor(robots?.statements ?? [], url)
    .filter(({ signal, value }) => signal === 'rsl' && /^https?:/i.test(value))
    .map(({ value }) => URL.parse(value)?.href ?? '')
    .filter((address) => address !== '');
  return [tdmrepUrl(url), ...[...new Set(licences)].slice(0, MOST_LICENCES)];
}

/** A site that has no such file states nothing; one that cannot be reached states what it did, for thirty days. */
export function termsAfterFetch(
  address: string,
  previous: TermsRecord | null,
  outcome: FetchResponse | PermanentError | TransientError,
  nowMs: number,
): TermsRecord {
  const isAnswer = 'status' in outcome && outcome.status < 500 && outcome.status !== 429;
  if (!isAnswer) {
    const isUsable = previous !== null && nowMs - previous.fetchedAtMs < STALE_MS;
    const { statements, fetchedAtMs } = isUsable ? previous : { statements: [], fetchedAtMs: 0 };
    return { statements, fetchedAtMs, triedAtMs: nowMs };
  }
  const statements = outcome.status === 200 ? statementsIn(address, outcome.body) : [];
  return { statements, fetchedAtMs: nowMs, triedAtMs: nowMs };
}

function statementsIn(address: string, body: Uint8Array): TermsStatement[] {
  const text = new TextDecoder().decode(body);
  return address.endsWith('/.well-known/tdmrep.json') ? readTdmrep(text) : readRsl(text, address);
}

/** What a site states about one of its pages outside the page. */
export function siteTermsFor(
  url: URL,
  robots: RobotsRecord | null,
  terms: readonly (TermsRecord | null)[],
): RightsSignal[] {
  const files = terms.flatMap((record) => (record ? statedFor(record.statements, url) : []));
  return [...statedFor(robots?.statements ?? [], url), ...files];
}
