import { likeness } from '../page/likeness.ts';
import { folded } from '../page/plain-text.ts';
import type { ScrapedArticle } from './scraped.ts';

/** What two pages of one article have in common. */
type Identity = Pick<ScrapedArticle, 'nativeId' | 'title' | 'authors' | 'publishedAt'>;

/** "Ferry late (page 2)" and "Ferry late" are one headline. */
const ONE_HEADLINE = 0.75;

function haveSameAuthor(one: Identity, other: Identity): boolean | undefined {
  const [names, others] = [one, other].map(({ authors }) =>
    (authors?.value ?? []).map(({ name }) => folded(name)),
  );
  if (!names?.length || !others?.length) return undefined;
  return names.some((name) => others.includes(name));
}

/**
 * Whether two pages are of one article. A link from one to the other is a clue alone: it may lead to the next story.
 * Where both state an id, that decides; else nothing that both state may differ, and headline, writer or moment agree.
 */
export function isSameArticle(one: Identity, other: Identity): boolean {
  const [id, otherId] = [one.nativeId?.value, other.nativeId?.value];
  if (id !== undefined && otherId !== undefined) return id === otherId;
  const [title, otherTitle] = [one.title?.value, other.title?.value];
  const hasSameTitle =
    title && otherTitle ? likeness(title, otherTitle) >= ONE_HEADLINE : undefined;
  const witnesses = [hasSameTitle, haveSameAuthor(one, other)];
  if (witnesses.includes(false)) return false;
  const published = one.publishedAt?.value;
  return (
    witnesses.includes(true) || (published !== undefined && published === other.publishedAt?.value)
  );
}
