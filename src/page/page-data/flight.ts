// What pages of React's server components carry for their scripts ("Flight", as Next.js writes it): calls
// that push strings, which joined are rows of `id:payload`. A payload `T<length>,` is a text of so many bytes
// (hexadecimal), one that begins with a bracket is JSON up to the end of the line; others are references.

import { type JsonReader, jsonReader } from './script-data.ts';

const PUSH =
  /^\s*(?:\(?self|window)\.__next_f(?:=self\.__next_f\|\|\[\]\))?\.push\((\[[\s\S]*\])\)[\s;]*$/;

function pushed(script: string, read: JsonReader): string {
  const call = PUSH.exec(script)?.[1];
  const parts = call === undefined ? undefined : read(call);
  return Array.isArray(parts) && typeof parts[1] === 'string' ? parts[1] : '';
}

/** A text by itself, or data as JSON gives it. */
export type FlightRow = { kind: 'text'; text: string } | { kind: 'data'; data: unknown };

const NEWLINE = 10;
const COLON = 58;
const COMMA = 44;

function rowAt(
  bytes: Buffer,
  start: number,
  read: JsonReader,
): { row: FlightRow | undefined; end: number } {
  if (bytes[start] === 'T'.charCodeAt(0)) {
    const comma = bytes.indexOf(COMMA, start);
    const length = Number.parseInt(bytes.toString('latin1', start + 1, comma), 16);
    if (comma > 0 && length > 0) {
      const text = bytes.toString('utf8', comma + 1, comma + 1 + length);
      return { row: { kind: 'text', text }, end: comma + 1 + length };
    }
  }
  const newline = bytes.indexOf(NEWLINE, start);
  const end = newline < 0 ? bytes.length : newline + 1;
  const text = bytes.toString('utf8', start, end);
  const data = /^[[{]/.test(text) ? read(text) : undefined;
  return { row: data === undefined ? undefined : { kind: 'data', data }, end };
}

/** The rows that the page's inline scripts push; none on a page of another make. */
export function flightRows(scripts: readonly string[], read: JsonReader): FlightRow[] {
  const bytes = Buffer.from(scripts.map((script) => pushed(script, read)).join(''));
  const rows: FlightRow[] = [];
  const readRow = jsonReader();
  for (let at = 0; at < bytes.length;) {
    const colon = bytes.indexOf(COLON, at);
    if (colon < 0) break;
    const { row, end } = rowAt(bytes, colon + 1, readRow);
    if (row) rows.push(row);
    at = end;
  }
  return rows;
}
