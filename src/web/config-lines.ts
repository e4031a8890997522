import type { Source } from '../config/schema.ts';
import { withoutSecrets } from '../printable-url.ts';

/** A source's settings as they are in force, without secrets. */
export function stringify(source: Source): string {
  const shown = { ...source, feeds: source.feeds.map((feed) => withoutSecrets(feed)) };
  return JSON.stringify(shown, null, 2);
}
