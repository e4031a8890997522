/** Pages that a worker reads before its first job: invented, with what real and hostile ones are full of, in small. */

const SENTENCE =
  'The harbour council said on Friday that the new breakwater, which was paid for by three towns, will be ready before the storms of winter. ';

/** Enough of one element for the compiler to take note, few enough to be read in some milliseconds. */
const MANY = 400;

const inLines = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join('\n');

const pageOf = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Boats return to the harbour - Port Else Courier</title>${head}</head><body>${body}</body></html>`;

const HEAD = `<link rel="canonical" href="/news/boats"><meta property="og:title" content="Boats return to the harbour">
<meta name="description" content="Three towns paid for it."><meta property="article:published_time" content="2026-03-04T08:15:00+08:00">
<meta name="robots" content="max-image-preview:large"><meta name="author" content="Ann Lee">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Boats return to the harbour",
"datePublished":"2026-03-04T08:15:00+08:00","dateModified":"2026-03-04T09:30:00+08:00","image":["https://courier.example/boats.jpg"],
"author":[{"@type":"Person","name":"Ann Lee"}],"publisher":{"@type":"Organization","name":"Port Else Courier"}}</script>`;

const STORY = `<header><nav>${inLines(20, (at) => `<li class="menu-item"><a href="/section-${at}">Section ${at}</a></li>`)}</nav></header>
<article class="story"><h1>Boats return to the harbour</h1><p class="byline">By <a rel="author" href="/ann-lee">Ann Lee</a> and Bob Ray, Reuters</p>
<time datetime="2026-03-04T08:15:00+08:00">March 4, 2026, 8:15 a.m.</time>
<figure><img src="/boats.jpg" width="800" height="500" alt="Boats"><figcaption>Boats on Friday. Photo: Cem Orhan/AP</figcaption></figure>
<div class="article-body"><p>PORT ELSE (AP) — ${SENTENCE}</p>${inLines(8, (at) => `<p>${SENTENCE}“It took ${at} years,” said <em>Mayor Dora Stone</em>. ${SENTENCE}</p>`)}
<h2>What comes next</h2><ul><li>Stone by stone</li><li>Boat by boat</li></ul><blockquote><p>The sea gives, and the sea takes.</p></blockquote>
<table><tr><th>Town</th><td>Share</td></tr><tr><td>Port Else</td><td>40 %</td></tr></table>
<p>Read more: <a href="/storm">The storm of last winter</a></p><p>Correction: an earlier version named another mayor.</p>
<p>Follow us on Facebook</p><p>Eve Hill contributed to this report.</p></div></article>
<aside>${inLines(10, (at) => `<div class="teaser"><a href="/story-${at}"><img src="/${at}.jpg"><h3>Another story of the day</h3></a></div>`)}</aside>
<footer><p>© 2026 Port Else Courier. All rights reserved.</p></footer>`;

const LANGUAGES = [
  'Der Stadtrat sagte am Freitag, dass die neue Mole noch vor den Stürmen des Winters fertig wird, und dankte allen. ',
  'Le conseil du port a dit vendredi que la nouvelle digue sera prête avant les tempêtes de l’hiver. ',
  'El consejo del puerto dijo el viernes que el nuevo rompeolas estará listo antes de las tormentas del invierno. ',
  'Совет порта сообщил в пятницу, что новый волнорез будет готов до зимних бурь, и поблагодарил всех жителей. ',
  'قال مجلس الميناء يوم الجمعة إن حاجز الأمواج الجديد سيكون جاهزا قبل عواصف الشتاء. ',
  '港の評議会は金曜日、新しい防波堤が冬の嵐の前に完成すると述べ、住民に感謝した。',
];

export interface WarmUpPage {
  name: string;
  html: string;
}

/** The smallest first: what is made once is made with them, and nothing else adds to its time. */
export const WARM_UP_PAGES: readonly WarmUpPage[] = [
  { name: 'a paragraph', html: pageOf(`<p>${SENTENCE}</p>`) },
  { name: 'a story', html: pageOf(STORY, HEAD) },
  {
    name: 'languages',
    html: pageOf(
      `<article><h1>Boats</h1>${LANGUAGES.map((text) => `<p>${text.repeat(2)}</p>`).join('')}</article>`,
    ),
  },
  {
    name: 'paragraphs',
    html: pageOf(`<article><h1>Boats</h1>${inLines(MANY, () => `<p>${SENTENCE}`)}</article>`),
  },
  {
    name: 'headings',
    html: pageOf(
      `${inLines(MANY, () => '<h2>Boats</h2>')}<p>${SENTENCE}</p>${inLines(MANY, () => '<h1>Boats come home</h1>')}`,
    ),
  },
  {
    name: 'bylines',
    html: pageOf(
      `<article><h1>Boats</h1>${inLines(MANY, (at) => `<div class="author-${at} byline">By Ann Lee and Bob Ray</div>`)}<p>${SENTENCE}</p></article>`,
    ),
  },
  {
    name: 'lines that breaks part',
    html: pageOf(
      `<h1>Boats</h1>${inLines(MANY, () => 'A line and <a href="/x">a link</a>, no more.<br><br>')}<p>${SENTENCE.repeat(4)}</p>`,
    ),
  },
  {
    name: 'credits',
    html: pageOf(
      `<article>${inLines(MANY, () => '<p>Ann, Bob and Cem, with Dora, contributed to</p>')}<p>${SENTENCE}</p></article>`,
    ),
  },
];
