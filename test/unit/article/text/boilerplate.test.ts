import { describe, expect, test } from 'vitest';
import { article, articleOf, FIRST, PARAGRAPHS, SECOND, texts, THIRD } from '../ferry-page.ts';

const amid = (line: string): string =>
  article(`<div class="story-body"><p>${FIRST}</p><p>${SECOND}</p>${line}<p>${THIRD}</p></div>`);
const SITE = '<meta property="og:site_name" content="The Nether Quay">';

describe('a sentence that holds the words of a template', () => {
  test.each([
    'Residents will get flood alerts by text message from Friday.',
    'Neither side would agree to the terms that were put on the table.',
    'The regulator found that the privacy policy of the ferry asked nobody for consent.',
    'She was asked to download the town’s app to book a boat.',
    'The judge ruled that the name of the girl may not be published.',
    'Sellers receive a commission of three percent, according to the contract.',
    'The ferry company said that “subscribe now, pay later” offers had cost it a million.',
    'The captain said: “Sign up for our newsletter, and you will never wait again.”',
    'Subscribe today, pay never: that was the promise of the club that collapsed.',
    'Im Newsletter der Hafenbehörde stand, laut Lee, man solle ihn abonnieren.',
    'La empresa dijo que la gente puede registrarse en su newsletter.',
    'The club has a new public image: younger, louder and richer than before.',
    'VIDEO: the word was stamped on every cassette in the cellar',
  ])('is text where nothing else speaks against it: %s', (line) => {
    expect(texts(amid(`<p>${line}</p>`))).toEqual([FIRST, SECOND, line, THIRD]);
  });

  test.each([
    ['tells the reader what to do', '<p>Sign up for the newsletter of the quay today.</p>'],
    ['speaks of the desk', '<p>We may earn a commission when somebody buys soup.</p>'],
    [
      'stands in an element named so',
      '<div class="newsletter-box"><p>Readers may get the ferry alerts by mail.</p></div>',
    ],
    ['leads the reader away', '<p>You may <a href="/n">get the ferry alerts</a> by mail.</p>'],
    [
      'is repeated',
      '<p>Readers may get ferry alerts.</p>'.repeat(2) + '<p>Readers may get ferry alerts.</p>',
    ],
    ['is set apart', '<p><em>Readers may get ferry alerts by mail.</em></p>'],
  ])('is the template’s where it %s', (_sign, line) => {
    expect(texts(amid(line))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('is the template’s where it names the site', () => {
    const line = '<p>Readers of The Nether Quay may get the ferry alerts by mail.</p>';
    const shown = (head: string) =>
      articleOf(amid(line), head).paragraphs.value.map(({ text }) => text);
    expect(shown(SITE)).toEqual([FIRST, SECOND, THIRD]);
    expect(shown('')).toHaveLength(4);
  });
});

describe('among an article’s last lines', () => {
  const ending = (line: string): string[] => texts(article(`${PARAGRAPHS}${line}`));

  test.each([
    'The court noted that she is the editor of the paper.',
    'Her father is a retired editor of a paper on the outer islands.',
    'Whoever saw the boat is asked to contact the port police at boat@police.example.',
    'This story was first published in a parish magazine in 1904, which is how the legend began.',
    'Fans are told to follow her on Instagram, her agent said.',
    'Note: All times are local.',
    '„Wir machen trotzdem weiter.“',
    '‘We will carry on.’',
    '谁来买单？',
    'जांच अभी जारी है।',
    'Ποιος θα πληρώσει;',
    'การตรวจสอบยังดำเนินต่อไป',
  ])('a sentence is text: %s', (line) => {
    expect(ending(`<p>${line}</p>`)).toEqual([FIRST, SECOND, THIRD, line]);
  });

  test.each([
    '<p><em>Bob Ray is a reporter on the quay.</em></p>',
    '<p>This interview has been edited for length.</p>',
    '<p>Follow her on Instagram at @quay.</p>',
    '<p>Bob Ray can be reached at <a href="mailto:bob@quay.example">bob@quay.example</a>.</p>',
  ])('a note is none of the text: %s', (line) => {
    expect(ending(line)).toEqual([FIRST, SECOND, THIRD]);
  });
});

describe('lines that stand there more than once', () => {
  test('a refrain, an answer and a speaker’s name are text', () => {
    const told = [1, 2, 3].map(
      () =>
        '<p><b>LEE:</b></p><p>Did the ferry come on that day?</p><p>No.</p><p>The tide comes in.</p>',
    );
    const said = texts(article(`${PARAGRAPHS}${told.join('')}`));
    for (const line of ['LEE:', 'No.', 'The tide comes in.'])
      expect(said.filter((text) => text === line)).toHaveLength(3);
  });

  test('speakers may be headings or terms', () => {
    const headings = ['Reporter', 'Mayor', 'Reporter', 'Mayor', 'Reporter', 'Mayor'];
    const asked = headings.map((name, at) => `<h4>${name}</h4><p>${at}. ${SECOND}</p>`).join('');
    expect(
      texts(article(`<p>${FIRST}</p>${asked}`)).filter((text) => text === 'Mayor'),
    ).toHaveLength(3);
    const terms = headings.map((name, at) => `<dt>${name}</dt><dd>${at}. ${SECOND}</dd>`).join('');
    expect(
      texts(article(`<p>${FIRST}</p><dl>${terms}</dl>`)).filter((text) => text === 'Mayor'),
    ).toHaveLength(3);
  });

  test('speakers take turns, with what they say between', () => {
    const names = ['Reporter', 'Mayor', 'Reporter', 'Mayor', 'Reporter', 'Mayor'];
    const said = names.map((name, at) => `<p><b>${name}</b></p><p>Soup ${at} is given.</p>`);
    const shown = texts(article(PARAGRAPHS + said.join('')));
    expect(shown.filter((text) => text === 'Mayor')).toHaveLength(3);
    const alone = names.map((_, at) => `<p><b>Mayor</b></p><p>Soup ${at} is given.</p>`);
    expect(texts(article(PARAGRAPHS + alone.join('')))).not.toContain('Mayor');
  });

  test('a label that is repeated is the template’s', () => {
    const button = '<p>Look at the picture</p>';
    const body = `${button}<p>${FIRST}</p>${button}<p>${SECOND}</p>${button}<p>${THIRD}</p>`;
    expect(texts(article(body))).toEqual([FIRST, SECOND, THIRD]);
  });
});

describe('what is linked', () => {
  test('a sentence in a paragraph among paragraphs is text, though all of it is a link', () => {
    const line =
      'The council published the minutes of its works committee on Monday, three days late.';
    expect(texts(amid(`<p><a href="/minutes">${line}</a></p>`))).toContain(line);
  });

  test.each([
    '<p><a href="/soup">Who pays for the soup of the ferry, and who eats all of it in the end?</a></p>',
    '<p>[<a href="/soup">All that we know of the soup that is given on the ferry to the isles.</a>]</p>',
    '<p><a href="/soup">All of the soup that is given on the ferry to the outer islands</a></p>',
  ])('a headline that leads away is none: %s', (line) => {
    expect(texts(amid(line))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('a label with several links leads away, whatever stands between them', () => {
    const links = ['Ferries', 'Soup', 'Quays'].map((name) => `<a href="/${name}">${name}</a>`);
    for (const line of [`RANKINGS OF 2024: ${links.join(' | ')}`, `ALL THE RANKINGS: ${links[1]}`])
      expect(texts(amid(`<p>${line}</p>`))).toEqual([FIRST, SECOND, THIRD]);
    const told = 'LEE: The soup of the <a href="/q">quay</a> is mine.';
    expect(texts(amid(`<p>${told}</p>`))).toHaveLength(4);
  });

  test('names in a list that a sentence leads to are text, stories below a label are not', () => {
    const list =
      '<ul><li><a href="/1">Bay Concrete</a></li><li><a href="/2">Pile and Sons</a></li></ul>';
    expect(texts(amid(`<p>Officials named three firms:</p>${list}`))).toContain('Pile and Sons');
    expect(texts(amid(`<p>Related stories:</p>${list}`))).toEqual([FIRST, SECOND, THIRD]);
  });
});

describe('beside the text without a link', () => {
  test.each([
    'Lesen Sie auch: Wie der Hafen zum Sorgenkind der Stadt wurde',
    'À lire aussi : Au port, un hiver sans ferry',
    'Baca juga: Musim dingin tanpa feri di pelabuhan',
    'Διαβάστε επίσης: Χειμώνας χωρίς πλοίο',
    'Related: A winter without ferries in the port',
  ])('another story’s headline is none of it: %s', (line) => {
    expect(texts(amid(`<p>${line}</p>`))).toEqual([FIRST, SECOND, THIRD]);
  });

  test.each([
    'To see this content you must allow third-party cookies. Change your settings here.',
    'An dieser Stelle befindet sich externer Inhalt von Instagram, den unsere Redaktion empfiehlt.',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.',
    'Excepteur sint occaecat cupidatat non proident, sunt in culpa qui officia.',
    'This summary was created by artificial intelligence and checked by an editor.',
    '*Bei Links mit Sternchen erhalten wir beim Kauf eine Provision.',
  ])('a notice is none of it: %s', (line) => {
    expect(texts(amid(`<p>${line}</p>`))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('real Latin is text', () => {
    const line =
      'Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani.';
    expect(texts(amid(`<p>${line}</p>`))).toContain(line);
  });

  const caption = 'Divers go down at the north side of the pier on Monday morning';
  test.each([
    `<p><img src="/q.jpg"><br><em>${caption} (Photo: A. Lee)</em></p>`,
    `<p><img src="/q.jpg"></p><p><small>${caption}.</small></p>`,
    `<center><img src="/q.jpg"><br>${caption}.</center>`,
  ])('a caption without an element of its own is none of it', (line) => {
    expect(texts(amid(line))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('a paragraph after a picture is text', () => {
    const line = `${caption}, and nobody else is on the quay.`;
    expect(texts(amid(`<p><img src="/q.jpg"></p><p>${line}</p>`))).toContain(line);
  });

  test('a quotation that the text holds is a pull quote; one that it lacks is text', () => {
    const quoted = (line: string) => texts(amid(`<blockquote><p>${line}</p></blockquote>`));
    expect(quoted('the new engine would come in spring, and that the soup was hers.')).toEqual([
      FIRST,
      SECOND,
      THIRD,
    ]);
    expect(quoted('the new engine would come in autumn, and that the soup was his.')).toHaveLength(
      4,
    );
  });
});

describe('what a class calls a paragraph', () => {
  test.each(['related-text', 'promo', 'bio', 'sponsor-quote', 'comment', 'menu-text', 'infobox'])(
    'a sentence beside other paragraphs is text, though its class says %s',
    (name) => {
      const line =
        'The pier was last looked at in the spring, according to minutes of the council.';
      expect(texts(amid(`<p class="${name}">${line}</p>`))).toContain(line);
    },
  );

  test.each([
    [
      'what offers something',
      '<p class="newsletter">Readers may get the ferry alerts by mail.</p>',
    ],
    [
      'what stands in an element named so',
      '<div class="promo"><p>The soup of the quay is good, and it is cheap, and it is warm.</p></div>',
    ],
    [
      'what is no sentence',
      '<div class="related"><p class="related">All the soup of the outer islands</p></div>',
    ],
    [
      'what nobody sees',
      '<p style="display:none">The pier was last looked at in the spring, by the council.</p>',
    ],
  ])('%s is none of it', (_what, line) => {
    expect(texts(amid(line))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('an article all of whose paragraphs are called comments is read', () => {
    const body = [FIRST, SECOND, THIRD]
      .map((line) => `<p class="comment-text">${line}</p>`)
      .join('');
    expect(texts(article(body))).toEqual([FIRST, SECOND, THIRD]);
  });
});

test('addresses are resolved against what the page says its base is', () => {
  const head = '<base href="https://cdn.quay.example/a/">';
  const { images } = articleOf(
    article(`<figure><img src="i/pier.jpg" width="1200" height="800"></figure>${PARAGRAPHS}`),
    head,
  );
  expect(images.value.map(({ url }) => url)).toEqual(['https://cdn.quay.example/a/i/pier.jpg']);
});

test.each([
  ['markup', [FIRST, SECOND, THIRD].map((line) => `&lt;p&gt;${line}&lt;/p&gt;`).join('')],
  ['quotes', [FIRST, `&ldquo;${SECOND}&rdquo;`, THIRD].join('\\n')],
])('data whose %s were escaped once too often are read', (_what, text) => {
  const data = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry late again","articleBody":"${text}"}</script>`;
  const { paragraphs } = articleOf('<h1>Ferry late again</h1><p>Loading…</p>', data);
  expect(paragraphs.value).toHaveLength(3);
  expect(paragraphs.value.some(({ text: line }) => /&/.test(line))).toBe(false);
});
