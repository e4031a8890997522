import { expect, test } from 'vitest';
import { credentialTrouble } from '../../../src/http/credential-trouble.ts';

const answer = (
  status: number,
  isSent: boolean,
  variables = ['PARTNER_KEY'],
  url = 'https://a.example/f',
) => credentialTrouble({ status, url, credential: { isSent, variables } });

test.each([401, 403])(
  'a %i to a credential is its refusal, with the variable to renew',
  (status) => {
    expect(answer(status, true)).toEqual({
      code: 'credential-refused',
      message: `HTTP ${status}: the source refuses the credential in PARTNER_KEY; put one that it takes there and restart`,
    });
    expect(answer(status, true, ['A_KEY', 'B_KEY'])?.message).toContain('in A_KEY, B_KEY;');
  },
);

test('a 401 of a host that was sent none says so, with the line to write', () => {
  expect(answer(401, false)).toMatchObject({
    code: 'credential-withheld',
    message: expect.stringMatching(
      /^HTTP 401: a.example did not get .* write hosts: \[a.example\]/,
    ),
  });
  const plain = answer(401, false, [], 'http://127.0.0.1:81/f')?.message;
  expect(plain).toContain('hosts: [http://127.0.0.1:81] under its request');
});

test('any other answer, and any answer without credentials, is none of it', () => {
  expect([200, 304, 404, 407, 429, 500].map((status) => answer(status, true))).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
  expect(credentialTrouble({ status: 401, url: 'https://a.example/f' })).toBeUndefined();
});
