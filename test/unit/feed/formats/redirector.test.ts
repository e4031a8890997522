import { expect, test } from 'vitest';
import { unwrappedLink } from '../../../../src/feed/formats/redirector.ts';

const SITE = 'https://www.bay.example/';
const PIER = 'https://bay.example/2026/pier';
const CODED = encodeURIComponent(PIER);

test.each([
  `https://www.google.com/url?rct=j&sa=t&url=${PIER}&ct=ga`,
  `https://www.google.co.uk/url?sa=t&q=${CODED}`,
  `http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=${CODED.toLowerCase()}&c=1`,
  `https://duckduckgo.com/l/?uddg=${CODED}&rut=x`,
  `https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=${CODED}/RK=2/RS=x-`,
  `https://l.facebook.com/l.php?u=${encodeURIComponent(CODED)}`,
])('the target that a search or a network states is taken out of %s', (link) => {
  expect(unwrappedLink(link, null)).toBe(PIER);
});

test("a click counter's link that holds an address of the feed's own site leads there", () => {
  expect(unwrappedLink(`https://clicks.example/r/77?u=${CODED}`, SITE)).toBe(PIER);
});

test.each([
  [`${PIER}?next=https://other.example/page`, SITE],
  [`https://clicks.example/r/77?u=${encodeURIComponent('https://other.example/page')}`, SITE],
  [`https://login.example/?return=${encodeURIComponent('https://bay.example/')}`, SITE],
  [`https://archive.example/?of=${CODED}`, null],
  ['https://www.google.com/url?q=pier', null],
])('%s stays as it is for the site %s', (link, site) => {
  expect(unwrappedLink(link, site)).toBe(link);
});
