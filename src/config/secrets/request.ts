import { z } from 'zod';
import { checkedText, text } from '../checks.ts';

/** RFC 9110 section 5.6.2: what names of headers and cookies are made of. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110 section 5.5, without controls. */
const FIELD_VALUE = /^[\x20-\x7e\x80-\xff]*$/;
/** RFC 6265 section 4.1.1, and the spaces and commas that sites use all the same. */
const COOKIE_VALUE = /^[\x20-\x3a\x3c-\x7e]*$/;

/** Headers that the client sets itself, and what takes their place. */
const OWN_HEADERS: Record<string, string> = {
  cookie: 'write it under cookies',
  'user-agent': 'write http.userAgent',
  host: 'it follows from the address',
  accept: 'it follows from what is asked for',
  'accept-encoding': 'it follows from what can be read',
  connection: 'the connection is the client’s',
  'content-length': 'nothing is sent',
  'transfer-encoding': 'nothing is sent',
  range: 'documents are read whole',
  'if-none-match': 'it is sent by itself where the last answer had an ETag',
  'if-modified-since': 'it is sent by itself where the last answer had a Last-Modified',
};

/** Values by name; `wrong` gives what is wrong with one of them, and never quotes the value. */
function valuesByName(wrong: (name: string, value: string) => string | undefined) {
  return z.record(z.string(), z.string()).superRefine((values, context) => {
    for (const [name, value] of Object.entries(values)) {
      const message = wrong(name, value);
      if (message !== undefined) context.addIssue({ code: 'custom', path: [name], message });
    }
  });
}

function wrongHeader(name: string, value: string): string | undefined {
  if (!TOKEN.test(name)) return 'is no name of a header; write one such as X-Api-Key';
  const instead = OWN_HEADERS[name.toLowerCase()];
  if (instead !== undefined) return `is a header of newsrelay’s own; ${instead}`;
  if (FIELD_VALUE.test(value)) return undefined;
  return 'holds characters that HTTP headers cannot carry; look for a line break at its end';
}

function wrongCookie(name: string, value: string): string | undefined {
  if (!TOKEN.test(name)) return 'is no name of a cookie; write one such as session';
  if (COOKIE_VALUE.test(value)) return undefined;
  return 'holds characters that cookies cannot carry; write the value of this one cookie alone';
}

/** A host, or a whole origin where it is asked over plain HTTP. */
const credentialHost = checkedText(
  (host) => {
    const { origin, href } = new URL(host.includes('://') ? host : `https://${host}`);
    return href === `${origin}/` && /^https?:/.test(origin) && !/\*|\/$/.test(host);
  },
  'is not a host',
  'write the name of each, with a port where it has its own, such as media.partner.example; http://… where it has no TLS',
);

/**
 * What a source’s feeds and pages are asked for with. All values come from the environment: see
 * `credentialProblems`.
 */
export const requestSchema = z
  .strictObject({
    headers: valuesByName(wrongHeader).optional().describe('Headers, such as X-Api-Key.'),
    cookies: valuesByName(wrongCookie).optional().describe('Cookies by name.'),
    basic: z
      .strictObject({
        username: text
          .refine((name) => !name.includes(':'), 'holds a colon, which ends the name; leave it out')
          .describe('The name, which may stand in the file.'),
        password: z.string().default('').describe('The password, from the environment.'),
      })
      .optional()
      .describe('Name and password (HTTP Basic).'),
    query: valuesByName(() => undefined)
      .optional()
      .describe(
        'Parameters that are added to each address when it is asked for, and nowhere else.',
      ),
    hosts: z
      .array(credentialHost)
      .default([])
      .describe('Further hosts that get them, besides those of `feeds` and `homePage`.'),
  })
  .superRefine(({ headers = {}, cookies, basic, query }, context) => {
    const authorization = Object.keys(headers).find((name) => /^authorization$/i.test(name));
    if (basic && authorization !== undefined) {
      const message = 'is what `basic` sends, too; keep one of the two';
      context.addIssue({ code: 'custom', path: ['headers', authorization], message });
    }
    const isBare = [headers, cookies, query].every((kind) => Object.keys(kind ?? {}).length === 0);
    if (isBare && !basic && context.issues.length === 0) {
      const message = 'names no credential; write headers, cookies, basic or query';
      context.addIssue({ code: 'custom', path: [], message });
    }
  });

export type SourceRequest = z.infer<typeof requestSchema>;
