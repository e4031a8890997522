import { escapeText, webAddress } from './escape.js';
import { listHtml } from './lists.js';

/**
 * @typedef {import('./index.d.ts').ArticleRecord} ArticleRecord
 * @typedef {import('./index.d.ts').BodyBlock} BodyBlock
 * @typedef {import('./index.d.ts').BodyParagraph} BodyParagraph
 * @typedef {import('./index.d.ts').RenderedBlock} RenderedBlock
 * @typedef {import('./index.d.ts').RenderOptions} RenderOptions
 * @typedef {import('./index.d.ts').Image} Image
 * @typedef {import('./index.d.ts').Span} Span
 * @typedef {import('./index.d.ts').Table} Table
 * @typedef {import('./index.d.ts').Embed} Embed
 */

const LINK_REL = 'nofollow noopener';

/**
 * @param {ArticleRecord} record
 * @param {RenderOptions} [options]
 * @returns {RenderedBlock[]}
 */
export function renderBlocks(record, options = {}) {
  const { mode, attribution } = record.rights;
  const blocks = mode === 'full' ? bodyBlocks(record, options) : [];
  if (mode === 'excerpt' && record.summary) blocks.push(paragraph(escapeText(record.summary)));
  if (record.credit) {
    blocks.push({
      name: 'credit',
      html: `<p class="newsrelay-credit">${escapeText(record.credit.text)}</p>`,
    });
  }
  const isWhole = mode === 'full';
  const lead = options.readOn && !isWhole ? `${escapeText(options.readOn)} ` : '';
  const link = linkTo(attribution.url, escapeText(attribution.text), options);
  blocks.push({ name: 'attribution', html: `<p class="newsrelay-attribution">${lead}${link}</p>` });
  return blocks;
}

/**
 * @param {ArticleRecord} record
 * @param {RenderOptions} [options]
 */
export function renderHtml(record, options = {}) {
  return renderBlocks(record, options)
    .map(({ html }) => html)
    .join('\n');
}

/**
 * @param {ArticleRecord} record
 * @param {RenderOptions} options
 * @returns {RenderedBlock[]}
 */
function bodyBlocks(record, options) {
  const body = record.body ?? plainBody(record);
  /** @type {RenderedBlock[]} */
  const blocks = [];
  for (let at = 0; at < body.length;) {
    const end = endOfList(body, at);
    if (end > at) blocks.push(listBlock(body.slice(at, end), record, options));
    else blocks.push(...blockOf(/** @type {BodyBlock} */ (body[at]), record, options));
    at = Math.max(end, at + 1);
  }
  return blocks;
}

/**
 * Paragraphs of a record without a body: items in a row are one list.
 * @param {ArticleRecord} record
 * @returns {BodyBlock[]}
 */
function plainBody({ paragraphs }) {
  return paragraphs.map(({ kind }, p) => (kind === 'li' ? { p, list: 'ul' } : { p }));
}

/**
 * Where the list that begins at a block ends; the block itself where none begins.
 * @param {readonly BodyBlock[]} body
 * @param {number} at
 */
function endOfList(body, at) {
  const kind = listKind(body[at]);
  if (kind === undefined) return at;
  let end = at + 1;
  for (; end < body.length; end += 1) {
    const block = body[end];
    const own = listKind(block);
    const isNext = own !== kind && !isInner(block);
    if (own === undefined || isNext || (isStart(block) && !isInner(block))) break;
  }
  return end;
}

/** @param {BodyBlock | undefined} block */
const listKind = (block) =>
  block === undefined ? undefined : 'term' in block ? 'dl' : 'p' in block ? block.list : undefined;

/** @param {BodyBlock | undefined} block */
const isStart = (block) => block !== undefined && 'p' in block && block.start === true;

/** @param {BodyBlock | undefined} block */
const isInner = (block) => block !== undefined && 'p' in block && (block.depth ?? 1) > 1;

/**
 * @param {readonly BodyBlock[]} items
 * @param {ArticleRecord} record
 * @param {RenderOptions} options
 * @returns {RenderedBlock}
 */
function listBlock(items, record, options) {
  /** @param {BodyParagraph} item */
  const inner = (item) => textHtml(item, record, options);
  if (listKind(items[0]) === 'dl') {
    const parts = items.map((item) =>
      'term' in item
        ? `<dt>${escapeText(item.term)}</dt>`
        : `<dd>${inner(/** @type {BodyParagraph} */ (item))}</dd>`,
    );
    return { name: 'definitions', html: `<dl>${parts.join('')}</dl>` };
  }
  const paragraphs = /** @type {BodyParagraph[]} */ (items);
  return {
    name: 'list',
    html: listHtml(paragraphs, inner),
    ordered: listKind(items[0]) === 'ol',
  };
}

/**
 * @param {BodyBlock} block
 * @param {ArticleRecord} record
 * @param {RenderOptions} options
 * @returns {RenderedBlock[]}
 */
function blockOf(block, record, options) {
  if ('p' in block) return paragraphBlock(block, record, options);
  if ('image' in block) {
    const image = record.images[block.image];
    const html = imageHtml(image, record, options);
    return html ? [{ name: 'image', html, image }] : [];
  }
  if ('table' in block) return [{ name: 'table', html: tableHtml(block.table) }];
  if ('embed' in block) return embedBlock(block.embed, options);
  if ('code' in block) {
    return [{ name: 'code', html: `<pre><code>${escapeText(block.code)}</code></pre>` }];
  }
  // A block that a later version adds is left out.
  return 'rule' in block ? [{ name: 'separator', html: '<hr>' }] : [];
}

/**
 * @param {BodyParagraph} block
 * @param {ArticleRecord} record
 * @param {RenderOptions} options
 * @returns {RenderedBlock[]}
 */
function paragraphBlock(block, record, options) {
  const given = record.paragraphs[block.p];
  if (!given) return [];
  const inner = textHtml(block, record, options);
  if (given.kind === 'h') {
    const level = Math.min(6, (block.level ?? 2) - 2 + (options.headingLevel ?? 2));
    const time = block.at ? `<time datetime="${escapeText(block.at)}">` : '';
    const html = `<h${level}>${time}${inner}${time && '</time>'}</h${level}>`;
    return [{ name: 'heading', html, level }];
  }
  if (given.kind !== 'quote') return [paragraph(inner)];
  const cite = block.cite ? `<cite>${escapeText(block.cite)}</cite>` : '';
  return [{ name: 'quote', html: `<blockquote><p>${inner}</p>${cite}</blockquote>` }];
}

/**
 * @param {string} html
 * @returns {RenderedBlock}
 */
const paragraph = (html) => ({ name: 'paragraph', html: `<p>${html}</p>` });

/**
 * @param {BodyParagraph} block
 * @param {ArticleRecord} record
 * @param {RenderOptions} options
 */
function textHtml({ p, spans }, record, options) {
  const text = record.paragraphs[p]?.text ?? '';
  return spans ? spans.map((span) => spanHtml(span, options)).join('') : escapeText(text);
}

const MARKS = /** @type {const} */ (['sub', 'sup', 'code', 's', 'em', 'strong']);

/**
 * @param {Span} span
 * @param {RenderOptions} options
 */
function spanHtml(span, options) {
  if (typeof span === 'string') return escapeText(span);
  let html = escapeText(span.text);
  for (const mark of MARKS) if (span[mark]) html = `<${mark}>${html}</${mark}>`;
  return span.href === undefined ? html : linkTo(span.href, html, options);
}

/**
 * @param {string} address
 * @param {string} html
 * @param {RenderOptions} options
 */
function linkTo(address, html, { linkRel = LINK_REL }) {
  const href = webAddress(address);
  if (href === undefined) return html;
  const rel = linkRel ? ` rel="${escapeText(linkRel)}"` : '';
  return `<a href="${escapeText(href)}"${rel}>${html}</a>`;
}

/**
 * @param {Image | undefined} image
 * @param {ArticleRecord} record
 * @param {RenderOptions} options
 */
function imageHtml(image, { rights }, { images = true, imageUrl }) {
  if (!image || !images || rights.images === 'none') return '';
  const address = rights.images === 'copy' && imageUrl ? imageUrl(image) : image.url;
  const size = [
    image.width && `width="${image.width}"`,
    image.height && `height="${image.height}"`,
  ];
  const attributes = [
    `src="${escapeText(address)}"`,
    `alt="${escapeText(image.alt ?? '')}"`,
    ...size,
  ];
  const said = [image.caption, image.credit && `(${image.credit})`].filter(Boolean).join(' ');
  const caption = said ? `<figcaption>${escapeText(said)}</figcaption>` : '';
  return `<figure><img ${attributes.filter(Boolean).join(' ')} loading="lazy">${caption}</figure>`;
}

/** @param {Table} table */
function tableHtml({ caption, head = 0, rows }) {
  /**
   * @param {string[]} cells
   * @param {'th' | 'td'} tag
   */
  const row = (cells, tag) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeText(cell)}</${tag}>`).join('')}</tr>`;
  const top = rows.slice(0, head).map((cells) => row(cells, 'th'));
  const rest = rows.slice(head).map((cells) => row(cells, 'td'));
  const header = top.length > 0 ? `<thead>${top.join('')}</thead>` : '';
  const said = caption ? `<figcaption>${escapeText(caption)}</figcaption>` : '';
  return `<figure><table>${header}<tbody>${rest.join('')}</tbody></table>${said}</figure>`;
}

/**
 * A link, for a provider's player asks its readers' leave first.
 * @param {Embed} embed
 * @param {RenderOptions} options
 * @returns {RenderedBlock[]}
 */
function embedBlock(embed, options) {
  const name = escapeText(embed.title ?? embed.provider);
  const link = linkTo(embed.url, name, options);
  const html = embed.text
    ? `<blockquote><p>${escapeText(embed.text)}</p><cite>${link}</cite></blockquote>`
    : `<p>${link}</p>`;
  return [{ name: 'embed', html, embed }];
}
