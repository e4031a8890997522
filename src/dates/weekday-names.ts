import { DAY_MS } from '../durations.ts';

/** Languages whose weekdays pages print beside dates. */
const LANGUAGES =
  'en de fr es it pt nl pl cs sk hu ro sv nb da fi ru uk bg sr hr el tr ar fa he hi id vi'.split(
    ' ',
  );

let knownWeekdays: Set<string> | undefined;

function weekdayNames(): Set<string> {
  const all = new Set<string>();
  for (const language of LANGUAGES) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 0; day < 7; day += 1) {
        const name = format.format(day * DAY_MS).toLowerCase();
        all.add(name.replace(/(?<![.,])[.,]+$/, ''));
      }
    }
  }
  return all;
}

/** Whether a word names a day of the week in one of many languages, whole or abbreviated. */
export function isWeekdayName(word: string): boolean {
  knownWeekdays ??= weekdayNames();
  return knownWeekdays.has(word.toLowerCase());
}
