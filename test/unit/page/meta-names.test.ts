import { expect, test } from 'vitest';
import {
  AUTHOR_META,
  DESCRIPTION_META,
  MODIFIED_META,
  PUBLISHED_META,
  PUBLISHER_META,
  SECTION_META,
  SITE_META,
  TITLE_META,
  VAGUE_META,
} from '../../../src/page/meta-names.ts';

// What one of the hundreds of systems writes in its pages: a name that is lost here loses a field of its pages.
const NAMES: [list: string, known: string[], names: string][] = [
  ['TITLE_META', TITLE_META, 'og:title twitter:title dc.title title'],
  [
    'DESCRIPTION_META',
    DESCRIPTION_META,
    'dc.description og:description description twitter:description',
  ],
  [
    'SECTION_META',
    SECTION_META,
    'article:section og:article:section prism.section parsely-section cxenseparse:section section',
  ],
  ['SITE_META', SITE_META, 'og:site_name application-name'],
  ['PUBLISHER_META', PUBLISHER_META, 'dc.publisher dcterms.publisher'],
  [
    'AUTHOR_META',
    AUTHOR_META,
    'author article:author dc.creator dcterms.creator parsely-author sailthru.author byl cxenseparse:author article:author_name og:article:author citation_author authors article.author bt:author',
  ],
  [
    'PUBLISHED_META',
    PUBLISHED_META,
    'article:published_time og:article:published_time datepublished article:published og:published_time published_time parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.issued dc.date.issued pubdate publishdate publish-date publish_date publication_date published-date article.published article_date_original originalpublicationdate release_date citation_publication_date citation_date displaydate ptime rnews:datepublished iso-8601-publish-date article:create_time date.available dc.date.publication shareaholic:article_published_time bt:pubdate analyticsattributes.articledate article:publicationdate og:pubdate published dcterms:created dcterms:issued article:post_date last-publication-date og:release_date publisheddate',
  ],
  [
    'VAGUE_META',
    VAGUE_META,
    'date dc.date dc:date dcterms.date dcterms:date dc.date.created dcterms.created created datecreated creation_date',
  ],
  [
    'MODIFIED_META',
    MODIFIED_META,
    'article:modified_time og:updated_time datemodified article:modified lastmod last-modified dcterms.modified dc.date.modified revised article:updated modified_time cxenseparse:modifiedtime dateupdated',
  ],
];

test.each(NAMES)('%s holds its names, the most telling first', (_list, known, names) => {
  expect(known.filter((name) => names.split(' ').includes(name))).toEqual(names.split(' '));
  expect(new Set(known).size).toBe(known.length);
});
