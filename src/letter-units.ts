import { onceAsked } from './memo.ts';

// Texts as numbers, for what asks of every sign of a text: an array is read several times faster than a string.

const ALL_UNITS = 0x1_00_00;

let room = new Uint16Array(4_096);
let bytes = Buffer.from(room.buffer);

/**
 * The UTF-16 units of a text, with a zero after the last. Good until the next text is asked for, which takes the same
 * room.
 */
export function unitsOf(text: string): Uint16Array {
  if (text.length >= room.length) {
    room = new Uint16Array(2 * text.length);
    bytes = Buffer.from(room.buffer);
  }
  bytes.write(text, 'utf16le');
  room[text.length] = 0;
  return room;
}

/** The UTF-16 units of a text, to be kept. */
export function keptUnitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units;
}

/**
 * A unit in lower case, as patterns without regard to case take it: one for one, and the two forms of a Greek sigma
 * are one letter.
 */
function lowerUnit(unit: string): string {
  const lower = unit.toLowerCase();
  if (lower.length > 1) return unit;
  return lower === 'ς' ? 'σ' : lower;
}

/** @example withoutCase('ΟΔΌΣ') is 'οδόσ' */
export const withoutCase = (text: string): string => text.replaceAll(/[^]/g, lowerUnit);

/** Lower case by unit; made where a page is read, as many commands read none. */
export const lowerUnits = onceAsked((): Uint16Array => {
  const all = Array.from({ length: ALL_UNITS }, (_, code) => String.fromCharCode(code)).join('');
  const lower = keptUnitsOf(withoutCase(all));
  const table = new Uint16Array(ALL_UNITS);
  // By what the engine writes, in whatever order a machine keeps the two bytes of a unit.
  for (const [at, unit] of keptUnitsOf(all).entries()) table[unit] = lower[at] ?? unit;
  return table;
});
