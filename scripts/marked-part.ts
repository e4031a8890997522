/** The parts of a document that a script writes lie between two comments that readers do not see. */
const PART = /(<!-- (settings|help): (.+?) -->\n)[\s\S]*?(<!-- end of \2 -->)/g;

/** The names of the parts of a kind, in order. */
export function partsOf(markdown: string, kind: 'settings' | 'help'): string[] {
  return [...markdown.matchAll(PART)].flatMap(([, , found, name]) =>
    found === kind && name !== undefined ? [name] : [],
  );
}

/** The document with each part of that kind made anew from its name. */
export function withParts(
  markdown: string,
  kind: 'settings' | 'help',
  contents: (name: string) => string,
): string {
  return markdown.replaceAll(
    PART,
    (whole, start: string, found: string, name: string, end: string) =>
      found === kind ? `${start}\n${contents(name)}\n\n${end}` : whole,
  );
}
