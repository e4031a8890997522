import { escapeXml } from './articles.ts';

/** A page whose text is more than paragraphs, and what a reader of a site must still find in it. */
export interface RichPage {
  path: string;
  title: string;
  body: string;
  language?: string;
  /** Markup that a page made from its job holds. */
  shows: string[];
}

const FILL = [
  'Nobody on the quay had expected the vote to be so close, the harbour master said when the last box came in.',
  'The council meets again on Thursday, and the ferry will sail an hour later than usual for all who want to listen.',
];
const fill = FILL.map((text) => `<p>${text}</p>`).join('\n');

export const RICH_PAGES: RichPage[] = [
  {
    path: '/count',
    title: 'Ferry party ahead in two wards',
    body: `<p>The ferry party leads, according to <a href="https://results.example/2026">figures of the electoral office</a>, with <strong>92 per cent</strong> of all ballots counted on Saturday.</p>
<table><caption>Votes by ward</caption><thead><tr><th>Ward</th><th>Ferry</th><th>Bridge</th></tr></thead><tbody><tr><td>North pier</td><td>4,210</td><td>3,118</td></tr><tr><td>Mill lane</td><td>2,004</td><td>2,377</td></tr></tbody></table>
<h2>What comes next</h2>${fill}`,
    shows: [
      '<a href="https://results.example/2026"',
      '<strong>92 per cent</strong>',
      '<td>4,210</td>',
      '<th>Ward</th>',
      'Votes by ward',
      '<h2>What comes next</h2>',
    ],
  },
  {
    path: '/whale',
    title: 'Whale comes back to the quay',
    body: `<p>A whale that was seen in spring is back, and swam along the quay for an hour on Sunday, filmed by a boy on his way to school:</p>
<iframe src="https://www.youtube.com/embed/Mi11WhEEl_1" title="The whale at the quay"></iframe>
<p>She seemed to be well, a vet said who had watched her from the pilot boat until it was dark.</p>
<figure><img src="/img/whale-fin.jpg" width="1200" height="800" alt="A fin"><figcaption>The fin, beside the lamp of the north pier.</figcaption></figure>${fill}`,
    shows: [
      'https://www.youtube.com/watch?v=Mi11WhEEl_1',
      'whale-fin.jpg',
      'beside the lamp of the north pier',
    ],
  },
  {
    path: '/budget',
    title: 'Schools get most of the budget',
    body: `<p>The budget for the next year was passed on Friday, and for the first time schools get more than roads do.</p>
<ul><li>Schools: 41 million<ul><li>New roof in Mill Lane: 2 million, of which half comes from the region</li></ul></li><li>Roads: 38 million</li></ul>
<ol><li>The office publishes the tables by Monday at noon.</li><li>The council votes on each of them in turn.</li></ol>${fill}`,
    shows: ['<ul>', '<ol>', 'New roof in Mill Lane'],
  },
  {
    path: '/keeper',
    title: 'The keeper of the last lamp',
    body: `<p><strong>Do you get lonely up here in the winter, when no boat comes?</strong></p><p>Less than in town, where everybody is in a hurry and nobody looks out of a window.</p>
<blockquote><p>We kept the lamp through every storm, and we would do it again.</p><footer>Mara Oduya, keeper</footer></blockquote>
<p>Her book, <em>Salt and Lenses</em>, is out in April, and she reads from it at the harbour school.</p>${fill}`,
    shows: ['<strong>Do you get lonely', '<em>Salt and Lenses</em>', 'Mara Oduya, keeper'],
  },
  {
    path: '/rotate',
    title: 'One line stopped the tills',
    body: `<p>The culprit was one line in a script called <code>rotate.sh</code>, the operator of the tills said on Tuesday evening.</p>
<pre><code>mv till.log till.log.1
kill -HUP 4711</code></pre>
<p>The fix took a minute, and H<sub>2</sub>O had nothing to do with it, whatever the posters on the quay said that day.</p>${fill}
<p>Correction: An earlier version of this article named the wrong script.</p>`,
    shows: [
      '<code>rotate.sh</code>',
      'kill -HUP 4711',
      '<sub>2</sub>',
      'class="corrections"',
      'named the wrong script',
    ],
  },
  {
    path: '/ar',
    title: 'المرفأ يفتح رصيفا جديدا للقوارب الصغيرة',
    language: 'ar',
    body: `<p>افتتح مجلس المرفأ يوم الاثنين رصيفا جديدا، وقال إن <a href="https://results.example/ar">القوارب الصغيرة</a> يمكنها الرسو فيه ابتداء من اليوم الأول من الشهر المقبل.</p>
<p>وكان الصيادون قد طالبوا بالرصيف منذ أن جرفت عاصفة الرصيف القديم، ودفع مكتب رئيس البلدية ثلثي كلفة العمل.</p><p>وسيحصي المجلس القوارب خلال الشتاء، ثم يقرر في الربيع إن كان الرصيف يحتاج إلى سلم ثان ومصباح.</p>`,
    shows: ['dir="rtl"', 'lang="ar"', '<a href="https://results.example/ar"'],
  },
];

export function richPage({ title, body, language = 'en' }: RichPage, origin: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} | Harbour News</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2026-11-23T08:00:00Z"></head>
<body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header><main><article><h1>${title}</h1><p class="byline">By <a href="${origin}/by/ana">Ana Brill</a></p><div class="article-body">${body}</div></article></main><footer><p>© Harbour News</p></footer></body></html>`;
}

export function richFeed(origin: string): string {
  const items = RICH_PAGES.map(
    ({ path, title }) =>
      `<item><title>${escapeXml(title)}</title><link>${origin}${path}</link><guid>${origin}${path}</guid><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><category>UK</category><category>St Bride’s</category></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Harbour News</title><link>${origin}/</link>${items.join('')}</channel></rss>`;
}
