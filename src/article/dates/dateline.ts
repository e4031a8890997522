const WEEKDAY = String.raw`(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b`;
const TOWN = String.raw`\p{Lu}[\p{Lu}\p{M}.'’ -]{2,40}`;
const COUNTRY = String.raw`(?:, [\p{L}\p{M}.'’ ]{2,30})?`;
const MONTH = '(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*';
const DAY = String.raw`(?:,? ${MONTH}\.? \d{1,2})?`;
const AGENCY_IN_BRACKETS = String.raw`(?: \([\p{L}\p{N}/. ]{2,30}\))?`;
/** "WASHINGTON (AP) —", "NEW YORK, May 3 (Reuters) -", "MANILA, Philippines —" */
const DATELINE = new RegExp(
  String.raw`^(?!${WEEKDAY})(${TOWN}${COUNTRY}${DAY}${AGENCY_IN_BRACKETS})\s*(?:—|–|--|-)\s+\S`,
  'u',
);

/** The place a report was filed from, as printed before its first sentence. */
export function findDateline(firstParagraph: string | undefined): string | undefined {
  const place = DATELINE.exec(firstParagraph ?? '')?.[1];
  return place?.replace(/(?<![\s-])[\s-]+$/, '');
}
