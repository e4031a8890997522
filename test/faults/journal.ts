import { z } from 'zod';

const journalLineSchema = z.object({
  id: z.string(),
  revision: z.number(),
  contentHash: z.string(),
  title: z.string(),
  action: z.enum(['publish', 'update', 'withdraw']),
  /** What readers saw of it. */
  effect: z.enum(['publish', 'update', 'withdraw', 'unchanged', 'stale']),
  atMs: z.number(),
});

export type JournalLine = z.infer<typeof journalLineSchema>;

/** The last line may be cut off: its writer was killed. */
export function readJournal(text: string): JournalLine[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => journalLineSchema.parse(JSON.parse(line)));
}
