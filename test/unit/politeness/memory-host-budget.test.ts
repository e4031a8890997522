import { expect, test } from 'vitest';
import { memoryHostBudget } from '../../../src/politeness/memory-host-budget.ts';

const limits = { concurrency: 1, spacingMs: 1_000 };

/** Asks in the name of a holder, at a moment; resolves to `go` or to how long to wait. */
function askedOf(budget = memoryHostBudget(), most = limits) {
  return {
    budget,
    ask: async (holder: string, nowMs: number, isUrgent = false) => {
      const slot = await budget.reserveSlot({ host: 'a', holder, limits: most, nowMs, isUrgent });
      return slot.kind === 'go' ? 'go' : slot.untilMs - nowMs;
    },
    end: (holder: string, nowMs: number) => budget.release('a', holder, nowMs),
  };
}

test('requests of a host begin a fixed time apart, in the order in which they came', async () => {
  const { ask, end } = askedOf();
  expect(await ask('one', 5_000)).toBe('go');
  expect(await ask('two', 5_000)).toBe(1_000);
  expect(await ask('three', 5_000)).toBe(2_000);
  await end('one', 5_500);
  expect(await ask('three', 6_000)).toBe(1_000);
  expect(await ask('two', 6_000)).toBe('go');
  await end('two', 6_100);
  expect(await ask('three', 7_000)).toBe('go');
});

test('one that is being answered keeps the others waiting, however long that takes', async () => {
  const { ask, end } = askedOf();
  await ask('one', 5_000);
  expect(await ask('two', 9_000)).toBeGreaterThan(0);
  await end('one', 9_010);
  expect(await ask('two', 9_020)).toBe('go');
});

test('who is urgent goes first, and who does not come back for his turn holds up nobody', async () => {
  const { ask, end } = askedOf();
  await ask('one', 5_000);
  await ask('two', 5_000);
  await ask('gone', 5_000);
  await end('one', 5_100);
  expect(await ask('robots', 6_000, true)).toBe('go');
  await end('robots', 6_100);
  expect(await ask('two', 7_000)).toBe('go');
  await end('two', 7_100);
  expect(await ask('three', 8_000)).toBeGreaterThan(0);
  expect(await ask('three', 9_500)).toBe('go');
});

test('a host that asks to be left alone is left alone, and others are asked meanwhile', async () => {
  const { ask, budget } = askedOf();
  await budget.throttleHost('a', 60_000, 5_000);
  expect(await ask('one', 5_000)).toBe(55_000);
  const slot = await budget.reserveSlot({ host: 'b', holder: 'one', limits, nowMs: 5_000 });
  expect(slot).toEqual({ kind: 'go' });
});

test('several at a time where the limits allow it', async () => {
  const { ask } = askedOf(memoryHostBudget(), { concurrency: 2, spacingMs: 0 });
  expect([await ask('one', 0), await ask('two', 0)]).toEqual(['go', 'go']);
  expect(await ask('three', 0)).toBeGreaterThan(0);
});

test('while another is answered, who waits is told to look again in a moment', async () => {
  const { ask } = askedOf();
  await ask('one', 5_000);
  expect(await ask('two', 6_000)).toBe(20);
});

test('who is two seconds late for his turn still has it, and later has lost it', async () => {
  for (const [lateMs, answer] of [
    [2_000, 1_000],
    [2_001, 'go'],
  ] as const) {
    const { ask, end } = askedOf();
    await ask('one', 5_000);
    await ask('late', 5_000);
    await end('one', 5_100);
    expect(await ask('two', 6_000 + lateMs)).toBe(answer);
  }
});
