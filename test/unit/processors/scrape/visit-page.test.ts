import { describe, expect, test } from 'vitest';
import { visitPage } from '../../../../src/processors/scrape/visit-page.ts';
import { FEED, storyPage, visitedHarbour } from './visited-harbour.ts';

/** A source of which so many pages in a row could not be had, this one included. */
function troubled(failures: number) {
  const harbour = visitedHarbour();
  const { pipeline, context, entryOf, notices } = harbour;
  const counted: string[] = [];
  const pages = {
    failed: async (_source: string, { code }: { code: string }) => {
      counted.push(code);
      return failures;
    },
    recovered: async () =>
      failures > 0 ? { sinceMs: 0, failures, code: 'dns', message: 'm' } : undefined,
  } as unknown as typeof pipeline.health.pages;
  const told = { ...pipeline, health: { ...pipeline.health, pages } };
  const job = { sourceId: 'harbour', feedUrl: FEED, entry: entryOf(1) };
  const visit = (attempt = 1) => visitPage(job, { ...context, attempt }, told);
  return {
    ...harbour,
    counted,
    visit,
    told: () => notices.filter(({ change }) => change.startsWith('pages-')),
  };
}

describe('pages of a source that cannot be had', () => {
  test.each([2, 3, 4])('are told at the third in a row: %i', async (failures) => {
    const { visit, serve, told, counted } = troubled(failures);
    serve(1, '', { status: 500 });
    await expect(visit()).rejects.toMatchObject({ code: 'http-500' });
    expect(counted).toEqual(['http-500']);
    const notice = {
      sourceId: 'harbour',
      change: 'pages-failing',
      message: 'its last 3 pages could not be had',
      reason: 'harbour: https://harbour.example/story-1 answered with status 500',
      failures: 3,
    };
    expect(told()).toEqual(failures === 3 ? [notice] : []);
  });

  test('count once, however often each is tried', async () => {
    const { visit, serve, counted } = troubled(3);
    serve(1, '', { status: 500 });
    await expect(visit(2)).rejects.toThrow('status 500');
    expect(counted).toEqual([]);
    serve(1, '', { status: 403 });
    await expect(visit(1)).rejects.toThrow('status 403');
    expect(counted).toEqual(['http-403']);
  });

  test('are none where a host asks for patience, or for a fault of our own', async () => {
    const { visit, serve, counted, answers } = troubled(3);
    serve(1, '', { status: 429 });
    await expect(visit()).rejects.toMatchObject({ name: 'ThrottledError' });
    answers.set('https://harbour.example/story-1', new TypeError('a slip'));
    await expect(visit()).rejects.toThrow('a slip');
    expect(counted).toEqual([]);
  });

  test.each([
    [0, 0],
    [2, 0],
    [3, 1],
  ])('and then can are told where that began: %i failures, %i notice', async (failures, count) => {
    const { visit, serve, told } = troubled(failures);
    serve(1, storyPage(1));
    await visit();
    expect(told()).toHaveLength(count);
    expect(told()).toMatchObject(
      [
        {
          level: 'info',
          change: 'pages-recovered',
          message: 'its pages can be had again',
          failures: 3,
          since: '1970-01-01T00:00:00.000Z',
        },
      ].slice(0, count),
    );
  });
});
