import { describe, expect, test } from 'vitest';
import { configFolder } from '../../../support/config/config-folder.ts';

const { problemsOf } = configFolder();

const SOURCES = `sources:
  - { id: ph-star, name: A, channel: phs, formerly: [star], feeds: [https://a.example/f] }
destinations:
  - `;

describe('a mistake in the routing of a destination is told with its place and its mend', () => {
  test.each([
    ['sources: [ph-strr]', '.sources[0] names no source of this config; did you mean ph-star?'],
    [
      'sources: [ph-*, bbc-*]',
      '.sources[1] names no source of this config; write the id or channel',
    ],
    ['sources: [ph-sta]', '.sources[0] names no source of this config; did you mean ph-star?'],
    ['sources: [phs, phz]', '.sources[1] names no source of this config; did you mean phs?'],
    ['sources: [stat]', '.sources[0] names no source of this config; did you mean star?'],
    [
      'filter: [{ drop: { source: [phs, bbc-*] } }]',
      'names no source of this config; write the id',
    ],
    ['sources: []', '.sources is an empty list; write one item at least'],
    ['sources: ph-star', '.sources is text where a list belongs'],
    ['sources: [""]', '.sources[0] is empty'],
    ['byline: ""', '.byline is empty'],
    ['delay: ten minutes', '.delay is not a duration'],
    ['delay: 10', '.delay'],
    ['maxPerHour: 30', 'maxPerHour is no setting here'],
    ['filter: [{ hold: { title: x } }]', '.filter[0]'],
  ])('%s', async (settings, message) => {
    const problems = await problemsOf(`${SOURCES}{ type: queue, name: desk, ${settings} }\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).toMatch(/^4:\d+: destinations\[0\]/);
  });

  test.each([
    ['maxPerHour: 0', '.maxPerHour is too small; write 1 or more'],
    ['maxPerHour: 1.5', '.maxPerHour is not a whole number'],
    ['categories: { bySource: { bbc: [World] } }', '.categories.bySource.bbc names no source'],
    [
      'tags: { bySource: { ph-star: World } }',
      '.tags.bySource.ph-star is text where a list belongs',
    ],
  ])('of a site that posts go to: %s', async (settings, message) => {
    const site = 'type: wordpress, name: blog, url: https://b.example, username: u, password: p';
    const problems = await problemsOf(`${SOURCES}{ ${site}, ${settings} }\n`);
    expect(problems).toEqual([expect.stringContaining(message)]);
  });
});

test.each(['[ph-star]', '[star]', '[PH-*, phs]', '["*"]', '[ph-star/world/*, anything/at/all]'])(
  'sources: %s can be written',
  async (sources) => {
    expect(
      await problemsOf(`${SOURCES}{ type: queue, name: desk, sources: ${sources} }\n`),
    ).toEqual([]);
  },
);
