import type { Redis, RedisOptions } from 'ioredis';

/** What stands in the place of an INFO that the user may not ask. */
export const INFO_REFUSED = 'newsrelay_info_refused';

/** Redis's own words for what a user may not do (ACL), or a command that its owner took away. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && /^(?:NOPERM|ERR unknown command)\b/.test(error.message);
}

type InfoCallback = (error: Error | null, info?: string) => void;

/**
 * The client for a Redis that may keep INFO from its users, as hosted ones do: the queues ask it for the
 * version of the server at every connection, and would never start. They are told the oldest one we take.
 */
export function withoutInfo(client: Redis): Redis {
  const ask = client.info.bind(client) as (...sections: string[]) => Promise<string>;
  const duplicate = client.duplicate.bind(client);
  const info = async (...sections: string[]): Promise<string> => {
    try {
      return await ask(...sections);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return `redis_version:6.2.0\r\n${INFO_REFUSED}:1\r\n`;
    }
  };
  return Object.assign(client, {
    // The client itself asks with a callback, whether the server has loaded its data.
    info: (...parts: (string | InfoCallback)[]): Promise<string> => {
      const callback = parts.find((part) => typeof part === 'function');
      const told = info(...parts.filter((part) => typeof part === 'string'));
      // oxlint-disable-next-line promise/no-callback-in-promise -- the client's own ready check takes one
      if (callback) told.then((text) => callback(null, text), callback);
      return told;
    },
    duplicate: (override?: Partial<RedisOptions>) => withoutInfo(duplicate(override)),
  });
}
