import { InvalidArgumentError, Option } from 'commander';
import { durationSchema, parseDuration } from '../config/duration.ts';
import { LOG_FORMATS } from './log/log.ts';
import { ROLES, type Role } from '../service/roles.ts';

/** Milliseconds of a duration on the command line. */
export function duration(text: string): number {
  if (!durationSchema.safeParse(text).success) {
    throw new InvalidArgumentError('write a number and a unit, such as 30s, 10m or 2h.');
  }
  return parseDuration(text);
}

export function roleList(text: string): Role[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !ROLES.some((role) => role === name));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(
      `there is no role ${unknown.join(', ')}; there are ${ROLES.join(', ')}.`,
    );
  }
  return ROLES.filter((role) => names.includes(role));
}

export function positiveInteger(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError('write a whole number above 0.');
  }
  return number;
}

/** For options that may be given again. */
export function collectValues(value: string, previous: string[]): string[] {
  return [...previous, value];
}

export function logFormat(): Option {
  return new Option(
    '--log-format <format>',
    'how: text on a terminal and JSON elsewhere, unless you say',
  ).choices(LOG_FORMATS);
}

export function logLevel(byDefault: 'info' | 'warn'): Option {
  return new Option('--log-level <level>', 'how much to log on stderr')
    .choices(['silent', 'error', 'warn', 'info', 'debug'])
    .default(byDefault);
}
