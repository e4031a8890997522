import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import type { Source } from '../../../src/config/schema.ts';

const outcome = await loadConfig('config/newsrelay.yaml', {
  NEWSRELAY_CONTACT: 'mailto:desk@harbour-news.org',
});
if (outcome.kind === 'problems') throw new Error(JSON.stringify(outcome.problems, null, 2));
const { config, warnings } = outcome;

function sourceOf(id: string): Source {
  const source = config.sources.find((candidate) => candidate.id === id);
  if (source === undefined) throw new Error(`no source ${id}`);
  return source;
}

/** The template filled from the first match, as `identity.keys` and `taxonomy.urls` define it. */
function firstFilled(rules: { match: string; template: string }[], text: string) {
  for (const { match, template } of rules) {
    const found = new RegExp(match, 'u').exec(text);
    if (found)
      return template.replace(/\$([1-9])/g, (_, digit: string) => found[Number(digit)] ?? '');
  }
  return undefined;
}

const keyOf = (id: string, where: 'guid' | 'url', text: string) =>
  firstFilled(
    (sourceOf(id).identity?.keys ?? [])
      .filter((rule) => rule.in === where)
      .map(({ match, key }) => ({ match, template: key })),
    text,
  );

const sectionOf = (id: string, url: string) =>
  firstFilled(
    (sourceOf(id).taxonomy?.urls ?? []).map(({ match, path }) => ({ match, template: path })),
    url,
  );

test('the shipped config is sound and has nothing to warn of once a contact is given', () => {
  expect(warnings).toEqual([]);
  expect(config.sources.map(({ id, channel, republish }) => [id, channel, republish])).toEqual([
    ['al-jazeera', 'aje', 'excerpt'],
    ['bbc-news', 'bbc', 'excerpt'],
    ['fox-news', 'fnc', 'excerpt'],
    ['gma-news', 'gma', 'excerpt'],
    ['guardian', 'grd', 'excerpt'],
    ['inquirer', 'inq', 'link'],
    ['nytimes', 'nyt', 'excerpt'],
    ['philstar', 'pst', 'excerpt'],
    ['rappler', 'rap', 'excerpt'],
  ]);
});

test('no shipped source claims a licence', () => {
  expect(config.sources.filter(({ licence }) => licence !== undefined)).toEqual([]);
});

test('Inquirer’s mislabelled dates are read as Manila’s wall clock', () => {
  expect(sourceOf('inquirer')).toMatchObject({ assumeZone: 'Asia/Manila', ignoreOffset: true });
  expect(config.sources.filter(({ ignoreOffset }) => ignoreOffset).map(({ id }) => id)).toEqual([
    'inquirer',
  ]);
});

describe('a publisher’s own key', () => {
  test.each([
    ['inquirer', 'guid', 'https://newsinfo.inquirer.net/?p=2112172', 'post-2112172'],
    ['inquirer', 'url', 'https://business.inquirer.net/512345/some-headline', 'post-512345'],
    ['inquirer', 'url', 'https://newsinfo.inquirer.net/category/nation', undefined],
    [
      'philstar',
      'url',
      'https://www.philstar.com/headlines/2026/09/01/2345678/some-headline',
      '2345678',
    ],
    ['philstar', 'url', 'https://philstar.com/business/banking/2026/09/01/2345678/', '2345678'],
    ['philstar', 'url', 'https://www.philstar.com/headlines', undefined],
    ['gma-news', 'guid', 'tag:gmanetwork.com:news_story-803623', 'news_story-803623'],
    [
      'gma-news',
      'url',
      'https://www.gmanetwork.com/news/topstories/nation/803623/some-headline/story/',
      'news_story-803623',
    ],
    ['rappler', 'guid', 'https://www.rappler.com/?p=2907009', 'post-2907009'],
    ['rappler', 'guid', 'https://youthforceph.rappler.com/?p=150', undefined],
    ['bbc-news', 'url', 'https://www.bbc.com/news/articles/cq5abcdefg7o', 'cq5abcdefg7o'],
    ['bbc-news', 'url', 'https://www.bbc.com/news/articles/cq5abcdefg7o#1', 'cq5abcdefg7o'],
    [
      'bbc-news',
      'url',
      'https://www.bbc.co.uk/news/articles/cq5abcdefg7o?at_medium=RSS',
      'cq5abcdefg7o',
    ],
    ['bbc-news', 'url', 'https://www.bbc.co.uk/sport/formula1/58616727', '58616727'],
    [
      'bbc-news',
      'url',
      'https://www.bbc.co.uk/news/uk-politics-58945255?at_medium=RSS',
      '58945255',
    ],
    ['bbc-news', 'url', 'https://www.bbc.com/news/world', undefined],
    [
      'al-jazeera',
      'url',
      'https://www.aljazeera.com/news/2026/2/6/some-headline?traffic_source=rss',
      '/news/2026/2/6/some-headline',
    ],
    ['al-jazeera', 'guid', 'https://www.aljazeera.com/?t=1738882009', undefined],
  ] as const)('of %s by its %s %s is %s', (id, where, text, key) => {
    expect(keyOf(id, where, text)).toBe(key);
  });

  test.each(['fox-news', 'guardian', 'nytimes'])('of %s needs no rule', (id) => {
    expect(sourceOf(id).identity).toBeUndefined();
  });
});

describe('a section path', () => {
  test.each([
    ['inquirer', 'https://globalnation.inquirer.net/312345/some-headline', 'globalnation'],
    [
      'philstar',
      'https://www.philstar.com/business/banking/2026/09/01/2345678/x',
      'business/banking',
    ],
    [
      'gma-news',
      'https://www.gmanetwork.com/news/topstories/nation/803623/x/story/',
      'topstories/nation',
    ],
    [
      'rappler',
      'https://www.rappler.com/philippines/visayas/some-headline/',
      'philippines/visayas',
    ],
    ['rappler', 'https://www.rappler.com/some-headline/', undefined],
    ['al-jazeera', 'https://www.aljazeera.com/sports/2026/2/6/some-headline', 'sports'],
    [
      'nytimes',
      'https://www.nytimes.com/2026/10/05/world/europe/some-headline.html',
      'world/europe',
    ],
    ['nytimes', 'https://www.nytimes.com/interactive/2026/10/05/us/some-map.html', 'us'],
  ])('of %s in %s is %s', (id, url, section) => {
    expect(sectionOf(id, url)).toBe(section);
  });
});

test.each([
  ['fox-news', 'foxnews.com/taxonomy', 'term'],
  ['guardian', 'www.theguardian.com/', 'scheme'],
  ['nytimes', 'www.nytimes.com/namespaces/keywords/', 'name'],
  ['inquirer', '', 'name'],
  ['rappler', '', 'name'],
])('%s has its taxonomy in categories of %j, by %s', (id, scheme, path) => {
  expect(sourceOf(id).taxonomy?.categories).toEqual([{ scheme, path }]);
});
