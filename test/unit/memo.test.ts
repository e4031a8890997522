import { expect, test } from 'vitest';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memoized, onceAsked } from '../../src/memo.ts';

function counted(value: (text: string) => unknown = (text) => text.length) {
  let asked = 0;
  const answer = memoized((text) => {
    asked += 1;
    return value(text);
  });
  return { answer, asked: () => asked };
}

test('a text of up to 200 characters is worked out once, a longer one each time', () => {
  const { answer, asked } = counted();
  for (const length of [200, 200, 0, 0]) expect(answer('a'.repeat(length))).toBe(length);
  expect(asked()).toBe(2);
  for (let time = 0; time < 3; time += 1) expect(answer('a'.repeat(201))).toBe(201);
  expect(asked()).toBe(5);
});

test('an answer of undefined is remembered, too', () => {
  const { answer, asked } = counted(() => undefined);
  expect([answer('a'), answer('a')]).toEqual([undefined, undefined]);
  expect(asked()).toBe(1);
});

test('the memo holds 2,000 answers and then starts afresh', () => {
  const { answer, asked } = counted();
  for (let at = 0; at < 2_000; at += 1) answer(String(at));
  answer('0');
  expect(asked()).toBe(2_000);
  answer('one more');
  answer('one more');
  expect(asked()).toBe(2_001);
  answer('0');
  expect(asked()).toBe(2_002);
});

test('a memo that is to hold more answers does', () => {
  let asked = 0;
  const answer = memoized(() => (asked += 1), 3);
  for (const text of ['a', 'b', 'c', 'a', 'd', 'd', 'a']) answer(text);
  expect(asked).toBe(5);
});

test('what is remembered of a page does not keep the page in memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heldBytes = () => {
    collect();
    return getHeapStatistics().used_heap_size;
  };
  const [pages, bytes] = [40, 1_000_000];
  const kept = { text: (text: string) => text };
  const memos = [memoized(() => true), memoized(kept.text)];
  const before = heldBytes();
  for (let page = 0; page < pages; page += 1) {
    const html = Buffer.alloc(bytes, `class name of page ${page}, `).toString('latin1');
    for (const memo of memos) memo(html.slice(500_000, 500_100));
  }
  expect(heldBytes() - before).toBeLessThan((pages * bytes) / 4);
});

test('what is only found out when it is asked is found out once, also where it is undefined', () => {
  let asked = 0;
  const read = onceAsked(() => {
    asked += 1;
    return undefined;
  });
  expect(asked).toBe(0);
  expect([read(), read(), asked]).toEqual([undefined, undefined, 1]);
});
