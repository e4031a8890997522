import { metaTexts } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { plain, plainFromMarkup } from '../../page/plain-text.ts';
import type { Found } from '../scraped.ts';
import { ldText, listOf } from '../../page/ld-nodes.ts';

export interface Subjects {
  section?: Found<string>;
  topics?: Found<string[]>;
  taxonomyPaths?: Found<string[]>;
}

/** Fox's `classification`: `/FOX NEWS/WORLD/Vladimir Putin,/FOX NEWS/…` as lower-case paths. */
function taxonomyPaths(page: Page): string[] {
  const paths = (page.meta.get('classification')?.[0] ?? '')
    .split(',')
    .map((path) =>
      plain(path)
        .replace(/^\/+|(?<!\/)\/+$/g, '')
        .toLowerCase()
        .replaceAll(' ', '-'),
    )
    .filter((path) => path.includes('/'));
  return [...new Set(paths)];
}

const MAX_WORDS = 200;
/** Longer names are sentences. */
const MOST_OF_A_SECTION = 80;

const keywordsIn = (text: string): string[] =>
  text
    .split(/[,;|]/)
    .slice(0, MAX_WORDS)
    .map((word) => plainFromMarkup(word))
    .filter((word) => word.length > 1 && word.length <= 80);

function topics(page: Page, section: string | undefined): Found<string[]> | undefined {
  const layers: [Found<string[]>['from'], string[]][] = [
    [
      'jsonld',
      listOf(page.ld.article['keywords']).flatMap((value) =>
        typeof value === 'string' ? keywordsIn(value) : (ldText(value) ?? []),
      ),
    ],
    [
      'meta',
      metaTexts(
        page.meta,
        'article:tag',
        'og:article:tag',
        'news_keywords',
        'parsely-tags',
        'sailthru.tags',
        'keywords',
      ).flatMap(keywordsIn),
    ],
  ];
  const layer = layers.find(([, found]) => found.length > 0);
  const named = [...new Set([...(section ? [section] : []), ...(layer?.[1] ?? [])])];
  return named.length > 0 ? { value: named, from: layer?.[0] ?? 'meta' } : undefined;
}

/** What the article is about, as far as the page says so itself. */
export function findSubjects(page: Page): Subjects {
  const [stated] = page.says.sections;
  const section = stated && stated.text.length <= MOST_OF_A_SECTION ? stated : undefined;
  const paths = taxonomyPaths(page);
  const found = topics(page, section?.text);
  return {
    ...(section && { section: { value: section.text, from: section.from } }),
    ...(found && { topics: found }),
    ...(paths.length > 0 && { taxonomyPaths: { value: paths, from: 'meta' } as const }),
  };
}
