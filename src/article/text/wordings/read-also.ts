import { byLanguages, type WordsOfLanguages } from './wording.ts';

/** What leads to another story: by itself, or before its headline. */
const ROWS: WordsOfLanguages[] = [
  {
    languages: 'en',
    words:
      'related|related story|related stories|related article|related articles|read also|also read|read more|read next|see also|more on this|recommended|you may also like|don’t miss|further reading',
    drops: ['Related: A winter without ferries', 'Read also: Who pays for the pier?'],
    keeps: [
      'Related: the word stood on the crate.',
      'Read more: that was what the teacher wanted.',
    ],
  },
  {
    languages: 'de',
    words:
      'lesen sie auch|lies auch|lesen sie mehr|auch interessant|mehr zum thema|mehr dazu|siehe auch|passend dazu|zum thema|das könnte sie auch interessieren',
    drops: [
      'Lesen Sie auch: Wie der Hafen zum Sorgenkind wurde',
      'Mehr zum Thema: Winter ohne Fähre',
    ],
    keeps: ['Lesen Sie auch das, sagte der Lehrer.', 'Zum Thema: das war sein Lieblingswort.'],
  },
  {
    languages: 'fr',
    words:
      'à lire aussi|lire aussi|à lire|voir aussi|lire également|à lire également|sur le même sujet',
    drops: ['À lire aussi : Au port, un hiver sans ferry', 'Voir aussi : Le ferry revient'],
    keeps: ['À lire aussi les marées, il a perdu ses yeux.', 'À lire : c’était son mot.'],
  },
  {
    languages: 'es ca',
    words:
      'lea también|lee también|leer también|te puede interesar|le puede interesar|ver también|vea también|lee más|llegiu també|llegeix també',
    drops: ['Lea también: Un invierno sin ferry', 'Te puede interesar: El muelle, cerrado'],
    keeps: ['Lea también, dijo ella, las mareas.', 'Ver también: eso quería.'],
  },
  {
    languages: 'it',
    words: 'leggi anche|leggi pure|vedi anche|guarda anche|ti potrebbe interessare',
    drops: ['Leggi anche: Un inverno senza traghetti', 'Vedi anche: Il molo è chiuso'],
    keeps: ['Leggi anche le maree, disse.', 'Vedi anche: così diceva.'],
  },
  {
    languages: 'pt',
    words: 'leia também|leia mais|veja também|veja mais|saiba mais',
    drops: ['Leia também: Um inverno sem balsa', 'Veja mais: O cais fechou'],
    keeps: ['Leia também as marés, disse ela.', 'Saiba mais: era o lema dela.'],
  },
  {
    languages: 'nl',
    words: 'lees ook|lees meer|lees verder|zie ook|bekijk ook',
    drops: ['Lees ook: Een winter zonder veerpont', 'Zie ook: De pier is dicht'],
    keeps: ['Lees ook de getijden, zei zij.', 'Zie ook: dat was haar woord.'],
  },
  {
    languages: 'sv nb da',
    words: 'läs också|läs även|läs mer|se också|se även|les også|les mer|se også|læs også|læs mere',
    drops: ['Läs också: En vinter utan färja', 'Les også: Kaia er stengt'],
    keeps: ['Läs också tidvattnet, sa hon.', 'Se også: det var ordet hennes.'],
  },
  {
    languages: 'fi',
    words: 'lue myös|lue lisää|katso myös',
    drops: ['Lue myös: Talvi ilman lauttaa', 'Katso myös: Laituri on kiinni'],
    keeps: ['Lue myös vuorovedet, hän sanoi.', 'Lue lisää: se oli hänen sanansa.'],
  },
  {
    languages: 'pl',
    words:
      'czytaj też|czytaj także|czytaj również|czytaj więcej|przeczytaj także|zobacz też|zobacz także',
    drops: ['Czytaj też: Zima bez promu', 'Zobacz także: Molo zamknięte'],
    keeps: ['Czytaj też pływy, powiedziała.', 'Czytaj więcej: to było jej słowo.'],
  },
  {
    languages: 'cs sk hu ro',
    words:
      'čtěte také|čtěte více|přečtěte si|viz také|čítajte aj|prečítajte si aj|olvassa el|kapcsolódó|citește și|citiți și|vezi și',
    drops: ['Čtěte také: Zima bez trajektu', 'Citește și: Portul este închis'],
    keeps: ['Čtěte také příliv, řekla.', 'Vezi și: era vorba ei.'],
  },
  {
    languages: 'hr sr sl',
    words: 'pročitajte i|pročitajte još|čitajte i|preberite tudi|прочитајте и|прочитајте још',
    drops: ['Pročitajte i: Zima bez trajekta', 'Preberite tudi: Pomol je zaprt'],
    keeps: ['Pročitajte i plimu, rekla je.', 'Čitajte i: to je bila njezina riječ.'],
  },
  {
    languages: 'ru uk bg',
    words: 'читайте также|смотрите также|по теме|читайте також|дивіться також|прочетете още',
    drops: ['Читайте также: Зима без парома', 'Читайте також: Причал закрито'],
    keeps: ['Читайте также приливы, сказала она.', 'По теме: это было её слово.'],
  },
  {
    languages: 'el',
    words: 'διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης',
    drops: ['Διαβάστε επίσης: Χειμώνας χωρίς πλοίο', 'Δείτε επίσης: Το λιμάνι έκλεισε'],
    keeps: ['Διαβάστε επίσης τις παλίρροιες, είπε.', 'Δείτε επίσης: αυτή ήταν η λέξη.'],
  },
  {
    languages: 'tr',
    words: 'ayrıca okuyun|ilgili haber|İlgili haber|bunu da okuyun|bunlar da ilginizi çekebilir',
    drops: ['Ayrıca okuyun: Vapursuz bir kış', 'İlgili haber: İskele kapandı'],
    keeps: ['Ayrıca okuyun, dedi kaptan.', 'Ayrıca okuyun: sözü buydu.'],
  },
  {
    languages: 'id ms',
    words: 'baca juga|baca selengkapnya|simak juga|lihat juga',
    drops: ['Baca juga: Musim dingin tanpa feri', 'Lihat juga: Dermaga ditutup'],
    keeps: ['Baca juga pasang surut, katanya.', 'Baca juga: itulah katanya.'],
  },
  {
    languages: 'vi',
    words: 'xem thêm|đọc thêm|tin liên quan|mời xem thêm',
    drops: ['Xem thêm: Mùa đông không phà', 'Đọc thêm: Bến tàu đóng cửa'],
    keeps: ['Xem thêm thủy triều, bà nói.', 'Xem thêm: đó là lời bà.'],
  },
  {
    languages: 'ar fa he',
    words:
      'اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|شاهد أيضا|بیشتر بخوانید|همچنین بخوانید|קראו גם|קרא גם',
    drops: ['اقرأ أيضا: شتاء بلا عبارة', 'קראו גם: חורף בלי מעבורת'],
    keeps: ['قالت له أن اقرأ أيضا عن المد.', 'היא אמרה: קראו גם את הגאות.'],
  },
  {
    languages: 'ja zh ko',
    words:
      '関連記事|あわせて読みたい|相关阅读|延伸阅读|相關閱讀|延伸閱讀|相关报道|推荐阅读|관련기사|관련 기사',
    drops: ['関連記事：フェリーのない冬', '相关阅读：没有渡轮的冬天'],
    keeps: ['船長は関連記事を読んだ。', '她读了相关阅读材料。'],
  },
];

/** All that leads to another story, in any language; for a line whose headline is a link. */
export const READ_ALSO_WORDS = ROWS.map(({ words }) => words).join('|');

export const READ_ALSO = byLanguages(
  'read-also',
  { appliesTo: 'label', mostCharacters: 200 },
  ROWS,
);
