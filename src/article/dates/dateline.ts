// "WASHINGTON (AP) —", "NEW YORK, May 3 (Reuters) -", "MANILA, Philippines —"
const DATELINE =
  /^(?!(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b)(\p{Lu}[\p{Lu}\p{M}.'’ -]{2,40}(?:, [\p{L}\p{M}.'’ ]{2,30})?(?:,? (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2})?(?: \([\p{L}\p{N}/. ]{2,30}\))?)\s*(?:—|–|--|-)\s+\S/u;

/** The place a report was filed from, as printed before its first sentence. */
export function findDateline(firstParagraph: string | undefined): string | undefined {
  const place = DATELINE.exec(firstParagraph?.slice(0, 160) ?? '')?.[1];
  return place?.replace(/[\s-]+$/, '');
}
