import { monthOfWord } from '../../dates/month-names.ts';
import { zoneOfName } from '../../dates/time-zones.ts';
import { isWeekdayName } from '../../dates/weekday-names.ts';
import { endsSentence, wordsOf } from '../../page/sentence.ts';
import { TIMESTAMP_LABELS, type TimestampWords, WORDS_OF_A_DATE } from './timestamp-words.ts';
import { patternOfRows } from '../../pattern-rows.ts';

const MOST_OF_A_TIMESTAMP = 140;
const CLOCK = /(?<!\d)[012]?\d[:.h][0-5]\d(?!\d)/;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** "5 days ago", "4 min read" */
const AGO = /\b(?:\d+|an?) ?(?:min(?:ute)?s?|hours?|days?|weeks?) (?:ago|read)\b/i;
/** Two numbers that may be a day's, or a number beside a word that may be a month's. */
const DAY = /\d{1,2}\D{1,3}\d|\d\s|\s\d/;
const DATED_BYLINE =
  /^(?:by|von|par|por|door)\s.{2,100}\b(?:19|20)\d\d\b.{0,12}\b\d{1,2}:\d\d\b.{0,60}$/i;

const setOfWords = (rows: readonly TimestampWords[]): Set<string> =>
  new Set(rows.flatMap(({ words }) => words.split(' ')));

const LABELS = setOfWords(TIMESTAMP_LABELS);
const OF_A_DATE = setOfWords(WORDS_OF_A_DATE);
/** "| Von Ann Lee" */
const BYLINE = /(?:^|[|•·,–-]\s*)(?:by|von|par|por|di|door|av|af)\s/i;
const isOfDate = (word: string): boolean =>
  OF_A_DATE.has(word) ||
  /^\p{Nd}/u.test(word) ||
  monthOfWord(word) !== null ||
  isWeekdayName(word) ||
  zoneOfName(word) !== null;

/** Words beside a date that has no label, as its section and its writer's name are. */
const MOST_BESIDE = 3;
/** A line with a label names its writer, and the writer's role. */
const MOST_BESIDE_LABELLED = 8;
/** "Mis à jour" and the like: after a clock, more words are what happened then. */
export const STARTS_WITH_CLOCK = /^\W*[012]?\d[:.h][0-5]\d(?!\d)/;

/** Marks that are no sentence's: of "a.m.", "Uhr.", "15:10 h." */
const ENDS_LIKE_HOUR = /(?:\b(?:[ap]\.m|est|uhr)|\d ?hs?)\.$/i;

/**
 * Whether a line is when the page was published or changed: "Updated Dec. 22, 2023 11:48 a.m. ET", "25. 4. 2023 5:00",
 * "by Ann Lee at July 18, 2026 12:12 pm". A line that tells what happened then is text: "14:05 Divers go down".
 */
export function isTimestamp(text: string): boolean {
  if (text.length > MOST_OF_A_TIMESTAMP) return false;
  const isAgo = AGO.test(text);
  const hasClock = CLOCK.test(text);
  if (!isAgo && !hasClock && !YEAR.test(text)) return false;
  if (DATED_BYLINE.test(text)) return true;
  if (endsSentence(text.replace(ENDS_LIKE_HOUR, ''))) return false;
  const words = wordsOf(text.replace(AGO, ' ').toLowerCase()).filter((word) =>
    /\p{L}{2}/u.test(word),
  );
  const isLabelled = BYLINE.test(text) || words.some((word) => LABELS.has(word));
  const beside = words.filter((word) => !LABELS.has(word) && !isOfDate(word)).length;
  if (beside === 0) return isAgo || hasClock || DAY.test(text);
  if (isLabelled) return beside <= MOST_BESIDE_LABELLED && DAY.test(text);
  const isWhole = isAgo || (hasClock && YEAR.test(text));
  return isWhole && beside <= MOST_BESIDE && !STARTS_WITH_CLOCK.test(text);
}

/** How a line begins that a template sets for a date. */
export const LABEL_OF_A_DATE = patternOfRows(
  [
    {
      name: 'date-label-english',
      languages: 'en',
      pattern: '(?:article |first |last )?(?:published|posted|updated|modified|date)',
      finds: [
        'Article published 9 March',
        'First posted 9 March',
        'Last updated 9 March',
        'Modified: 9 March',
        '• Date: 9 March',
      ],
      passes: ['Dated 9 March', 'The date: 9 March'],
    },
    {
      name: 'date-label-abroad',
      languages: 'de fr es pt it',
      pattern: 'veröffentlicht|aktualisiert|publiée?|publicado|actualizado|pubblicato|aggiornato',
      finds: [
        'Veröffentlicht am 9. März',
        'Aktualisiert: 9. März',
        'Publié le 9 mars',
        'Publicado el 9 de marzo',
        'Actualizado el 9 de marzo',
        'Pubblicato il 9 marzo',
        'Aggiornato il 9 marzo',
      ],
      passes: ['Veröffentlichung am 9. März', 'Publicados'],
    },
  ],
  'iu',
  (any) => String.raw`^\W*${any}(?![\p{L}\p{N}_])`,
);

/** In a list, where "July 2013: elected" is an entry, a date is the template's by its label alone. */
export const isLabelledTimestamp = (text: string): boolean =>
  LABEL_OF_A_DATE.any.test(text) && isTimestamp(text);
