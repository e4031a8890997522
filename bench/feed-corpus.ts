import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const words =
  'harbour ferry council budget storm bridge school market court minister island election river ' +
  'farmers hospital train festival museum coast village energy research traffic stadium';

/** The same sequence in every run: benchmarks compare readers, not corpora. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sentenceMaker(random: (below: number) => number): (length: number) => string {
  const vocabulary = words.split(' ');
  return (length) => Array.from({ length }, () => vocabulary[random(vocabulary.length)]).join(' ');
}

function generatedFeed(index: number): string {
  const random = sequence(index + 1);
  const sentence = sentenceMaker(random);
  const atom = index % 4 === 3;
  const entries = Array.from({ length: 10 + random(60) }, (_, number) => {
    const link = `https://news${index}.example/2026/${number}-${sentence(4).replaceAll(' ', '-')}`;
    const minute = String(random(60)).padStart(2, '0');
    const html = Array.from(
      { length: 2 + random(8) },
      () => `<p>${sentence(40)} <a href="/x">é</a></p>`,
    );
    return atom
      ? `<entry><id>${link}</id><title type="html">${sentence(8)} &amp;amp; more</title><link rel="alternate" href="${link}"/><published>2026-10-01T08:${minute}:00Z</published><updated>2026-10-01T09:00:00Z</updated><author><name>${sentence(2)}</name></author><category term="${sentence(1)}" scheme="https://news.example/topics"/><content type="html"><![CDATA[${html.join('')}]]></content></entry>`
      : `<item><title>${sentence(8)} &amp; more</title><link>${link}</link><guid isPermaLink="true">${link}</guid><pubDate>Thu, 01 Oct 2026 08:${minute}:00 +0200</pubDate><dc:creator><![CDATA[${sentence(2)}]]></dc:creator><category domain="https://news.example/topics">${sentence(1)}</category><category>${sentence(1)}</category><description>${sentence(30)}</description><content:encoded><![CDATA[${html.join('')}]]></content:encoded><media:content url="${link}.jpg" type="image/jpeg" width="800" height="450"/></item>`;
  }).join('\n');
  return atom
    ? `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>News ${index}</title><id>urn:${index}</id><updated>2026-10-01T09:00:00Z</updated>${entries}</feed>`
    : `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News ${index}</title><link>https://news${index}.example/</link>${entries}</channel></rss>`;
}

/** The files of a folder, or 200 generated feeds (three RSS to one Atom, 10 to 69 entries) when none is given. */
export function feedCorpus(folder: string | undefined): Buffer[] {
  if (folder === undefined) {
    return Array.from({ length: 200 }, (_, index) => Buffer.from(generatedFeed(index)));
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)));
}
