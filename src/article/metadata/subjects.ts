import { metaText, metaTexts } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { plain, plainFromMarkup } from '../../page/plain-text.ts';
import type { Found } from '../scraped.ts';
import { isNode, ldText, listOf, typesOf } from '../../page/structured-data.ts';

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
        .replace(/^\/+|\/+$/g, '')
        .toLowerCase()
        .replaceAll(' ', '-'),
    )
    .filter((path) => path.includes('/'));
  return [...new Set(paths)];
}

const MAX_WORDS = 200;

const keywordsIn = (text: string): string[] =>
  text
    .split(/[,;|]/)
    .slice(0, MAX_WORDS)
    .map((word) => plainFromMarkup(word))
    .filter((word) => word.length > 1 && word.length <= 80);

function breadcrumbs(page: Page): string[] {
  const list = page.ld.nodes.find((node) => typesOf(node).includes('BreadcrumbList'));
  const names = listOf(list?.['itemListElement']).map((item) =>
    isNode(item) ? (ldText(item['name']) ?? ldText(item['item'])) : undefined,
  );
  return names.slice(1, -1).filter((name) => name !== undefined);
}

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
  const crumbs = breadcrumbs(page);
  const structured = ldText(page.ld.article['articleSection']);
  const stated =
    structured ??
    metaText(
      page.meta,
      'article:section',
      'og:article:section',
      'prism.section',
      'parsely-section',
      'cxenseparse:section',
      'section',
    ) ??
    crumbs.at(0);
  const section = stated && stated.length <= 80 ? stated : undefined;
  const paths = taxonomyPaths(page);
  const found = topics(page, section);
  return {
    ...(section && { section: { value: section, from: structured ? 'jsonld' : 'meta' } as const }),
    ...(found && { topics: found }),
    ...(paths.length > 0 && { taxonomyPaths: { value: paths, from: 'meta' } as const }),
  };
}
