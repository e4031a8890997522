import { z } from 'zod';
import { checkedText } from './checks.ts';

const FEWEST_TOKEN_CHARACTERS = 16;

/** `host:port`, an IPv6 address in brackets. */
const LISTEN = /^(?:\[([\da-f:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/i;

export interface ListenAddress {
  host: string;
  port: number;
}

/** @throws RangeError for what is no `host:port` */
export function parseListen(listen: string): ListenAddress {
  const [, six, name, port] = LISTEN.exec(listen) ?? [];
  const host = six ?? name;
  if (host === undefined || Number(port) > 65_535) throw new RangeError(`${listen} is no address`);
  return { host, port: Number(port) };
}

/** Whether only this machine reaches what listens there. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

const listen = checkedText(
  (address) => parseListen(address).port >= 0,
  'is no address to listen at',
  'write host:port, such as 127.0.0.1:8790',
);

const webPageSchema = z
  .strictObject({
    listen: listen
      .default('127.0.0.1:8790')
      .describe(
        'Where the operators’ page is served; elsewhere than on loopback a token is needed.',
      ),
    token: z
      .string()
      .default('')
      .describe(
        'What a person needs to act from the page, and elsewhere than on loopback to see it; from the environment.',
      ),
  })
  .refine(({ token }) => token === '' || token.length >= FEWEST_TOKEN_CHARACTERS, {
    path: ['token'],
    message: `is too short; write ${FEWEST_TOKEN_CHARACTERS} characters or more, such as those of openssl rand -hex 16`,
  })
  .refine(
    ({ listen: address, token }) => token !== '' || isLoopbackHost(parseListen(address).host),
    {
      path: ['listen'],
      message:
        'is reached from elsewhere, so that a token is needed; write token: ${NEWSRELAY_TOKEN}',
    },
  );

/** The operators' page: `false` serves none. */
export const webSchema = z.union([z.literal(false), webPageSchema], {
  error: 'is not the page’s settings; write { listen: "127.0.0.1:8790" }, or false for no page',
});

export type WebOptions = z.infer<typeof webPageSchema>;
