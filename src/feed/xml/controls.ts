const windows1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index),
);

/** What windows-1252 has at a code point from 128 to 159, where Unicode has controls. */
export const windows1252At = (code: number) => windows1252.charAt(code - 0x80);

// Every control but tab, line feed, carriage return and delete, which XML allows.
// oxlint-disable-next-line no-control-regex -- controls are what it looks for
const XML_CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0080-\u009F]/g;

/** Controls have no place in a feed; those above 127 are windows-1252 taken for Latin-1. */
export function withoutControls(text: string): string {
  return text.replace(XML_CONTROLS, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x80 ? '' : windows1252At(code);
  });
}
