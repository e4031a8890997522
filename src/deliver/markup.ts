import sanitizeHtml from 'sanitize-html';
import { renderBlocks } from '../../consumer/render.js';
import type { RenderedBlock } from '../../consumer/index.d.ts';
import type { ArticleRecord } from '../article-record.ts';

export { escapeText } from '../../consumer/escape.js';
export type { RenderedBlock } from '../../consumer/index.d.ts';

/**
 * What a body may hold. Everything in it is made of escaped text by the renderer that sites use too;
 * parsing it once more with another program's eyes keeps a slip in that from reaching a page.
 */
function sanitized(html: string): string {
  return sanitizeHtml(html, {
    allowedTags:
      'p h2 h3 h4 ul ol li dl dt dd blockquote cite a strong em s code sup sub pre hr time figure img figcaption table thead tbody tr th td'.split(
        ' ',
      ),
    allowedAttributes: {
      a: ['href', 'rel'],
      p: ['class'],
      img: ['src', 'alt', 'width', 'height', 'loading'],
      time: ['datetime'],
    },
    allowedClasses: { p: ['newsrelay-credit', 'newsrelay-attribution'] },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: false,
    nestingLimit: 20,
  });
}

/**
 * The body as blocks: summary or paragraphs as far as the record's rights left them, the credit, and a
 * visible attribution with a link to the original.
 * @param options.images whether pictures stand in their places
 */
export function bodyBlocks(record: ArticleRecord, options: { images: boolean }): RenderedBlock[] {
  return renderBlocks(record, options).map((block) => ({ ...block, html: sanitized(block.html) }));
}

/** The blocks as one HTML fragment, pictures included. */
export function bodyHtml(record: ArticleRecord): string {
  return bodyBlocks(record, { images: true })
    .map(({ html }) => html)
    .join('\n');
}
