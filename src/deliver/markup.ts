import sanitizeHtml from 'sanitize-html';
import type { ArticleRecord, Paragraph } from '../article-record.ts';

/** One block of a body, safe to publish; its name is WordPress's, for its block comments. */
export interface MarkupBlock {
  name: 'paragraph' | 'heading' | 'list' | 'quote';
  html: string;
}

/** C0 and C1 controls without tab and line ends: not allowed in XML 1.0, and of no use in a text. */
// oxlint-disable-next-line no-control-regex -- controls are what it removes
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text as HTML or XML text or attribute value. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(CONTROL_CHARACTERS, '')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * What a body may hold. Everything in it is made here from escaped text; parsing it once more with
 * another program's eyes keeps a slip in that from reaching a page.
 */
function sanitized(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: ['p', 'h2', 'ul', 'li', 'blockquote', 'a'],
    allowedAttributes: { a: ['href', 'rel'], p: ['class'], blockquote: ['class'] },
    allowedClasses: {
      p: ['newsrelay-credit', 'newsrelay-attribution'],
      blockquote: ['wp-block-quote'],
    },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: false,
    nestingLimit: 5,
  });
}

/**
 * The body as blocks: summary or paragraphs as far as the record's rights left them, the credit, and a
 * visible attribution with a link to the original.
 */
export function bodyBlocks(record: ArticleRecord): MarkupBlock[] {
  const { mode, attribution } = record.rights;
  const text = mode === 'full' ? textBlocks(record.paragraphs) : [];
  if (mode === 'excerpt' && record.summary) text.push(paragraph(record.summary));
  if (record.credit) text.push(paragraph(record.credit.text, 'newsrelay-credit'));
  const link = `<a href="${escapeText(attribution.url)}" rel="nofollow noopener">${escapeText(attribution.text)}</a>`;
  text.push({ name: 'paragraph', html: `<p class="newsrelay-attribution">${link}</p>` });
  return text.map(({ name, html }) => ({ name, html: sanitized(html) }));
}

function textBlocks(paragraphs: Paragraph[]): MarkupBlock[] {
  const blocks: MarkupBlock[] = [];
  let items: string[] = [];
  for (const [index, { kind, text }] of paragraphs.entries()) {
    if (kind !== 'li') {
      blocks.push(block(kind, text));
      continue;
    }
    items.push(`<li>${escapeText(text)}</li>`);
    if (paragraphs[index + 1]?.kind === 'li') continue;
    blocks.push({ name: 'list', html: `<ul>${items.join('')}</ul>` });
    items = [];
  }
  return blocks;
}

function block(kind: Exclude<Paragraph['kind'], 'li'>, text: string): MarkupBlock {
  switch (kind) {
    case 'p':
      return paragraph(text);
    case 'h':
      return { name: 'heading', html: `<h2>${escapeText(text)}</h2>` };
    case 'quote':
      return {
        name: 'quote',
        html: `<blockquote class="wp-block-quote"><p>${escapeText(text)}</p></blockquote>`,
      };
  }
}

function paragraph(text: string, className?: string): MarkupBlock {
  const attribute = className === undefined ? '' : ` class="${className}"`;
  return { name: 'paragraph', html: `<p${attribute}>${escapeText(text)}</p>` };
}

/** The blocks as one HTML fragment. */
export function bodyHtml(record: ArticleRecord): string {
  return bodyBlocks(record)
    .map(({ html }) => html)
    .join('\n');
}
