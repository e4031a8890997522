import type { ArticleRecord } from '../../article-record.ts';
import { bodyBlocks, type RenderedBlock } from '../markup.ts';

/** A block as WordPress's editor stores it: what its comment names, and the markup that it would save itself. */
export interface CoreBlock {
  name: string;
  /** Attributes that the markup does not say, as JSON in the comment. */
  attributes?: Record<string, string | number | boolean>;
  html: string;
}

/** The body in core blocks. Pictures are the media library's, so none stand in the text. */
export function coreBlocks(record: ArticleRecord): CoreBlock[] {
  return bodyBlocks(record, { images: false }).map(coreBlockOf);
}

function coreBlockOf({ name, html, level, ordered }: RenderedBlock): CoreBlock {
  switch (name) {
    case 'heading':
      return { name, html, ...(level !== 2 && { attributes: { level: level ?? 2 } }) };
    case 'list':
      return { name, html, ...(ordered && { attributes: { ordered } }) };
    case 'quote':
      return { name, html: withClass(html, 'blockquote', 'wp-block-quote') };
    case 'table':
      return { name, html: withClass(html, 'figure', 'wp-block-table') };
    case 'code':
      return { name, html: withClass(html, 'pre', 'wp-block-code') };
    case 'separator':
      return { name, html: '<hr class="wp-block-separator has-alpha-channel-opacity"/>' };
    case 'credit':
    case 'attribution':
      return { name: 'paragraph', attributes: { className: `newsrelay-${name}` }, html };
    case 'embed':
      return html.startsWith('<blockquote>')
        ? { name: 'quote', html: withClass(html, 'blockquote', 'wp-block-quote') }
        : { name: 'paragraph', html };
    // The editor has no block of definitions.
    case 'definitions':
      return { name: 'html', html };
    case 'image':
    case 'paragraph':
      return { name, html };
  }
}

const withClass = (html: string, tag: string, name: string): string =>
  html.replace(`<${tag}>`, `<${tag} class="${name}">`);
