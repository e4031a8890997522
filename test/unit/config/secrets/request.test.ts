import { expect, test } from 'vitest';
import { requestSchema } from '../../../../src/config/secrets/request.ts';
import { wording } from '../../../../src/config/problems/wording.ts';

function mistakesIn(request: unknown): string[] {
  const result = requestSchema.safeParse(request, { error: wording, reportInput: true });
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
}

test.each<[string, unknown]>([
  ['a header', { headers: { 'X-Api-Key': 'k4' } }],
  ['a bearer’s token', { headers: { authorization: 'Bearer k4' } }],
  ['a cookie', { cookies: { session: 'a b,c=' } }],
  ['a name and a password', { basic: { username: 'desk', password: 'ä: k4' } }],
  ['a key as the name', { basic: { username: 'k4' } }],
  ['a parameter', { query: { 'api key': 'a&b' } }],
  [
    'further hosts',
    {
      query: { key: 'k4' },
      hosts: ['a.example', 'a.example:8443', 'http://b.example', '[::1]:8080'],
    },
  ],
])('%s can be written', (_what, request) => {
  expect(mistakesIn(request)).toEqual([]);
});

test.each<[unknown, string]>([
  [{}, ' names no credential; write headers, cookies, basic or query'],
  [{ headers: {}, hosts: ['a.example'] }, ' names no credential'],
  [{ header: { a: 'b' } }, 'is no setting; did you mean headers?'],
  [{ headers: { 'X Key': 'k4' } }, 'headers.X Key is no name of a header; write one'],
  [{ headers: { Cookie: 'a=b' } }, 'headers.Cookie is a header of newsrelay’s own; write it under'],
  [{ headers: { 'If-None-Match': 'a' } }, 'headers.If-None-Match is a header of newsrelay’s own'],
  [
    { headers: { 'X-Key': 'k4\n' } },
    'headers.X-Key holds characters that HTTP headers cannot carry',
  ],
  [{ cookies: { 'a=b': 'k4' } }, 'cookies.a=b is no name of a cookie; write one'],
  [{ cookies: { a: 'k4; b=c' } }, 'cookies.a holds characters that cookies cannot carry'],
  [{ basic: { password: 'k4' } }, 'basic.username is missing; write text'],
  [{ basic: { username: 'a:b', password: 'k4' } }, 'basic.username holds a colon'],
  [{ query: { key: 4 } }, 'query.key is a number where text belongs; put it in quotes'],
  [
    { query: { key: 'k4' }, hosts: ['https://a.example/feed'] },
    'hosts.0 is not a host; write the name',
  ],
  [{ query: { key: 'k4' }, hosts: ['ftp://a.example'] }, 'hosts.0 is not a host'],
  [
    { query: { key: 'k4' }, hosts: ['*.a.example'] },
    'hosts.0 is not a host; write the name of each',
  ],
  [{ query: ['k4'] }, 'query is a list where a map of names and values belongs'],
  [
    { basic: { username: 'a', password: 'k4' }, headers: { AUTHORIZATION: 'k4' } },
    'headers.AUTHORIZATION is what `basic` sends, too; keep one of the two',
  ],
])('%j is told what to write instead', (request, message) => {
  const mistakes = mistakesIn(request);
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toContain(message);
  expect(mistakes[0]).not.toContain('k4');
});
