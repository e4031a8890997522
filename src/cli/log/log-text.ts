import { z } from 'zod';
import { localTime } from '../../monitor/times.ts';

const lineSchema = z
  .object({ time: z.string(), level: z.string(), msg: z.string().default('') })
  .catchall(z.unknown());

/** What a line is about comes first, and is all that differs between many of them. */
const SUBJECTS = ['source', 'destination'];
const MOMENTS = new Set(['since', 'next']);
// For machines, which have the JSON; the message says the same in words.
const UNSAID = new Set(['change']);

function fieldText([name, value]: [string, unknown]): string {
  if (MOMENTS.has(name) && typeof value === 'string') return `${name} ${localTime(value)}`;
  return `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

/** A line of the log as people read it: their own time, the subject, what happened, and the rest behind it. */
export function textLine(json: string): string {
  const { time, level, msg, reason, ...fields } = lineSchema.parse(JSON.parse(json));
  const subjects = SUBJECTS.flatMap((name) => {
    const subject = fields[name];
    return typeof subject === 'string' ? [`${subject}: `] : [];
  });
  const rest = Object.entries(fields).filter(
    ([name]) => !SUBJECTS.includes(name) && !UNSAID.has(name),
  );
  const facts = rest.length === 0 ? '' : ` (${rest.map(fieldText).join(', ')})`;
  const why = typeof reason === 'string' ? `: ${reason}` : '';
  const line = `${localTime(time, 'second')} ${level.padEnd(5)} ${subjects.join('')}${msg}${why}${facts}`;
  return line.replaceAll(/[\r\n\t]/g, ' ');
}
