import { z } from 'zod';

/** An entry as it travels and is remembered: without its content, which is read from the page. */
export const queuedEntrySchema = z.object({
  id: z.string().nullable(),
  title: z.string().nullable(),
  link: z.string(),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  author: z.string().nullable(),
  summary: z.string().nullable(),
  doubtedDate: z.string().exactOptional(),
  entriesAtLink: z.number().exactOptional(),
  categories: z.array(z.object({ term: z.string(), scheme: z.string().nullable() })),
  enclosures: z.array(
    z.object({
      url: z.string(),
      type: z.string().nullable(),
      length: z.number().nullable(),
      picture: z
        .object({
          width: z.number().exactOptional(),
          height: z.number().exactOptional(),
          caption: z.string().exactOptional(),
          credit: z.string().exactOptional(),
        })
        .exactOptional(),
    }),
  ),
});

export type QueuedEntry = z.infer<typeof queuedEntrySchema>;
