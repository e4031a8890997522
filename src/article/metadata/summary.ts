import type { Page } from '../../page/page.ts';
import type { Found } from '../scraped.ts';

/** The page's own description of its article. */
export function findSummary({ says }: Page): Found<string> | undefined {
  const [stated] = says.descriptions;
  return stated && { value: stated.text, from: stated.from };
}
