import type { Wording } from './wording.ts';

const MOST_OF_A_LABEL = 60;

/** Labels that stand alone over or for a link to more, whose link may be a script's. */
export const LINKS_TO_MORE: Wording[] = [
  {
    name: 'read-more-english',
    languages: 'en',
    appliesTo: 'whole',
    mostCharacters: MOST_OF_A_LABEL,
    words:
      "read more|read next|read also|also read|read the full story|read full story|see also|see more|don’t miss|don't miss|up next|end of article|in this topic|more about|filed under|autoplay|show thumbnails",
    drops: ['Read more…', 'Show Thumbnails'],
    keeps: ['Children read more than they did.', 'Up next is the ferry to Sula.'],
  },
  {
    name: 'related-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_LABEL,
    pattern:
      /^\W*(?:related(?: (?:stories|articles|content|coverage|topics|links|news|posts|reading|videos?))?|recommended(?: (?:stories|videos|reading|for you))?|watch(?: (?:now|more|next|live))?)\W*$/i,
    drops: ['Related stories', 'Watch live'],
    keeps: ['The stories are related, she said.', 'Watch the tide, the captain said.'],
  },
  {
    name: 'more-on-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_LABEL,
    pattern: /^\W*(?:more (?:on|from|about|stories|coverage|news)\b[^.!?]*|read more [^.!?]*)\W*$/i,
    drops: ['More from the harbour', 'Read more about soup'],
    keeps: ['Lee wanted more on the plate.', 'They read more about it at school.'],
  },
  {
    name: 'most-read-english',
    languages: 'en',
    appliesTo: 'whole',
    mostCharacters: MOST_OF_A_LABEL,
    words:
      'trending|trending now|most read|most popular|popular|popular now|top searches|top stories|top news|top videos',
    drops: ['Top stories', 'MOST READ'],
    keeps: ['The ferry is popular now.', 'It was the most popular of soups.'],
  },
  {
    name: 'you-may-like-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_LABEL,
    pattern:
      /^\W*(?:like this topic\? )?you (?:may|might) (?:also )?(?:like|be interested in)(?: these? .{2,30})?\W*$/i,
    drops: ['You may also like', 'Like this topic? You may also like these photo galleries:'],
    keeps: ['“You may like the soup,” she said.', 'You might also like it, he told the crew.'],
  },
  {
    name: 'share-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_LABEL,
    pattern:
      /^\W*(?:share(?: this [^.!?]{3,20})?|follow us(?: on social media)?|copy link|print|save|email|jump to [^.!?]{3,30}|tags?|topics?)\W*$/i,
    drops: ['Share this article', 'Copy link'],
    keeps: ['“Save the ferry!” they shouted.', 'They share this boat with nobody.'],
  },
  {
    name: 'comments',
    languages: 'en de fr es it nl sv da nb',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_LABEL,
    pattern:
      /^\W*(?:(?:\d+ )?(?:comments?|kommentare?r?|commentaires?|comentarios|commenti|reacties)(?: are closed)?|leave a (?:comment|reply))\W*$/i,
    isFormula: true,
    drops: ['27 commentaires', 'Comments are closed.'],
    keeps: ['The 27 comments were all about soup.', 'Lee left a comment and went.'],
  },
  {
    name: 'more-german',
    languages: 'de',
    appliesTo: 'whole',
    mostCharacters: MOST_OF_A_LABEL,
    words:
      'mehr zum thema|mehr dazu|mehr lesen|auch interessant|lesen sie auch|lesen sie mehr|lesen sie mehr zum thema|weitere themen|weitere artikel|weitere informationen|weitere meldungen|weiterlesen|topmeldungen|siehe auch|schlagworte|schlagwörter|themen',
    drops: ['Mehr zum Thema', 'Weitere Meldungen:'],
    keeps: ['Mehr dazu sagte sie nicht.', 'Weitere Informationen hatte der Hafen nicht.'],
  },
  {
    name: 'more-french',
    languages: 'fr',
    appliesTo: 'whole',
    mostCharacters: MOST_OF_A_LABEL,
    words: 'lire aussi|lire plus|lire la suite|à lire aussi',
    drops: ['À lire aussi :', 'Lire la suite'],
    keeps: ['Il faut lire aussi les marées.', 'Elle voulait lire la suite du journal.'],
  },
  {
    name: 'more-iberian-italian',
    languages: 'es pt it',
    appliesTo: 'whole',
    mostCharacters: MOST_OF_A_LABEL,
    words:
      'leggi anche|lea también|lee también|te puede interesar|ver más|veja também|veja mais|leia também|leia mais',
    drops: ['Te puede interesar', 'Leia mais:'],
    keeps: ['Quiere ver más barcos.', 'Ella lee también las mareas.'],
  },
  {
    name: 'more-dutch-nordic',
    languages: 'nl nb sv da fi',
    appliesTo: 'whole',
    mostCharacters: MOST_OF_A_LABEL,
    words:
      'lees ook|lees verder|lees meer|les også|les mer|läs också|läs mer|läs även|læs også|læs mere|lue myös|lue lisää',
    drops: ['Lees ook:', 'LÄS MER'],
    keeps: ['Barn vil læse mere end før.', 'Kinderen lezen meer dan vroeger.'],
  },
  {
    name: 'more-slavic-turkish-asian',
    languages: 'pl cs ru tr id vi ja',
    appliesTo: 'whole',
    mostCharacters: MOST_OF_A_LABEL,
    words:
      'czytaj więcej|czytaj też|czytaj także|czytaj również|zobacz też|zobacz także|zobacz również|čtěte také|čtěte více|číst více|ilgili haberler|bunlar da ilginizi çekebilir|читайте также|читать далее|baca juga|xem thêm|関連記事',
    drops: ['Zobacz też:', '【関連記事】'],
    keeps: ['Читать далее она не стала.', 'Chce číst více knih o přístavu.'],
  },
  {
    name: 'label-with-its-topic',
    languages: 'de fr',
    appliesTo: 'pattern',
    mostCharacters: 120,
    pattern:
      /^\W*(?:mehr zum thema|schon gelesen|déjà lu|quellenangaben|zusatzinformationen)(?![\p{L}])[^.!]{0,40}$/iu,
    drops: ['Mehr zum Thema Hafen', 'Schon gelesen?'],
    keeps: [
      'Schon gelesen hat sie das Buch der Fähre im letzten Winter, an einem Tag.',
      'Mehr zum Thema Suppe wollte sie nicht sagen.',
    ],
  },
  {
    name: 'pointer-in-capitals',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 130,
    pattern:
      /^(?:VIDEO|GALLERY|PHOTOS?|SLIDESHOW|MORE|RELATED|READ|WATCH|LISTEN|QUIZ|POLL)\b[^.!?]{0,15}:\s(?!\p{Ll})[^.!?]{3,100}$/u,
    drops: ['GALLERY: The harbour in the storm', 'WATCH LIVE: The ferry comes in'],
    keeps: [
      'More: the ferry is late, too.',
      'VIDEO: Lee says that the soup is hers. So does the mayor.',
      'VIDEO: the word was stamped on every cassette in the cellar',
    ],
  },
  {
    name: 'visit-our-pages',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /^(?:visit our .{3,60} section\b|do you want to be (?:informed|notified)\b|for more (?:stories|news|articles)(?: like this)?,? (?:check|visit|see|click|head|go)\b)/i,
    drops: [
      'Visit our harbour / ferries section for the latest on this subject.',
      'For more stories like this, check our harbour page.',
    ],
    keeps: [
      'Visit our island, the mayor told them, and they did.',
      'For more news the fishermen had to wait until the evening.',
    ],
  },
  {
    name: 'follow-in-app-asian',
    languages: 'ja tr',
    appliesTo: 'pattern',
    mostCharacters: 200,
    pattern:
      /uygulamas[ıi]n[ıi] indir|^『?(?:カテゴリー|この(?:記事|連載))を?(?:フォロー|シェア|保存)|^おすすめ(?:情報|記事)$|^関連(?:リンク|ニュース)$/iu,
    drops: ['この記事をシェア', 'Liman uygulamasını indir'],
    keeps: ['この記事を読んだ船長は笑った。', 'Liman uygulaması salı günü çıktı.'],
  },
];
