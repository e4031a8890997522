import { z } from 'zod';
import { matchesPattern } from '../../path-pattern.ts';
import { text } from '../checks.ts';
import { durationSchema } from '../duration.ts';
import { problemAt, type YamlFile } from '../file/yaml-file.ts';
import { nearestName } from '../problems/nearest-name.ts';
import type { Problem } from '../problems/problem.ts';
import { destinationFilterSchema } from './filter-rules.ts';
import { type PlacedPattern, sourcesNamedIn } from './named-sources.ts';

/** Which articles a destination gets, and how: of every type of destination. */
export const routingOptions = {
  sources: z
    .array(text)
    .min(1)
    .optional()
    .describe(
      'Whose articles it gets: ids or channels of sources, * for any part of one, or paths such as fox-news/world/*; all where absent.',
    ),
  filter: destinationFilterSchema
    .optional()
    .describe('Which articles it gets: keep and drop rules in order.'),
  byline: text.optional().describe('Account to post under, where it is not site.byline.'),
  delay: durationSchema
    .optional()
    .describe(
      'How long after it was first published an article goes there; never, if it is withdrawn before.',
    ),
};

/** A pattern with a slash in it is for the path of a topic. */
export const isPathPattern = (pattern: string): boolean => pattern.includes('/');

export interface NamedSource {
  id?: string | undefined;
  channel?: string | undefined;
  formerly: readonly string[];
}

const draftDestinationSchema = z.object({
  sources: z.array(z.unknown()).catch([]),
  filter: z.unknown().optional(),
  categories: z
    .object({ bySource: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
  tags: z
    .object({ bySource: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
});

/** What the config asks of sources that there are none of. */
export function unknownSources(
  patterns: readonly PlacedPattern[],
  sources: readonly NamedSource[],
): Problem[] {
  const names = sources.flatMap(({ id, channel, formerly }) =>
    [id, channel, ...formerly].flatMap((name) => (name ? [name.toLowerCase()] : [])),
  );
  const isUnknown = (pattern: string) =>
    pattern.trim() !== '' &&
    !isPathPattern(pattern) &&
    !names.some((name) => matchesPattern(`${pattern.toLowerCase()}$`, name));
  return patterns.flatMap(({ file, path, pattern }) => {
    if (!isUnknown(pattern)) return [];
    const near = nearestName(pattern, names);
    const mend = near
      ? `did you mean ${near}?`
      : 'write the id or channel of one, ph-* for all that begin so, or a path such as news/world/*';
    return [problemAt(file, path, `names no source of this config; ${mend}`)];
  });
}

/** Whose articles destinations are to get. */
export function sourcesRouted(destinations: readonly unknown[], file: YamlFile): PlacedPattern[] {
  return destinations.flatMap((destination, index) => {
    const { data } = draftDestinationSchema.safeParse(destination);
    const at = ['destinations', index];
    const listed = (data?.sources ?? []).flatMap((pattern, item) =>
      typeof pattern === 'string' ? { file, pattern, path: [...at, 'sources', item] } : [],
    );
    const keys = (['categories', 'tags'] as const).flatMap((terms) =>
      Object.keys(data?.[terms]?.bySource ?? {}).map((pattern) => ({
        file,
        pattern,
        path: [...at, terms, 'bySource', pattern],
      })),
    );
    const asked = sourcesNamedIn(data?.filter, file, [...at, 'filter']);
    return [...listed, ...keys, ...asked];
  });
}
