/**
 * The same text in HTML for a database that stores three bytes a character (MySQL's `utf8`): emoji, rare
 * Han characters and styled letters as character references, which every page shows as themselves.
 */
export function inThreeBytes(html: string): string {
  return html.replaceAll(
    /[\u{10000}-\u{10FFFF}]/gu,
    (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`,
  );
}

/** What WordPress answers where its database refused a text. */
export const REFUSED_TEXT: readonly string[] = ['db_insert_error', 'db_update_error'];

export function isRefusedText(code: string): boolean {
  return REFUSED_TEXT.includes(code);
}
