/** An invented article, exact enough to be compared with the record that comes of it. */
export interface InventedArticle {
  path: string;
  guid: string;
  title: string;
  paragraphs: string[];
  credit?: string;
  categories: { domain: string; term: string }[];
}

const UUID_TAIL = '-ad24-5beb-b217-fef4df98b992';

/** Article `index` of invented source `source`, in the categories of a Fox-like feed. */
export function inventedArticle(source: number, index: number): InventedArticle {
  const id = `${(source * 1000 + index).toString(16).padStart(8, '0')}${UUID_TAIL}`;
  return {
    path: `/world/story-${index}`,
    guid: `tag:source-${source}.example,2026:${index}`,
    title: `Harbour ${source} opens pier ${index} to small boats`,
    paragraphs: [
      `The harbour board of town ${source} opened pier number ${index} on Monday, and "small boats" may moor there from the first day of next month, it said.`,
      `Fishers had asked for the pier since a storm tore away the old one; the mayor's office paid for two thirds of the work, which took nineteen weeks in all.`,
      `The board will count the boats through the winter and decide in spring whether pier ${index} needs a second ladder, a lamp and a longer ramp for carts.`,
      `Nobody was hurt when a crane dropped its load beside the site in week ${index + 1}; an inspector's report on the accident is due before the end of the year.`,
    ],
    credit: `Harbour News' Ada Quill and the Coast Press Agency contributed to this report.`,
    categories: [
      { domain: 'foxnews.com/metadata/dc.identifier', term: id },
      { domain: 'foxnews.com/metadata/prism.channel', term: 'hbr' },
      { domain: 'foxnews.com/metadata/dc.source', term: 'Harbour News' },
      { domain: 'foxnews.com/taxonomy', term: `harbour/world/town-${source}` },
      { domain: 'foxnews.com/taxonomy', term: `harbour/topics/pier-${index}` },
      { domain: 'foxnews.com/section-path', term: 'harbour/world' },
    ],
  };
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function rssFeed(origin: string, articles: InventedArticle[]): string {
  const items = articles.map(
    ({ path, guid, title, paragraphs, categories }) => `<item>
<title>${escapeXml(title)}</title><link>${origin}${path}</link>
<guid isPermaLink="false">${guid}</guid><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate>
<description>${escapeXml(paragraphs[0]!)}</description>
${categories.map(({ domain, term }) => `<category domain="${domain}">${escapeXml(term)}</category>`).join('\n')}
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Harbour News</title><link>${origin}/</link>
${items.join('\n')}
</channel></rss>`;
}

/** A page with the clutter that news pages have around and between their paragraphs. */
export function articlePage({ title, paragraphs, credit }: InventedArticle, padding = ''): string {
  const blocks = paragraphs.map((text) => `<p>${escapeXml(text)}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(title)} | Harbour News</title>
<meta property="og:site_name" content="Harbour News"><meta property="og:title" content="${escapeXml(title)}">
</head><body><header><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>${escapeXml(title)}</h1><div class="article-body">
${blocks[0]}
<p><a href="/app"><strong>CLICK HERE TO GET THE HARBOUR APP</strong></a></p>
${blocks.slice(1).join('\n<div class="ad">Advertisement</div>\n')}
${credit ? `<p><i>${escapeXml(credit)}</i></p>` : ''}
</div></article><aside><h3>More stories</h3><ul><li><a href="/world/other">Another story about something else</a></li></ul></aside></main>
${padding}<footer><p>Copyright Harbour News. This material may not be published without leave.</p></footer></body></html>`;
}
