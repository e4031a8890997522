// Under which names content management systems keep what a page states in `<meta>`, the most telling first.

const names = (list: string): string[] => list.trim().split(/\s+/);

export const TITLE_META = names('og:title twitter:title dc.title title');
export const DESCRIPTION_META = names(
  'dc.description og:description description twitter:description',
);
export const SECTION_META = names(
  'article:section og:article:section prism.section parsely-section cxenseparse:section section',
);
export const SITE_META = names('og:site_name application-name');
export const PUBLISHER_META = names('dc.publisher dcterms.publisher');
export const AUTHOR_META = names(`
  author article:author dc.creator dcterms.creator parsely-author sailthru.author byl cxenseparse:author
  article:author_name og:article:author citation_author authors article.author bt:author`);
export const PUBLISHED_META = names(`
  article:published_time og:article:published_time datepublished article:published og:published_time published_time
  parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.issued
  dc.date.issued pubdate publishdate publish-date publish_date publication_date
  published-date article.published article_date_original originalpublicationdate release_date
  citation_publication_date citation_date displaydate ptime rnews:datepublished iso-8601-publish-date
  article:create_time date.available dc.date.publication shareaholic:article_published_time bt:pubdate
  analyticsattributes.articledate article:publicationdate og:pubdate published
  dcterms:created dcterms:issued article:post_date last-publication-date og:release_date publisheddate`);
/** Days of the page rather than of the story. */
export const VAGUE_META = names(`
  date dc.date dc:date dcterms.date dcterms:date dc.date.created dcterms.created created datecreated creation_date`);
export const MODIFIED_META = names(`
  article:modified_time og:updated_time datemodified article:modified lastmod last-modified dcterms.modified
  dc.date.modified revised article:updated modified_time cxenseparse:modifiedtime dateupdated`);
