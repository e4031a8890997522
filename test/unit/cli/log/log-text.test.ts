import { expect, test } from 'vitest';
import { textLine } from '../../../../src/cli/log/log-text.ts';

const at = '2026-11-29T08:15:07.120Z';
const line = (fields: object) => textLine(JSON.stringify({ time: at, level: 'warn', ...fields }));

test('a line begins with the time here, the level, what it is about and what happened', () => {
  const text = line({ source: 'harbour', msg: 'the feed fails', reason: 'HTTP 500', failures: 2 });
  expect(text).toMatch(
    /^2026-11-2\d \d\d:\d\d:07 warn {2}harbour: the feed fails: HTTP 500 \(failures 2\)$/,
  );
});

test('moments are told in the zone of the reader, and names for machines are left out', () => {
  const text = line({ destination: 'blog', msg: 'is put off', since: at, change: 'put-off' });
  expect(text).toMatch(/blog: is put off \(since 2026-11-2\d \d\d:\d\d\)$/);
});

test('nothing of a stranger’s text can break the line', () => {
  expect(line({ msg: 'a\nb', title: 'c\rd\te' })).toMatch(/ a b \(title c d e\)$/);
});
