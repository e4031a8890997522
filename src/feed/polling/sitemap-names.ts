import { patternOfRows } from '../../pattern-rows.ts';

/** Names of files are written in letters without marks. */
const nameWord = (words: string): string => `(?<![a-z])(?:${words})(?![a-z])`;

/** A site's words for its news, as they stand in names of files. */
export const NEWS_SITEMAPS = patternOfRows(
  [
    {
      name: 'news-glued',
      languages: 'en es de',
      pattern: 'news|noticias|nachrichten',
      finds: ['newssitemap', 'sitemapnoticias2', 'nachrichtensitemap'],
      passes: ['newest', 'nacht'],
    },
    {
      name: 'news-romance',
      languages: 'es it ca fr',
      pattern: nameWord('noticias?|notizie|noticies|nouvelles'),
      finds: ['sitemap-noticia', 'notizie', 'noticies-1', 'nouvelles'],
      passes: ['noticieros', 'nouvelle-vague'],
    },
    {
      name: 'topical',
      languages: 'fr es de',
      pattern: nameWord(String.raw`actu(?:s|alites?|alidad|alidades)?|aktuell\w*`),
      finds: ['actu', 'actus', 'actualite', 'actualidad', 'actualidades', 'aktuelles-1'],
      passes: ['actuaries', 'factual'],
    },
    {
      name: 'news-northern-europe',
      languages: 'nl sv nb da fi',
      pattern: nameWord('nieuws|nyheter|nyheder|uutiset'),
      finds: ['nieuws', 'nyheter-2026', 'nyheder', 'uutiset'],
      passes: ['nieuwsbrief', 'nyhet'],
    },
    {
      name: 'news-eastern-europe',
      languages: 'tr pl hr sr cs sk hu ro',
      pattern: nameWord(
        String.raw`haber\w*|wiadomosci|aktualnosci|novosti|zpravy|spravy|hirek|stiri|vesti`,
      ),
      finds: [
        'haberler',
        'wiadomosci',
        'aktualnosci',
        'novosti',
        'zpravy',
        'spravy',
        'hirek',
        'stiri',
        'vesti',
      ],
      passes: ['investing', 'haut'],
    },
    {
      name: 'news-south-east-asia',
      languages: 'id ms vi',
      pattern: nameWord('berita|tin-?tuc'),
      finds: ['berita-1', 'tin-tuc', 'tintuc'],
      passes: ['beritas', 'tin'],
    },
    {
      name: 'what-came-last',
      languages: 'en de es',
      pattern: nameWord('latest|breaking|recent|today|heute|hoy'),
      finds: ['latest', 'breaking', 'recent', 'today', 'heute', 'hoy'],
      passes: ['recently', 'todays'],
    },
  ],
  'i',
);

export const SITEMAPS_OF_ARTICLES = patternOfRows(
  [
    {
      name: 'articles',
      languages: 'en de nl sv es pt it',
      pattern: 'articles?|artikel|articulos?|artigos|articoli',
      finds: ['article', 'artikel-3', 'articulos', 'artigos', 'articoli'],
      passes: ['particles', 'articled'],
    },
    {
      name: 'stories',
      languages: 'en',
      pattern: 'stor(?:y|ies)|posts?|entries',
      finds: ['story', 'stories', 'post-sitemap', 'entries'],
      passes: ['storybook', 'poster'],
    },
  ],
  'i',
  nameWord,
);

/** What holds no articles, or what a site calls none. */
export const OTHER_SITEMAPS = patternOfRows(
  [
    {
      name: 'lists',
      languages: 'en de',
      pattern: String.raw`pages?|categor(?:y|ies)|kategorie\w*|tags?|topics?|taxonom\w*|local`,
      finds: [
        'page-sitemap',
        'category',
        'categories',
        'kategorien',
        'tags',
        'topic',
        'taxonomies',
        'local',
      ],
      passes: ['pager', 'vintage', 'locals'],
    },
    {
      name: 'people',
      languages: 'en de es pt it pl',
      pattern: String.raw`authors?|autor\w*|users?`,
      finds: ['author', 'autoren', 'users'],
      passes: ['authority', 'used'],
    },
    {
      name: 'pictures-and-goods',
      languages: 'en',
      pattern: 'images?|videos?|products?|galler(?:y|ies)|attachments?|static',
      finds: ['images', 'video', 'product', 'gallery', 'galleries', 'attachment', 'static'],
      passes: ['imaged', 'production'],
    },
  ],
  'i',
  nameWord,
);
