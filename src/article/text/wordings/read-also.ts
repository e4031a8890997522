import type { Wording } from './wording.ts';

type PointerToMore = [
  language: string,
  words: string,
  drops: [string, string],
  keeps: [string, string],
];

/** What leads to another story: by itself, or before its headline. */
const ROWS: PointerToMore[] = [
  [
    'en',
    'related|related story|related stories|related article|related articles|read also|also read|read more|read next|see also|more on this|recommended|you may also like|don’t miss|further reading',
    ['Related: A winter without ferries', 'Read also: Who pays for the pier?'],
    ['Related: the word stood on the crate.', 'Read more: that was what the teacher wanted.'],
  ],
  [
    'de',
    'lesen sie auch|lies auch|lesen sie mehr|auch interessant|mehr zum thema|mehr dazu|siehe auch|passend dazu|zum thema|das könnte sie auch interessieren',
    ['Lesen Sie auch: Wie der Hafen zum Sorgenkind wurde', 'Mehr zum Thema: Winter ohne Fähre'],
    ['Lesen Sie auch das, sagte der Lehrer.', 'Zum Thema: das war sein Lieblingswort.'],
  ],
  [
    'fr',
    'à lire aussi|lire aussi|à lire|voir aussi|lire également|à lire également|sur le même sujet',
    ['À lire aussi : Au port, un hiver sans ferry', 'Voir aussi : Le ferry revient'],
    ['À lire aussi les marées, il a perdu ses yeux.', 'À lire : c’était son mot.'],
  ],
  [
    'es ca',
    'lea también|lee también|leer también|te puede interesar|le puede interesar|ver también|vea también|lee más|llegiu també|llegeix també',
    ['Lea también: Un invierno sin ferry', 'Te puede interesar: El muelle, cerrado'],
    ['Lea también, dijo ella, las mareas.', 'Ver también: eso quería.'],
  ],
  [
    'it',
    'leggi anche|leggi pure|vedi anche|guarda anche|ti potrebbe interessare',
    ['Leggi anche: Un inverno senza traghetti', 'Vedi anche: Il molo è chiuso'],
    ['Leggi anche le maree, disse.', 'Vedi anche: così diceva.'],
  ],
  [
    'pt',
    'leia também|leia mais|veja também|veja mais|saiba mais',
    ['Leia também: Um inverno sem balsa', 'Veja mais: O cais fechou'],
    ['Leia também as marés, disse ela.', 'Saiba mais: era o lema dela.'],
  ],
  [
    'nl',
    'lees ook|lees meer|lees verder|zie ook|bekijk ook',
    ['Lees ook: Een winter zonder veerpont', 'Zie ook: De pier is dicht'],
    ['Lees ook de getijden, zei zij.', 'Zie ook: dat was haar woord.'],
  ],
  [
    'sv nb da',
    'läs också|läs även|läs mer|se också|se även|les også|les mer|se også|læs også|læs mere',
    ['Läs också: En vinter utan färja', 'Les også: Kaia er stengt'],
    ['Läs också tidvattnet, sa hon.', 'Se også: det var ordet hennes.'],
  ],
  [
    'fi',
    'lue myös|lue lisää|katso myös',
    ['Lue myös: Talvi ilman lauttaa', 'Katso myös: Laituri on kiinni'],
    ['Lue myös vuorovedet, hän sanoi.', 'Lue lisää: se oli hänen sanansa.'],
  ],
  [
    'pl',
    'czytaj też|czytaj także|czytaj również|czytaj więcej|przeczytaj także|zobacz też|zobacz także',
    ['Czytaj też: Zima bez promu', 'Zobacz także: Molo zamknięte'],
    ['Czytaj też pływy, powiedziała.', 'Czytaj więcej: to było jej słowo.'],
  ],
  [
    'cs sk hu ro',
    'čtěte také|čtěte více|přečtěte si|viz také|čítajte aj|prečítajte si aj|olvassa el|kapcsolódó|citește și|citiți și|vezi și',
    ['Čtěte také: Zima bez trajektu', 'Citește și: Portul este închis'],
    ['Čtěte také příliv, řekla.', 'Vezi și: era vorba ei.'],
  ],
  [
    'hr sr sl',
    'pročitajte i|pročitajte još|čitajte i|preberite tudi|прочитајте и|прочитајте још',
    ['Pročitajte i: Zima bez trajekta', 'Preberite tudi: Pomol je zaprt'],
    ['Pročitajte i plimu, rekla je.', 'Čitajte i: to je bila njezina riječ.'],
  ],
  [
    'ru uk bg',
    'читайте также|смотрите также|по теме|читайте також|дивіться також|прочетете още',
    ['Читайте также: Зима без парома', 'Читайте також: Причал закрито'],
    ['Читайте также приливы, сказала она.', 'По теме: это было её слово.'],
  ],
  [
    'el',
    'διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης',
    ['Διαβάστε επίσης: Χειμώνας χωρίς πλοίο', 'Δείτε επίσης: Το λιμάνι έκλεισε'],
    ['Διαβάστε επίσης τις παλίρροιες, είπε.', 'Δείτε επίσης: αυτή ήταν η λέξη.'],
  ],
  [
    'tr',
    'ayrıca okuyun|ilgili haber|İlgili haber|bunu da okuyun|bunlar da ilginizi çekebilir',
    ['Ayrıca okuyun: Vapursuz bir kış', 'İlgili haber: İskele kapandı'],
    ['Ayrıca okuyun, dedi kaptan.', 'Ayrıca okuyun: sözü buydu.'],
  ],
  [
    'id ms',
    'baca juga|baca selengkapnya|simak juga|lihat juga',
    ['Baca juga: Musim dingin tanpa feri', 'Lihat juga: Dermaga ditutup'],
    ['Baca juga pasang surut, katanya.', 'Baca juga: itulah katanya.'],
  ],
  [
    'vi',
    'xem thêm|đọc thêm|tin liên quan|mời xem thêm',
    ['Xem thêm: Mùa đông không phà', 'Đọc thêm: Bến tàu đóng cửa'],
    ['Xem thêm thủy triều, bà nói.', 'Xem thêm: đó là lời bà.'],
  ],
  [
    'ar fa he',
    'اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|شاهد أيضا|بیشتر بخوانید|همچنین بخوانید|קראו גם|קרא גם',
    ['اقرأ أيضا: شتاء بلا عبارة', 'קראו גם: חורף בלי מעבורת'],
    ['قالت له أن اقرأ أيضا عن المد.', 'היא אמרה: קראו גם את הגאות.'],
  ],
  [
    'ja zh ko',
    '関連記事|あわせて読みたい|相关阅读|延伸阅读|相關閱讀|延伸閱讀|相关报道|推荐阅读|관련기사|관련 기사',
    ['関連記事：フェリーのない冬', '相关阅读：没有渡轮的冬天'],
    ['船長は関連記事を読んだ。', '她读了相关阅读材料。'],
  ],
];

/** All that leads to another story, in any language; for a line whose headline is a link. */
export const READ_ALSO_WORDS = ROWS.map(([, words]) => words).join('|');

export const READ_ALSO: Wording[] = ROWS.map(([languages, words, drops, keeps]): Wording => ({
  name: `read-also-${languages.replaceAll(' ', '-')}`,
  languages,
  appliesTo: 'label',
  mostCharacters: 200,
  words,
  drops,
  keeps,
}));
