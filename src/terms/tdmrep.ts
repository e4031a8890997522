import { z } from 'zod';
import { MOST_STATEMENTS, statement, type TermsStatement } from './statement.ts';

/** Where a site keeps its reservations about text and data mining (TDMRep, 2024-05-10, section 6.2). */
export const tdmrepUrl = (url: URL): string =>
  `${url.protocol}//${url.host}/.well-known/tdmrep.json`;

const WHERE = '/.well-known/tdmrep.json';

const ruleSchema = z.object({
  location: z.string(),
  'tdm-reservation': z.union([z.number(), z.string(), z.boolean()]).optional(),
  'tdm-policy': z.string().optional(),
});

/** What the file says; nothing for one that is damaged, a page, or of another form. Rules that are wrong are left out. */
export function readTdmrep(text: string): TermsStatement[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return [];
  }
  const rules: unknown[] = Array.isArray(json) ? json : [json];
  return rules.slice(0, MOST_STATEMENTS).flatMap((written) => {
    const parsed = ruleSchema.safeParse(written);
    if (!parsed.success) return [];
    const { location, 'tdm-reservation': reservation, 'tdm-policy': policy } = parsed.data;
    const value = reservation === undefined ? '' : String(Number(reservation));
    return [
      ...(value === '1' || value === '0'
        ? statement({ signal: 'tdm-reservation', value, where: WHERE }, location)
        : []),
      ...(policy ? statement({ signal: 'tdm-policy', value: policy, where: WHERE }, location) : []),
    ];
  });
}
