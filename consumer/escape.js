/** C0 and C1 controls without tab and line ends: not allowed in XML 1.0, and of no use in a text. */
// oxlint-disable-next-line no-control-regex -- controls are what it removes
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
/** Half of a pair without its other half is no character. */
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * @param {string} text
 * @returns {string}
 */
export function escapeText(text) {
  return text
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(CONTROLS, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * An address that a page may link to; undefined for anything but http and https.
 * @param {string | undefined} address
 * @returns {string | undefined}
 */
export function webAddress(address) {
  if (address === undefined || !/^https?:\/\//i.test(address)) return undefined;
  return URL.canParse(address) ? address : undefined;
}
