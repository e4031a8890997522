import type { ArticleRecord, Image } from '../../article-record.ts';
import { bodyBlocks, escapeText, type RenderedBlock } from '../markup.ts';
import type { LibraryPicture } from './media.ts';

/** A block as WordPress's editor stores it: what its comment names, and the markup that it would save itself. */
export interface CoreBlock {
  name: string;
  /** Attributes that the markup does not say, as JSON in the comment. */
  attributes?: Record<string, string | number | boolean>;
  html: string;
}

/**
 * The body in core blocks, as the editor itself would store them.
 * @param inText copies in the media library by the address of the original; other pictures are left out
 */
export function coreBlocks(
  record: ArticleRecord,
  inText: ReadonlyMap<string, LibraryPicture> = new Map(),
): CoreBlock[] {
  return bodyBlocks(record, { images: true }).flatMap((block) => {
    if (block.name !== 'image') return coreBlockOf({ ...block, name: block.name });
    const copy = block.image && inText.get(block.image.url);
    return copy && block.image ? imageBlock(copy, block.image) : [];
  });
}

function imageBlock({ id, url }: LibraryPicture, image: Image): CoreBlock {
  const said = [image.caption, image.credit && `(${image.credit})`].filter(Boolean).join(' ');
  const caption = said
    ? `<figcaption class="wp-element-caption">${escapeText(said)}</figcaption>`
    : '';
  const alt = escapeText(image.alt ?? '');
  const picture = `<img src="${escapeText(url)}" alt="${alt}" class="wp-image-${id}"/>`;
  return {
    name: 'image',
    attributes: { id, sizeSlug: 'full', linkDestination: 'none' },
    html: `<figure class="wp-block-image size-full">${picture}${caption}</figure>`,
  };
}

type TextBlock = RenderedBlock & { name: Exclude<RenderedBlock['name'], 'image'> };

function coreBlockOf({ name, html, level, ordered }: TextBlock): CoreBlock {
  switch (name) {
    case 'heading':
      return { name, html, ...(level !== 2 && { attributes: { level: level ?? 2 } }) };
    case 'list':
      return { name, html: listBlocks(html), ...(ordered && { attributes: { ordered } }) };
    case 'quote':
      return { name, html: quoteBlock(html) };
    case 'table':
      return { name, html: withCaptionClass(withClass(html, 'figure', 'wp-block-table')) };
    case 'code':
      return { name, html: withClass(html, 'pre', 'wp-block-code') };
    case 'separator':
      return { name, html: '<hr class="wp-block-separator has-alpha-channel-opacity"/>' };
    case 'credit':
    case 'attribution':
      return { name: 'paragraph', attributes: { className: `newsrelay-${name}` }, html };
    case 'embed':
      return html.startsWith('<blockquote>')
        ? { name: 'quote', html: quoteBlock(html) }
        : { name: 'paragraph', html };
    // The editor has no block of definitions.
    case 'definitions':
      return { name: 'html', html };
    case 'paragraph':
      return { name, html };
  }
}

/** From WordPress 6.1 on, items and the lists in them are blocks of their own. */
function listBlocks(html: string): string {
  let depth = 0;
  return html.replaceAll(/<(\/?)(ul|ol|li)>/g, (tag, end: string, name: string) => {
    if (name === 'li') return end ? `${tag}<!-- /wp:list-item -->` : `<!-- wp:list-item -->${tag}`;
    if (end) depth -= 1;
    const isInner = depth > 0;
    if (!end) depth += 1;
    if (!isInner) return tag;
    const said = name === 'ol' ? ' {"ordered":true}' : '';
    return end ? `${tag}<!-- /wp:list -->` : `<!-- wp:list${said} -->${tag}`;
  });
}

/** From WordPress 6.1 on, a quote's paragraphs are blocks of their own. */
function quoteBlock(html: string): string {
  return withClass(html, 'blockquote', 'wp-block-quote')
    .replaceAll('<p>', '<!-- wp:paragraph --><p>')
    .replaceAll('</p>', '</p><!-- /wp:paragraph -->');
}

const withCaptionClass = (html: string): string =>
  html.replace('<figcaption>', '<figcaption class="wp-element-caption">');

const withClass = (html: string, tag: string, name: string): string =>
  html.replace(`<${tag}>`, `<${tag} class="${name}">`);
