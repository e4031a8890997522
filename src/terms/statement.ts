import { z } from 'zod';
import { matchesPattern, normalisePattern, withCapitalOctets } from '../path-pattern.ts';
import type { RightsSignal } from './rights-signal.ts';

/** What a file of a site states about the addresses that a pattern (RFC 9309 section 2.2.3) matches. */
export const statementSchema = z.object({
  signal: z.string(),
  value: z.string(),
  where: z.string(),
  pattern: z.string(),
  /** The host that is meant, where the pattern was a whole address. */
  host: z.string().optional(),
});

export type TermsStatement = z.infer<typeof statementSchema>;

/** A file of a site may go on without end; no honest one has more to say. */
export const MOST_STATEMENTS = 1_000;
const MOST_VALUE_CHARACTERS = 500;
const MOST_PATTERN_CHARACTERS = 1_000;

/** `about` is a path pattern or a whole address with one; empty for the whole site. */
export function statement(
  said: Pick<RightsSignal, 'signal' | 'value' | 'where'>,
  about: string,
): TermsStatement[] {
  const { host, path } = placeOf(about.trim());
  // Cut, a pattern would speak of more than it says.
  if (path.length > MOST_PATTERN_CHARACTERS) return [];
  return [
    {
      ...said,
      value: said.value.slice(0, MOST_VALUE_CHARACTERS),
      pattern: normalisePattern(path),
      ...(host === undefined ? {} : { host }),
    },
  ];
}

function placeOf(about: string): { host?: string; path: string } {
  const [, host, rest = about] = /^https?:\/\/([^/?#]{1,300})(.*)$/i.exec(about) ?? [];
  const path = rest === '' || /^[/*]/.test(rest) ? rest : `/${rest}`;
  return host === undefined ? { path } : { host: host.toLowerCase(), path };
}

/** What holds for an address: of what is said twice the most specific, and of equally specific ones all. */
export function statedFor(statements: readonly TermsStatement[], url: URL): RightsSignal[] {
  const target = withCapitalOctets(url.pathname + url.search);
  const matching = statements.filter(
    ({ pattern, host }) =>
      (host === undefined || host === url.host || host === '*') &&
      (pattern === '' || matchesPattern(pattern, target)),
  );
  const longest = new Map<string, number>();
  for (const { signal, where, pattern } of matching) {
    const name = `${signal} ${where}`;
    longest.set(name, Math.max(longest.get(name) ?? 0, pattern.length));
  }
  return matching
    .filter(({ signal, where, pattern }) => longest.get(`${signal} ${where}`) === pattern.length)
    .map(({ signal, value, where }) => ({ signal, value, where }));
}
