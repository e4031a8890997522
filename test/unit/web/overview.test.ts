import { describe, expect, test } from 'vitest';
import type { Need } from '../../../src/monitor/need.ts';
import type { SourceState } from '../../../src/monitor/source-status.ts';
import { type Overview, overviewPage, wallOrder } from '../../../src/web/overview.ts';
import { moment } from '../../../src/web/layout.ts';
import { AT, destinationStanding, sourceStanding, standing } from '../../support/records/status.ts';
import { pageText, rowsOf, SESSION } from '../../support/web/page-text.ts';

const need = (changes: Partial<Need> = {}): Need => ({
  key: 'source-failing harbour',
  kind: 'source-failing',
  subject: 'harbour',
  since: null,
  cause: 'HTTP 503',
  mend: 'wait',
  weight: 'act',
  ...changes,
});
const shown = (changes: Partial<Overview> = {}) =>
  pageText(
    overviewPage({
      status: standing(),
      tiles: [],
      wallPage: 1,
      state: undefined,
      articles: [],
      deeds: [],
      session: undefined,
      ...changes,
    }),
  );

describe('the sentence above all', () => {
  test.each([
    [standing(), 'sentence "'],
    [standing({ needs: [need()] }), 'sentence act"'],
    [standing({ needs: [need({ weight: 'note' })] }), 'sentence "'],
    [standing({ sources: [sourceStanding({ state: 'quiet' })] }), 'sentence stale"'],
    [standing({ sources: [sourceStanding({ state: 'new' })] }), 'sentence "'],
    [standing({ sources: [] }), 'sentence "'],
  ])('%#: is toned by what needs a person', async (status, tone) => {
    expect(await shown({ status })).toContain(`<p class="${tone}>`);
  });

  test('is followed by what Redis holds, and when it will be full', async () => {
    const memory = {
      usedBytes: 3 * 1_048_576,
      limitBytes: 10 * 1_048_576,
      use: 0.3,
      bytesPerDay: 524_288,
      fullAt: '2026-12-13T12:00:00.000Z',
    };
    expect(await shown({ status: standing({ memory }) })).toContain(
      'Redis holds 3.0 MB of 10.0 MB, 0.5 MB a day, full on 2026-12-13 at this rate.',
    );
    expect(await shown()).toContain('Redis holds 3.0 MB.');
  });
});

describe('what needs a person', () => {
  const withNeeds = (needs: Need[], session?: typeof SESSION) =>
    shown({ status: standing({ needs }), session });

  test('is nothing where nothing does', async () => {
    expect(await shown()).toContain('<h2>Needs you</h2><p>Nothing.</p>');
  });

  test.each(['source-failing', 'drift', 'held', 'overdue'])(
    'by kind %s leads to its source, which can be polled',
    async (kind) => {
      const text = await withNeeds([need({ kind: kind as Need['kind'] })], SESSION);
      expect(text).toContain('<strong><a href="/source/harbour">harbour</a>: HTTP 503</strong');
      expect(text).toContain('action="/actions/poll"');
    },
  );

  test('of another kind is told without a link', async () => {
    const text = await withNeeds([need({ kind: 'destination-down', subject: 'blog' })], SESSION);
    expect(text).toContain('<strong>blog: HTTP 503</strong');
    expect(text).not.toContain('/actions/poll');
  });

  test('of no one thing has no name', async () => {
    const text = await withNeeds([need({ kind: 'overdue', subject: '' })], SESSION);
    expect(text).toContain('<strong>HTTP 503</strong');
    expect(text).not.toContain('/actions/poll');
  });

  test('says since when, and what to paste', async () => {
    const text = await withNeeds([need({ since: AT, paste: 'newsrelay check' })]);
    expect(text).toContain(`<span class="soft">since ${await pageText(moment(AT))}</span>`);
    expect(text).toContain('wait: <code>newsrelay check</code>');
    expect(await withNeeds([need()])).not.toContain('since');
  });

  test('is told of ten, and how many more there are', async () => {
    const many = (count: number) => withNeeds(Array.from({ length: count }, () => need()));
    expect((await many(10)).match(/<li class="act">/g)).toHaveLength(10);
    expect(await many(10)).not.toContain('more:');
    expect((await many(12)).match(/<li class="act">/g)).toHaveLength(10);
    expect(await many(12)).toContain('and 2 more:');
  });
});

test('what passes through is told by the day and by the hour', async () => {
  const names = [
    'found',
    'fetched',
    'publish',
    'update',
    'withdraw',
    'unchanged',
    'held',
    'dropped',
  ];
  const day = Object.fromEntries(names.map((name, index) => [name, index + 10]));
  const flow = { hour: { publish: 3 }, day, publishedToday: 2, usualByNow: null };
  const text = await shown({
    status: standing({ flow, quarantined: 5, held: { count: 6, since: null } }),
  });
  const words = [
    'found',
    'fetched',
    'published',
    'updated',
    'withdrawn',
    'unchanged',
    'held',
    'dropped',
  ];
  for (const [index, word] of words.entries()) {
    const hour = word === 'published' ? 3 : 0;
    expect(text).toContain(
      `<div>${word}<b>${index + 10}</b><span class="soft">${hour} this hour</span></div>`,
    );
  }
  expect(text).toContain('In the last 24 hours. 5 jobs given up, 6 articles held.');
  expect(await shown()).toContain('<div>found<b>0</b>');
});

describe('a destination', () => {
  const box = async (changes: Parameters<typeof destinationStanding>[0], day = {}) => {
    const flow = { hour: {}, day, publishedToday: 0, usualByNow: null };
    const destinations = [destinationStanding(changes)];
    const text = await shown({ status: standing({ flow, destinations }) });
    return /<div class="(?:broken)?">.*?<\/div>/.exec(text)?.[0] ?? '';
  };

  test('that is well says how many wait and when it last took one', async () => {
    const text = await box({ lastDeliveredAt: AT }, { 'delivered blog': 7, 'delivered other': 9 });
    expect(text).toMatch(/^<div class="">\s*→ blog <span class="ok">ok<\/span><b>3 waiting<\/b>/);
    expect(text).toContain(`last ${await pageText(moment(AT))}, 7 today`);
    expect(text).not.toContain('oldest');
  });

  test('that is down says why, and how long the oldest waits', async () => {
    const oldestWaitingAt = '2026-11-29T09:00:00.000Z';
    const text = await box({ state: 'down', reason: 'no connection', oldestWaitingAt });
    expect(text).toMatch(/^<div class="broken">/);
    expect(text).toContain('oldest 3h, last –<br />no connection');
    expect(text).not.toContain('today');
  });
});

describe('the wall', () => {
  const of = (...states: [string, SourceState][]) =>
    states.map(([id, state]) => sourceStanding({ id, name: `Name ${id}`, state }));

  test('has those in trouble first, and those of one state by their names', () => {
    const sources = of(
      ['b', 'ok'],
      ['z', 'disabled'],
      ['a', 'ok'],
      ['x', 'failing'],
      ['r', 'refused'],
    );
    const ids = (state?: string) => wallOrder(sources, state).map(({ id }) => id);
    expect(ids()).toEqual(['r', 'x', 'a', 'b', 'z']);
    expect(ids('ok')).toEqual(['a', 'b']);
    expect(ids('quiet')).toEqual([]);
  });

  test.each([
    ['refused', '✖'],
    ['failing', '✖'],
    ['held', '❚❚'],
    ['quiet', '…'],
    ['paused', '⏸'],
    ['new', '○'],
    ['ok', '✓'],
    ['disabled', '–'],
  ] as const)('tells %s by %s as well as by a colour', async (state, mark) => {
    const source = sourceStanding({ state });
    const text = await shown({
      status: standing({ sources: [source] }),
      tiles: [{ source, rhythm: { hours: [] } }],
    });
    expect(text).toContain(
      `<a class="${state}" href="/?state=${state}#wall">${mark} 1 ${state}</a>`,
    );
    expect(text).toContain(`<b>Harbour Post</b><span class="${state}">${mark} ${state}</span>`);
    expect(text.match(/\?state=/g)).toHaveLength(1);
  });

  test('says of a tile why it is so, and when its articles and polls are', async () => {
    const tile = async (changes: Parameters<typeof sourceStanding>[0]) => {
      const source = sourceStanding(changes);
      const text = await shown({ tiles: [{ source, rhythm: { hours: [] } }] });
      return /<a class="tile" href="\/source\/harbour" title="([^"]*)"/.exec(text)?.[1];
    };
    expect(await tile({ state: 'failing', reason: 'HTTP 503' })).toBe(
      'HTTP 503 last article 2026-11-29T11:00:00.000Z next poll 2026-11-29T12:05:00.000Z',
    );
    expect(await tile({ lastArticleAt: null, nextPollAt: null })).toBe(
      'ok last article none next poll none',
    );
  });

  test('of more than 120 sources has pages', async () => {
    const sources = (count: number) =>
      Array.from({ length: count }, (_, index) => sourceStanding({ id: `s${index}` }));
    const at = (count: number, wallPage: number, state?: string) =>
      shown({ status: standing({ sources: sources(count) }), wallPage, state });
    expect(await at(120, 1)).not.toContain('page 1');
    expect(await at(121, 1)).toContain('<p>page 1 of 2 <a href="/?wall=2#wall">next</a></p>');
    expect(await at(241, 2, 'ok')).toContain(
      '<p><a href="/?wall=1&amp;state=ok#wall">before</a> page 2 of 3 <a href="/?wall=3&amp;state=ok#wall">next</a></p>',
    );
    expect(await at(121, 2)).toContain('<a href="/?wall=1#wall">before</a> page 2 of 2</p>');
  });
});

test('what was done from here is told with who did it', async () => {
  const deed = { atMs: 0, by: 'mara', what: 'pause', subject: 'harbour', outcome: 'it is paused' };
  const text = await shown({ deeds: [deed] });
  expect(rowsOf(text).at(-1)!.slice(1)).toEqual(['mara', 'pause harbour', 'it is paused']);
  expect(await shown()).not.toContain('Done from here');
});
