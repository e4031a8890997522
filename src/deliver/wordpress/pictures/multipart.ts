import { createHash } from 'node:crypto';

/** A file for the media library and the fields that are to be stored with it. */
export interface Upload {
  bytes: Uint8Array;
  /** Such as `image/png`. */
  type: string;
  name: string;
  fields: Record<string, string>;
}

/** A form as RFC 7578 has it: the file and its fields arrive together or not at all. */
export function multipart({ bytes, type, name, fields }: Upload): {
  headers: Record<string, string>;
  body: Uint8Array;
} {
  // Made of the file itself, so that nothing in it can be taken for the boundary by chance or intent.
  const boundary = `newsrelay-${createHash('sha256').update(bytes).digest('hex')}`;
  const part = (disposition: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}`;
  const texts = Object.entries(fields).map(
    ([field, value]) => `${part(`name="${field}"`)}\r\n\r\n${value.replaceAll(boundary, '')}\r\n`,
  );
  const file = `${part(`name="file"; filename="${name}"`)}\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      Buffer.from(texts.join('') + file),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}
