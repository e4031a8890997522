import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ThrottledError } from '../../../../src/errors.ts';
import { aloneAtAddress } from '../../../../src/processors/scrape/alone-at-address.ts';
import { MemoryRedis } from '../../../../src/redis/memory-redis.ts';
import { AliasStore } from '../../../../src/store/articles/aliases.ts';
import { Keys } from '../../../../src/store/keys.ts';

const ADDRESS = 'https://harbour.example/world/pier';

function place() {
  const aliases = new AliasStore(MemoryRedis.client(), new Keys('p'));
  const steps: string[] = [];
  const alone = async (address: string, name: string) =>
    await aloneAtAddress(address, { aliases, now: () => 5_000 }, async () => {
      steps.push(`${name} begins`);
      for (let at = 0; at < 5; at += 1) await turn();
      steps.push(`${name} ends`);
      return name;
    });
  return { aliases, steps, alone };
}

describe('What is done with an address', () => {
  test.each([
    ['one address', ADDRESS, ADDRESS],
    ['one page by two schemes and hosts', ADDRESS, 'http://www.harbour.example/world/pier'],
  ])('is done one after the other for %s.', async (_what, first, second) => {
    const { steps, alone } = place();
    expect(await Promise.all([alone(first, 'a'), alone(second, 'b')])).toEqual(['a', 'b']);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  test.each([
    ['two pages', ADDRESS, `${ADDRESS}-2`],
    [
      'a front page, which sites state for every page',
      'https://harbour.example/',
      'https://harbour.example/',
    ],
  ])('is done at once for %s.', async (_what, first, second) => {
    const { steps, alone } = place();
    await Promise.all([alone(first, 'a'), alone(second, 'b')]);
    expect(steps.slice(0, 2).toSorted()).toEqual(['a begins', 'b begins']);
  });
});

test('Work that fails leaves the address to others.', async () => {
  const { aliases, alone } = place();
  const failed = aloneAtAddress(ADDRESS, { aliases, now: () => 0 }, () =>
    Promise.reject(new Error('no soup')),
  );
  await expect(failed).rejects.toThrow('no soup');
  expect(await alone(ADDRESS, 'a')).toBe('a');
});

test('An address that others keep for long is come back to, without a try lost.', async () => {
  const { aliases, alone } = place();
  await aliases.lease('harbour.example/world/pier');
  const late = await alone(ADDRESS, 'a').catch((error: unknown) => error);
  expect(late).toBeInstanceOf(ThrottledError);
  expect(late).toMatchObject({ code: 'same-address', untilMs: 7_000 });
});
