import { isAscii, isUtf8 } from 'node:buffer';
import { mixedUtf8Text, utf8Balance } from './utf8-text.ts';

/** What a document was decoded to, and by which WHATWG encoding (lower-case name). */
export interface DecodedText {
  text: string;
  charset: string;
}

// Labels seen in the wild that the WHATWG Encoding Standard does not list.
const STRAY_LABELS: Record<string, string> = {
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  latin: 'windows-1252',
  'iso-latin-1': 'windows-1252',
  iso8859_1: 'windows-1252',
  'windows-utf-8': 'utf-8',
  utf: 'utf-8',
};

/** Families of labels that people spell in their own way: `win-1251`, `ISO8859_15`, `utf8mb4`. */
const LABEL_FAMILIES: [pattern: RegExp, name: string][] = [
  [/^(?:ms|microsoft)?(?:win|windows|cp|ansi)(125[0-8]|874)$/, 'windows-$1'],
  [/^(?:iso)?8859(1[0-6]|[1-9])$/, 'iso-8859-$1'],
  [/^latin([1-6])$/, 'latin$1'],
  [/^(?:unicode)?utf8(?:mb[34]|sig|bom|n|unicode(?:ci)?|encoding)?$/, 'utf-8'],
  [/^utf16$/, 'utf-16le'],
  [/^koi8([ru])$/, 'koi8-$1'],
  [/^(?:x|ms)?(?:sjis|shiftjis|windows31j)$/, 'shift_jis'],
  [/^euc(jp|kr)$/, 'euc-$1'],
  [/^(?:euccn|gb|gb2312(?:80)?)$/, 'gb2312'],
  [/^big5(?:tw|hk|hkscs|eten)?$/, 'big5'],
];

function familiarLabel(label: string): string | null {
  const bare = label.replace(/[^a-z\d]/g, '');
  for (const [pattern, name] of LABEL_FAMILIES) {
    if (pattern.test(bare)) return bare.replace(pattern, name);
  }
  return null;
}

/** How far into a document its own declaration may stand; browsers look at 1,024 bytes. */
const PRESCAN_BYTES = 4096;

const view = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The WHATWG name of a charset label, or null when nobody knows it. */
function encodingOf(label: string | undefined): string | null {
  const name = label?.trim().toLowerCase();
  if (!name) return null;
  return whatwgName(STRAY_LABELS[name] ?? name) ?? whatwgName(familiarLabel(name));
}

function whatwgName(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', length: 4 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 };
  return null;
}

/** UTF-16 and UTF-32 without a mark, told by the zeros around the first `<` (XML 1.0, appendix F). */
function wideCharset(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0x3c && b === 0) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  return a === 0 && b === 0 && c === 0 && d === 0x3c ? 'utf-32be' : null;
}

const XML_DECLARATION = /<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i;
const META_CHARSET = /<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i;

function declaredLabel(bytes: Uint8Array, kind: 'html' | 'xml'): string | undefined {
  const head = view(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  return (kind === 'html' ? META_CHARSET.exec(head) : null)?.[1] ?? XML_DECLARATION.exec(head)?.[1];
}

/** UTF-32 is not in the WHATWG standard, yet a few feeds use it. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let offset = 0; offset + 4 <= bytes.byteLength; offset += 4) {
    const codePoint = data.getUint32(offset, littleEndian);
    text += codePoint <= 0x10_ffff ? String.fromCodePoint(codePoint) : '\u{fffd}';
  }
  return text;
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  if (charset.startsWith('utf-32')) return decodeUtf32(bytes, charset === 'utf-32le');
  if (charset === 'utf-8') return view(bytes).toString('utf8');
  return new TextDecoder(charset).decode(bytes);
}

/** A text in another encoding holds whole UTF-8 sequences by chance, never twice as many as broken ones. */
const UTF8_MARGIN = 2;
const isSingleByte = (charset: string) =>
  /^(?:windows|iso-8859|koi8|macintosh|x-mac|ibm)/.test(charset);

/**
 * The encoding of bytes that are not valid UTF-8. Most of what lies beyond ASCII decides: a broken byte, or
 * a few of another text, turn no document of UTF-8 into another encoding, whatever a label says. Else it is
 * the first label that decodes the bytes without error.
 */
function legacyText(bytes: Uint8Array, labels: (string | null)[]): DecodedText {
  const candidates = [
    ...new Set(labels.filter((label): label is string => label !== null && label !== 'utf-8')),
  ];
  const { whole, broken } = utf8Balance(bytes);
  const strays = candidates.find((charset) => isSingleByte(charset)) ?? 'windows-1252';
  const asUtf8 = () => ({ charset: 'utf-8', text: mixedUtf8Text(bytes, strays) });
  if (whole > 0 && whole >= broken * UTF8_MARGIN) return asUtf8();
  const decoded = candidates.map((charset) => ({ charset, text: decodeAs(bytes, charset) }));
  const clean = decoded.find(({ text }) => !text.includes('\u{fffd}'));
  if (clean) return clean;
  if (whole > broken) return asUtf8();
  return decoded[0] ?? { charset: 'windows-1252', text: decodeAs(bytes, 'windows-1252') };
}

/**
 * Bytes to text by the rules of the WHATWG Encoding and HTML standards: byte order mark, the
 * `charset` of the HTTP Content-Type, the document's own declaration (`kind` says where it
 * stands), windows-1252. One rule is added: bytes that are valid UTF-8 beyond ASCII are UTF-8
 * whatever a label says, since stale labels are common and no other text looks like that by chance.
 */
export function decodeText(
  bytes: Uint8Array,
  options: { contentType?: string | undefined; kind: 'html' | 'xml' },
): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark)
    return { charset: mark.charset, text: decodeAs(bytes.subarray(mark.length), mark.charset) };
  const wide = wideCharset(bytes);
  if (wide) return { charset: wide, text: decodeAs(bytes, wide) };

  const httpLabel = /charset\s{0,9}[=:]\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(
    options.contentType ?? '',
  )?.[1];
  const labels = [encodingOf(httpLabel), encodingOf(declaredLabel(bytes, options.kind))];
  const label = labels.find((name) => name !== null);
  if (isAscii(bytes) && label !== 'iso-2022-jp') {
    return { charset: label ?? 'utf-8', text: view(bytes).toString('latin1') };
  }
  if (isUtf8(bytes) && label !== 'iso-2022-jp')
    return { charset: 'utf-8', text: decodeAs(bytes, 'utf-8') };
  // A declaration read as single bytes cannot be true of a wide encoding.
  return legacyText(
    bytes,
    labels.map((name) => (name?.startsWith('utf-16') ? null : name)),
  );
}
