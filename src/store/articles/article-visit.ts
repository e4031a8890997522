import { z } from 'zod';
import { queuedEntrySchema } from '../../feed/queued-entry.ts';
import { validatorsSchema } from '../../http/conditional-request.ts';

/** What the next visit to an article's page needs of the last one. */
export const articleVisitSchema = z.object({
  feedUrl: z.string(),
  entry: queuedEntrySchema,
  validators: validatorsSchema.nullable(),
  /** When the page was first found missing; null while it is there. */
  missingSinceMs: z.number().nullable(),
  /** Keys of its lines that other pages had, too, when it was first read; absent where nobody noted them. */
  templateLines: z.array(z.string()).exactOptional(),
});
export type ArticleVisit = z.infer<typeof articleVisitSchema>;
