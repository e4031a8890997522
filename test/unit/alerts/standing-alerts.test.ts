import { describe, expect, test } from 'vitest';
import { afterAlertLook, type AlertState, NO_ALERTS } from '../../../src/alerts/standing-alerts.ts';
import { need, type Need, type NeedKind } from '../../../src/monitor/need.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const after = { failing: 6 * HOUR, destination: 5 * MINUTE, held: 20 };
const startMs = Date.parse('2026-11-29T08:00:00Z');

function trouble(kind: NeedKind, subject = 'harbour', sinceMs: number | null = startMs): Need {
  const since = sinceMs === null ? null : new Date(sinceMs).toISOString();
  return need({ kind, subject, cause: 'is in trouble', since, mend: 'mend it' });
}

/** What is told in looks a minute apart, by the minute; `at` says what stands then. */
function told(minutes: number, at: (minute: number) => Need[], held = 0) {
  const messages: { minute: number; began: string[]; ended: string[] }[] = [];
  let state: AlertState = NO_ALERTS;
  for (let minute = 0; minute < minutes; minute += 1) {
    const facts = { needs: at(minute), held, nowMs: startMs + minute * MINUTE };
    const look = afterAlertLook(state, facts, after);
    state = look.state;
    const [began, ended] = [look.digest.began, look.digest.ended].map((alerts) =>
      alerts.map(({ subject }) => subject),
    );
    if (began!.length + ended!.length > 0) messages.push({ minute, began: began!, ended: ended! });
  }
  return messages;
}

test('a trouble is told once when it has lasted, and once when it has been gone for ten minutes', () => {
  const messages = told(120, (minute) =>
    minute < 30 ? [trouble('destination-down', 'blog')] : [],
  );
  expect(messages).toEqual([
    { minute: 5, began: ['blog'], ended: [] },
    { minute: 39, began: [], ended: ['blog'] },
  ]);
});

test('a source that fails is told after the time that the config says', () => {
  expect(told(7 * 60, () => [trouble('source-failing')])).toEqual([
    { minute: 360, began: ['harbour'], ended: [] },
  ]);
});

test('what comes and goes between two looks is not told', () => {
  expect(told(60, (minute) => (minute % 2 === 0 ? [trouble('overdue', '', null)] : []))).toEqual(
    [],
  );
});

test('what comes back before ten minutes are over has not ended', () => {
  const messages = told(100, (minute) =>
    minute % 9 === 0 && minute > 5 ? [] : [trouble('source-quiet')],
  );
  expect(messages).toEqual([{ minute: 1, began: ['harbour'], ended: [] }]);
});

test('two hundred sources that fall silent one after the other are a few messages', () => {
  const messages = told(60, (minute) =>
    Array.from({ length: Math.min(200, minute * 20) }, (_, n) => trouble('source-quiet', `s-${n}`)),
  );
  expect(messages.flatMap(({ began }) => began)).toHaveLength(200);
  expect(messages.length).toBeLessThanOrEqual(4);
});

describe('held articles', () => {
  const needs = () => [trouble('held', 'harbour'), trouble('held', 'quay')];
  test('are no alert while they are few', () => expect(told(60, needs, 19)).toEqual([]));
  test('are one from the number on that the config says', () => {
    expect(told(60, needs, 20)).toEqual([{ minute: 1, began: ['harbour', 'quay'], ended: [] }]);
  });
});

test('a note is never an alert', () => {
  const note: Need = { ...trouble('feed-moved'), weight: 'note' };
  expect(told(600, () => [note])).toEqual([]);
});

test('what to paste is told behind what to do', () => {
  const facts = (paste?: string) => ({
    needs: [{ ...trouble('config'), ...(paste !== undefined && { paste }) }],
    held: 0,
    nowMs: startMs,
  });
  const mendOf = (paste?: string) =>
    Object.values(afterAlertLook(NO_ALERTS, facts(paste), after).state.standing)[0]?.mend;
  expect([mendOf(), mendOf('newsrelay check')]).toEqual(['mend it', 'mend it: newsrelay check']);
});
