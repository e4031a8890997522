import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/ }).max(2_048);
const mark = z.literal(true).optional();

/** Words of a paragraph with what sets them apart; joined, the spans are the paragraph's text. */
export const spanSchema = z.union([
  z.string().min(1),
  z.object({
    text: z.string().min(1),
    href: webAddress.optional(),
    strong: mark,
    em: mark,
    code: mark,
    sup: mark,
    sub: mark,
    s: mark,
  }),
]);

/** What a paragraph is besides its kind. */
const structureSchema = z.object({
  spans: z.array(spanSchema).max(100).optional(),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]).optional(),
  list: z.enum(['ul', 'ol', 'dl']).optional(),
  depth: z.int().min(2).max(6).optional().describe('of a list in a list; absent on the outer one'),
  start: mark.describe('the first item of its list'),
  cite: z.string().min(1).optional().describe('who said the quote'),
  at: z.iso.datetime().optional().describe('the time of a live entry, UTC'),
});

export const bodyBlockSchema = z.union([
  structureSchema.extend({ p: z.int().nonnegative().describe('index in `paragraphs`') }),
  z.object({ image: z.int().nonnegative().describe('index in `images`') }),
  z.object({ term: z.string().min(1).describe('what the next items of a `dl` define') }),
  z.object({
    table: z.object({
      caption: z.string().min(1).optional(),
      head: z.int().positive().optional().describe('rows that are headings'),
      rows: z.array(z.array(z.string()).max(20)).max(200),
    }),
  }),
  z.object({
    embed: z.object({
      url: webAddress,
      provider: z.string(),
      title: z.string().min(1).optional(),
      text: z.string().min(1).optional(),
    }),
  }),
  z.object({ code: z.string().min(1).max(20_000) }),
  z.object({ rule: z.literal(true) }),
]);

export const MOST_BODY_BLOCKS = 1_000;

/**
 * The article in the order of its page: paragraphs by their index, each at most once and ascending, and
 * what stands between them. Strings and numbers only, so that no markup of a stranger is in it.
 */
export const bodySchema = z.array(bodyBlockSchema).max(MOST_BODY_BLOCKS);

export type Span = z.infer<typeof spanSchema>;
export type ParagraphStructure = z.infer<typeof structureSchema>;
export type BodyBlock = z.infer<typeof bodyBlockSchema>;
