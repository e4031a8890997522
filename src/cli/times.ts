import { localTime } from '../monitor/times.ts';
import type { Terminal } from './terminal.ts';

/** Prints a moment: epoch milliseconds or RFC 3339. */
export type TimePrinter = (moment: number | string) => string;

/**
 * How a moment (epoch ms or RFC 3339) is printed: in the operator's own zone on a terminal, in UTC and
 * to the letter where programs read it.
 */
export function clockFor({ stdout }: Pick<Terminal, 'stdout'>): TimePrinter {
  const isRead = !('isTTY' in stdout && stdout.isTTY === true);
  return (moment) =>
    isRead ? new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z') : localTime(moment);
}
