import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  NEWS_SITEMAPS,
  SITEMAPS_OF_ARTICLES,
  OTHER_SITEMAPS,
} from '../../../../src/feed/polling/sitemap-names.ts';

walkRows('NEWS_SITEMAPS', NEWS_SITEMAPS);
walkRows('SITEMAPS_OF_ARTICLES', SITEMAPS_OF_ARTICLES);
walkRows('OTHER_SITEMAPS', OTHER_SITEMAPS);
