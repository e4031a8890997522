import type { PageShape } from '../../store/page-shapes.ts';

/** A lasting change in what a source's pages look like to the scraper. */
export interface ShapeDrift {
  /** Stable for machines: `unreadable`, `low-confidence` or `rule-<name>`. */
  change: string;
  /** Continues "<source>: …". */
  message: string;
}

const RECENT = 20;
// A share over fewer pages says nothing of how it was before.
const MIN_BEFORE = 20;
const MIN_RISE = 0.25;
// Pages of one source differ by chance, too. At four standard errors, chance alone would raise a
// false alarm for about one source in ten thousand at each look.
const MIN_STANDARD_ERRORS = 4;
const LOW_CONFIDENCE = 0.5;

interface Count {
  hits: number;
  pages: number;
}

function countHits(shapes: readonly PageShape[], isHit: (shape: PageShape) => boolean): Count {
  return { hits: shapes.filter(isHit).length, pages: shapes.length };
}

/** Whether a share rose by more than chance explains (two-proportion z-test, pooled). */
function hasRisen(before: Count, recent: Count): boolean {
  const rise = recent.hits / recent.pages - before.hits / before.pages;
  if (rise < MIN_RISE) return false;
  const share = (before.hits + recent.hits) / (before.pages + recent.pages);
  const error = Math.sqrt(share * (1 - share) * (1 / before.pages + 1 / recent.pages));
  return rise >= MIN_STANDARD_ERRORS * error;
}

/**
 * Compares a source's last pages with those before them (newest first): more that cannot be read,
 * more with a doubtful body, or a rule that matches no longer. Empty when nothing changed, or too
 * few pages are known.
 */
export function driftOf(shapes: readonly PageShape[], minConfidence: number): ShapeDrift[] {
  const [recent, before] = [shapes.slice(0, RECENT), shapes.slice(RECENT)];
  if (before.length < MIN_BEFORE) return [];
  const low = Math.max(minConfidence, LOW_CONFIDENCE);
  const rules = new Set(recent.flatMap(({ unmatchedRules }) => unmatchedRules));
  const measures: [string, string, (shape: PageShape) => boolean][] = [
    ['unreadable', 'could not be read as articles', ({ confidence }) => confidence === null],
    [
      'low-confidence',
      `gave a body of low confidence (below ${low})`,
      ({ confidence }) => confidence !== null && confidence < low,
    ],
    ...[...rules].map((rule): (typeof measures)[number] => [
      `rule-${rule}`,
      `did not match the rule article.${rule}`,
      ({ unmatchedRules }) => unmatchedRules.includes(rule),
    ]),
  ];
  return measures.flatMap(([change, what, isHit]) => {
    const [was, is] = [countHits(before, isHit), countHits(recent, isHit)];
    if (!hasRisen(was, is)) return [];
    const message = `${is.hits} of the last ${is.pages} pages ${what}, ${was.hits} of the ${was.pages} before: the site seems to have changed`;
    return [{ change, message }];
  });
}
