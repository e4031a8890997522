import { parseDate } from '../dates/date-text.ts';
import { absoluteUrl, type Page } from '../../page/page.ts';
import { namesIn } from '../names/person-name.ts';
import { textOf } from '../../page/plain-text.ts';
import type { Author } from '../../article-record.ts';
import type { Found } from '../scraped.ts';
import type { RuleMatches, RuleName } from './source-rules.ts';

/** A field by the source's rule where that gave a value, else by what was found without. */
export function ruledOr<T>(
  value: T | undefined,
  found: Found<T> | undefined,
): Found<T> | undefined {
  return value === undefined ? found : { value, from: 'rule' };
}

export function ruledText(matches: RuleMatches, name: RuleName): string | undefined {
  const [element] = matches.of(name) ?? [];
  return element && (textOf(element) || undefined);
}

export function ruledTexts(matches: RuleMatches, name: RuleName): string[] | undefined {
  const texts = (matches.of(name) ?? []).map((element) => textOf(element)).filter(Boolean);
  return texts.length > 0 ? texts : undefined;
}

export function ruledAuthors(matches: RuleMatches): Author[] | undefined {
  const names = (matches.of('authors') ?? []).flatMap((element) =>
    namesIn(element.attribs['content'] ?? textOf(element)),
  );
  return names.length > 0 ? [...new Set(names)].map((name) => ({ name })) : undefined;
}

export function ruledDate(matches: RuleMatches): string | undefined {
  for (const element of matches.of('date') ?? []) {
    const { attribs } = element;
    const value = parseDate(attribs['datetime'] ?? attribs['content'] ?? textOf(element), {});
    if (value) return value;
  }
  return undefined;
}

export function ruledLink(
  matches: RuleMatches,
  name: 'nextPage' | 'singlePage',
  page: Page,
): string | undefined {
  return absoluteUrl(matches.of(name)?.[0]?.attribs['href'], page.base);
}
