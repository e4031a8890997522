/** @typedef {import('./index.d.ts').BodyParagraph} BodyParagraph */

/**
 * One list with the lists in it, each in the item before it.
 * @param {readonly BodyParagraph[]} items
 * @param {(item: BodyParagraph) => string} inner
 */
export function listHtml(items, inner) {
  /** @type {string[]} */
  const open = [];
  let html = '';
  for (const item of items) {
    const depth = Math.min(item.depth ?? 1, open.length + 1);
    while (open.length > depth) html += `</li></${open.pop()}>`;
    if (open.length === depth) html += '</li>';
    else {
      const kind = item.list === 'ol' ? 'ol' : 'ul';
      open.push(kind);
      html += `<${kind}>`;
    }
    html += `<li>${inner(item)}`;
  }
  while (open.length > 0) html += `</li></${open.pop()}>`;
  return html;
}
