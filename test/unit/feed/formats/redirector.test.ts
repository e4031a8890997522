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
  `https://google.com.ph/url?url=${CODED}`,
  `https://news.google.com/news/url?sa=t&url=${CODED}`,
  `https://www.bing.com/news/click.aspx?u=${CODED}`,
  `https://lm.facebook.com/l.php?u=${CODED}`,
  `https://duckduckgo.com/l?uddg=${CODED}`,
  `https://news.yandex.ru/redir/x?url=${CODED}`,
  `https://yandex.com/clck/jsredir?url=${CODED}`,
  `https://t.umblr.com/redirect?z=${CODED}&t=x`,
  `https://out.reddit.com/t3_x?url=${CODED}&token=x`,
  `https://eur01.safelinks.protection.outlook.com/?url=${CODED}&data=x`,
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

test.each([
  `https://www.google.com/search?url=${CODED}`,
  `https://www.facebook.com/l.php?u=${CODED}`,
  `https://duckduckgo.com/html?uddg=${CODED}`,
  `https://www.google.com/url?other=${CODED}`,
  `https://www.google.com/url?q=${encodeURIComponent('https://')}`,
  'https://www.google.com/url?q=https%3A%2F%2Fbay.example%E0%A4%A',
])('what no service uses to lead elsewhere is no such link: %s', (link) => {
  expect(unwrappedLink(link, null)).toBe(link);
});
