import { isoTime } from '../iso-time.ts';
import type { Digest, StandingAlert } from './standing-alerts.ts';

/** One message, in words for people and as data for programs. */
export interface AlertMessage {
  subject: string;
  text: string;
  json: {
    schema: 'newsrelay.alert/1';
    began: ToldAlert[];
    ended: ToldAlert[];
  };
}

interface ToldAlert {
  subject: string;
  cause: string;
  mend: string;
  /** RFC 3339 */
  since: string;
}

const MOST_TOLD = 50;

function toldAlert({ subject, cause, mend, sinceMs }: StandingAlert): ToldAlert {
  return { subject, cause, mend, since: isoTime(sinceMs) };
}

const alertInWords = ({ subject, cause }: StandingAlert): string =>
  subject === '' ? cause : `${subject}: ${cause}`;

function digestHeadline({ began, ended }: Digest): string {
  const [only] = [...began, ...ended];
  if (began.length + ended.length === 1) {
    return began.length === 1 ? alertInWords(only!) : `over: ${alertInWords(only!)}`;
  }
  const parts = [
    ...(began.length > 0 ? [`${began.length} in trouble`] : []),
    ...(ended.length > 0 ? [`${ended.length} well again`] : []),
  ];
  return parts.join(', ');
}

const MOST_SUBJECT = 120;

/** What a digest says. Nothing of it can begin a new line of a mail's head. */
export function alertMessage(digest: Digest): AlertMessage {
  const { began, ended } = digest;
  const lines = [
    ...began.slice(0, MOST_TOLD).map((one) => {
      return `${alertInWords(one)}\n  since ${isoTime(one.sinceMs)}\n  ${one.mend}`;
    }),
    ...(began.length > MOST_TOLD ? [`and ${began.length - MOST_TOLD} more: newsrelay status`] : []),
    ...ended.slice(0, MOST_TOLD).map((one) => `well again: ${alertInWords(one)}`),
    ...(ended.length > MOST_TOLD ? [`and ${ended.length - MOST_TOLD} more are well again`] : []),
  ];
  const subject = `newsrelay: ${digestHeadline(digest).replaceAll(/\s+/g, ' ')}`.slice(
    0,
    MOST_SUBJECT,
  );
  const json = {
    schema: 'newsrelay.alert/1',
    began: began.map(toldAlert),
    ended: ended.map(toldAlert),
  } as const;
  return { subject, text: `${lines.join('\n\n')}\n`, json };
}
