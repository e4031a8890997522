import type { DateRules } from '../../dates/date.ts';
import { zoneOfCountry } from '../../dates/time-zones.ts';
import {
  byEitherClock,
  byPrintedClock,
  countryOf,
  onPrintedDay,
  type Stated,
  withPrintedHour,
  withPrintedZone,
} from './clocks.ts';
import { parseDate, statesZone } from './date-text.ts';
import { hostOf, type Page } from '../../page/page.ts';
import {
  dateInUrl,
  guessedDate,
  isDayOnly,
  printedChange,
  printedDate,
  shownDate,
  type Surroundings,
} from './printed-date.ts';
import { statedAsChanged, statedAsPublished } from './marked-date.ts';
import { dataBlocks } from '../../page/page-states.ts';
import { stateDate } from '../../page/state-text.ts';
import type { Statement } from '../../page/statements.ts';
import { firstFound, type Layer } from '../layers.ts';
import type { Found } from '../scraped.ts';

/** The first of the statements that holds a date. */
function firstDate(statements: Statement[], rules: DateRules): Stated | undefined {
  for (const { text, from } of statements) {
    const value = parseDate(text, rules);
    if (value) return { value, from, isZoned: statesZone(text) };
  }
  return undefined;
}

const inTongue = (statements: Statement[], tongue: Statement['from']): Statement[] =>
  statements.filter(({ from }) => from === tongue);

/** Whether 3/4/2024 is the fourth of March: in America alone. */
function isMonthFirst(page: Page): boolean {
  const language = page.tree.html?.attribs['lang'] ?? '';
  return (
    /^en(?:[-_]us)?$/i.test(language) &&
    !/\.(?:uk|au|nz|ie|in|za|eu|de|fr|it|es|nl|ng|ke|lk|pk)$/.test(hostOf(page))
  );
}

export interface Dates {
  publishedAt?: Found<string>;
  modifiedAt?: Found<string>;
}

interface DateWitnesses {
  page: Page;
  lines: Surroundings;
  rules: DateRules;
  /** By the page's data. */
  stated: Stated | undefined;
  /** Where a reader looks first. */
  shown: Found<string> | undefined;
}

/** Where a page says when it was published. */
const LAYERS: readonly Layer<DateWitnesses, string>[] = [
  {
    name: 'structured data',
    from: 'jsonld',
    find: ({ stated }) => (stated?.from === 'jsonld' ? stated.value : undefined),
  },
  { name: 'metadata', from: 'meta', find: ({ stated }) => stated?.value },
  {
    name: 'the property datePublished',
    from: 'text',
    find: ({ page, rules }) => statedAsPublished(page, rules),
  },
  {
    name: 'the date that a reader sees',
    from: 'text',
    find: ({ page, shown, rules }) => printedDate(page, shown, rules),
  },
  {
    name: 'metadata of the page rather than of the story',
    from: 'meta',
    find: ({ page }) => firstDate(page.says.dates.vague, dateRulesOf(page))?.value,
  },
  {
    name: 'a date elsewhere on the page',
    from: 'text',
    find: ({ page, lines, rules }) => guessedDate(page, lines, rules),
  },
  {
    name: 'the state for the page’s scripts',
    from: 'text',
    find: ({ page }) => dateInState(page, dateRulesOf(page)),
  },
  {
    name: 'the day in the address',
    from: 'text',
    find: ({ page, rules }) => dateInUrl(page, rules),
  },
];

function dateInState({ tree, says }: Page, rules: DateRules): string | undefined {
  for (const state of dataBlocks(tree)) {
    const date = stateDate(state, says.titles);
    const value = date && parseDate(date, rules);
    if (value) return value;
  }
  return undefined;
}

const CHANGE_LAYERS: readonly Layer<Omit<DateWitnesses, 'stated' | 'shown'>, string>[] = [
  {
    name: 'structured data',
    from: 'jsonld',
    find: ({ page }) =>
      firstDate(inTongue(page.says.dates.modified, 'jsonld'), dateRulesOf(page))?.value,
  },
  {
    name: 'metadata',
    from: 'meta',
    find: ({ page }) =>
      firstDate(inTongue(page.says.dates.modified, 'meta'), dateRulesOf(page))?.value,
  },
  {
    name: 'the property dateModified',
    from: 'text',
    find: ({ page, rules }) => statedAsChanged(page, rules),
  },
  {
    name: 'a line that begins with "updated"',
    from: 'text',
    find: ({ lines, rules }) => printedChange(lines, rules),
  },
];

/** A moment by the clock of the page's readers, as far as the page prints one. */
function byReadersClock(page: Page, published: string, { stated, shown }: DateWitnesses): string {
  const isUnzoned = stated !== undefined && !stated.isZoned;
  if (isUnzoned && isDayOnly(stated.value)) return withPrintedHour(published, shown?.value);
  const local = isUnzoned ? withPrintedZone(published, shown?.value) : published;
  return onPrintedDay(page, byPrintedClock(local, shown?.value), shown?.value);
}

/** How this page writes its days. */
export const dateRulesOf = (page: Page): DateRules => ({ monthFirst: isMonthFirst(page) });

/** First publication and last change, RFC 3339 with the offset that the page states. */
export function findDates(page: Page, lines: Surroundings): Dates {
  const rules = dateRulesOf(page);
  const { published: statements } = page.says.dates;
  const stated = byEitherClock(
    page,
    firstDate(inTongue(statements, 'jsonld'), rules),
    firstDate(inTongue(statements, 'meta'), rules),
  );
  const isLocal = stated !== undefined && !stated.value.endsWith('Z');
  // What a page prints is by the clock of its readers.
  const country = countryOf(page);
  const printed = { ...rules, assumeZone: country && zoneOfCountry(country) };
  const shown = isLocal ? undefined : shownDate(page, lines, printed);
  const witnesses = { page, lines, rules: printed, stated, shown };
  const published = firstFound(LAYERS, witnesses);
  const modified = firstFound(CHANGE_LAYERS, witnesses);
  return {
    ...(published && {
      publishedAt: { ...published, value: byReadersClock(page, published.value, witnesses) },
    }),
    ...(modified && { modifiedAt: modified }),
  };
}
