import type { SendRequest } from '../../../src/http/send.ts';

/** The fields and the file of a form (RFC 7578). */
export function readForm({ headers = {}, body = '' }: SendRequest) {
  const [, boundary = ''] = /boundary=(.+)$/.exec(headers['content-type'] ?? '') ?? [];
  const parts = Buffer.from(body).toString('latin1').split(`--${boundary}`).slice(1, -1);
  const fields = new Map<string, string>();
  const file = { name: '', type: '', bytes: '' };
  for (const part of parts) {
    const [head = '', value = ''] = part.split(/\r\n\r\n([^]*)/);
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? '';
    file.name ||= /filename="([^"]*)"/.exec(head)?.[1] ?? '';
    file.type ||= /Content-Type: (.*)/.exec(head)?.[1] ?? '';
    if (name === 'file') file.bytes = value.slice(0, -2);
    else fields.set(name, Buffer.from(value.slice(0, -2), 'latin1').toString('utf8'));
  }
  return { fields, file };
}
