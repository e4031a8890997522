const isContinuation = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** How many bytes the lead byte of a sequence beyond ASCII announces; 0 for a byte that leads none. */
function announced(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Overlong forms, surrogates and what lies beyond Unicode (RFC 3629, section 4). */
function isSecondAllowed(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second <= 0x8f;
}

/** Length of the sequence at a byte beyond ASCII; as a negative number where it is broken off. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = announced(lead);
  const second = bytes[at + 1];
  if (length === 0 || second === undefined || !isContinuation(second)) return -1;
  if (!isSecondAllowed(lead, second)) return -1;
  for (let got = 2; got < length; got += 1) if (!isContinuation(bytes[at + got])) return -got;
  return length;
}

/** How many sequences beyond ASCII are whole, and how many are not. */
export function utf8Balance(bytes: Uint8Array): { whole: number; broken: number } {
  const balance = { whole: 0, broken: 0 };
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] ?? 0) < 0x80) at += 1;
    else {
      const length = sequenceAt(bytes, at);
      balance[length > 0 ? 'whole' : 'broken'] += 1;
      at += Math.abs(length);
    }
  }
  return balance;
}

/**
 * UTF-8 in which bytes of a single-byte encoding stand, as when texts of two sources were put together: each
 * stray byte is read by `strays`, each sequence that was cut is one replacement character.
 */
export function mixedUtf8Text(bytes: Uint8Array, strays: string): string {
  const single = new TextDecoder(strays);
  const parts: string[] = [];
  let done = 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceAt(bytes, at);
    if (length < 0) {
      parts.push(buffer.toString('utf8', done, at));
      parts.push(length === -1 ? single.decode(bytes.subarray(at, at + 1)) : '\u{fffd}');
      done = at - length;
    }
    at += Math.abs(length);
  }
  parts.push(buffer.toString('utf8', done));
  return parts.join('');
}
