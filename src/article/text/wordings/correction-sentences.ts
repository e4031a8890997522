import type { Wording } from './wording.ts';

type OwnSentence = [languages: string, pattern: RegExp, drops: string[], keeps: string[]];

/** How a text of a language speaks of an earlier state of itself, from its first letter on. */
const OWN_SENTENCES: OwnSentence[] = [
  [
    'en',
    /^\W*(?:an? (?:earlier|previous|original|initial) version of (?:th(?:is|e)|our) (?:article|story|post|report|piece|headline|column|caption)\b|this (?:article|story|post|report|piece|headline|column) (?:has been|was|is) (?:amended|corrected|updated)\b.{0,60}\b(?:to (?:correct|reflect|clarify|fix|remove|add)|because|on \d|on \p{L}{3,9}\.? \d))/iu,
    [
      'An earlier version of this story misspelled the name of the ferry.',
      'This article was amended on 3 November 2026 because the ferry has two masts.',
      'This story has been updated to correct the hour.',
    ],
    [
      'An earlier version of the ferry had two masts.',
      'This story has been told on the quay for years.',
    ],
  ],
  [
    'de',
    /^\P{L}*(?:in einer (?:früheren|vorigen|ersten|älteren|vorherigen) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags)|wir haben (?:dies|das|den fehler|die stelle) (?:korrigiert|berichtigt)|dieser (?:artikel|text|beitrag) wurde (?:am .{4,25} )?(?:korrigiert|berichtigt))/iu,
    [
      'In einer früheren Version dieses Artikels hieß es, die Fähre habe drei Masten.',
      'Dieser Text wurde am 3. November 2026 korrigiert.',
    ],
    [
      'In einer früheren Version hatte die Fähre drei Masten.',
      'Dieser Artikel der Verfassung gilt.',
    ],
  ],
  [
    'fr',
    /^\P{L}*(?:(?:dans )?une (?:version précédente|précédente version|première version) de cet? article|cet article a été (?:corrigé|rectifié|modifié) (?:le|afin|pour))/iu,
    [
      'Une version précédente de cet article donnait une autre heure.',
      'Cet article a été modifié le 3 novembre 2026.',
    ],
    ['Une version précédente du ferry avait deux mâts.', 'Cet article a été lu dans le port.'],
  ],
  [
    'es',
    /^\P{L}*(?:(?:en )?una versi[oó]n (?:anterior|previa) de est[ea] (?:art[ií]culo|nota|noticia|texto)|est[ea] (?:art[ií]culo|nota|noticia|texto) (?:ha sido|fue) corregid[oa])/iu,
    [
      'Esta nota fue corregida el 3 de noviembre.',
      'En una versión anterior de este artículo el barco tenía tres mástiles.',
    ],
    ['Esta nota fue escrita por el capitán.', 'Una versión anterior del barco era más pequeña.'],
  ],
  [
    'pt',
    /^\P{L}*uma versão anterior dest[ea] (?:artigo|reportagem|matéria|texto|notícia)/iu,
    [
      'Uma versão anterior desta reportagem dava outra hora.',
      'Uma versão anterior deste texto citava outro capitão.',
    ],
    ['Uma versão anterior do barco era menor.', 'Este texto foi lido no porto.'],
  ],
  [
    'it',
    /^\P{L}*(?:(?:in )?una (?:versione precedente|precedente versione) di questo articolo|questo articolo è stato (?:corretto|modificato) (?:il|per))/iu,
    [
      'Una versione precedente di questo articolo citava un altro capitano.',
      'Questo articolo è stato corretto il 3 novembre.',
    ],
    [
      'Una versione precedente del traghetto era più piccola.',
      'Questo articolo è stato letto al porto.',
    ],
  ],
  [
    'nl',
    /^\P{L}*(?:in een eerdere versie van dit (?:artikel|bericht|stuk)|dit artikel is (?:op .{4,25} )?(?:gecorrigeerd|gerectificeerd))/iu,
    [
      'In een eerdere versie van dit artikel had de boot drie masten.',
      'Dit artikel is op 3 november 2026 gecorrigeerd.',
    ],
    ['In een eerdere versie had de boot drie masten.', 'Dit artikel is op de kade gelezen.'],
  ],
  [
    'sv',
    /^\P{L}*(?:(?:i )?en tidigare version av (?:den här )?(?:artikeln|texten)|artikeln har (?:rättats|korrigerats))/iu,
    ['I en tidigare version av artikeln gick färjan klockan tio.', 'Artikeln har rättats.'],
    ['En tidigare version av färjan var mindre.', 'Artikeln har lästs på kajen.'],
  ],
  [
    'da nb',
    /^\P{L}*i en tidligere (?:version af|versjon av) (?:denne )?arti(?:kel|kkel|kl)en/iu,
    [
      'I en tidligere version af artiklen gik færgen klokken ti.',
      'I en tidligere versjon av artikkelen gikk ferjen klokken ti.',
    ],
    [
      'I en tidligere version af færgen var der to master.',
      'I en tidligere versjon var ferjen mindre.',
    ],
  ],
  [
    'fi',
    /^\P{L}*(?:(?:jutun|artikkelin) aiemmassa versiossa|(?:juttua|artikkelia) on korjattu)/iu,
    ['Jutun aiemmassa versiossa lautalla oli kolme mastoa.', 'Artikkelia on korjattu tiistaina.'],
    ['Lautan aiemmassa versiossa oli kolme mastoa.', 'Juttua on luettu satamassa.'],
  ],
  [
    'pl',
    /^\P{L}*we wcześniejszej wersji (?:tego )?(?:artykułu|tekstu)/iu,
    [
      'We wcześniejszej wersji artykułu prom miał trzy maszty.',
      'We wcześniejszej wersji tego tekstu podano inną godzinę.',
    ],
    ['We wcześniejszej wersji prom był mniejszy.', 'Tego tekstu nikt nie czytał.'],
  ],
  [
    'ru',
    /^\P{L}*в (?:предыдущей|более ранней|первоначальной) версии (?:этого |этой )?(?:статьи|текста|материала|новости)/iu,
    [
      'В предыдущей версии этой статьи паром отходил в десять.',
      'В более ранней версии текста был назван другой капитан.',
    ],
    ['В предыдущей версии паром был меньше.', 'В первоначальной версии парома было две мачты.'],
  ],
  [
    'tr',
    /^\P{L}*bu haberin (?:önceki|daha önceki|ilk)/iu,
    [
      'Bu haberin önceki sürümünde başka bir saat vardı.',
      'Bu haberin ilk halinde başka bir kaptan anılıyordu.',
    ],
    ['Bu haberin sonunda herkes sustu.', 'Önceki vapur daha küçüktü.'],
  ],
  [
    'ja',
    /^\P{L}*(?:当初、[^。]{1,100}(?:誤って|誤り|としていましたが|と記載|と表記)|初出時|(?:この)?記事の(?:初出|以前の版))/iu,
    ['当初、船長の名前を誤って伝えました。', '記事の以前の版では船長の名前が違っていました。'],
    [
      '当初、船は九時に出る予定だった。',
      '船は当初の予定より遅れた。',
      'この記事の写真は港で撮られた。',
    ],
  ],
  [
    'zh',
    /^\P{L}*本文(?:早前|早先|此前|先前)(?:的)?版本/iu,
    ['本文早前版本写错了船长的名字。', '本文此前的版本说船有三根桅杆。'],
    ['早前版本的渡轮有三根桅杆。', '本文的作者住在港口。'],
  ],
  [
    'ko',
    /^\P{L}*(?:이 )?기사의 이전 (?:버전|판)/iu,
    ['이 기사의 이전 버전에는 다른 시각이 있었다.', '기사의 이전 판은 선장의 이름을 잘못 적었다.'],
    ['이전 버전의 배는 작았다.', '이 기사의 사진은 항구에서 찍었다.'],
  ],
  [
    'ar',
    /^\P{L}*(?:ذكرت|جاء في) نسخة سابقة من هذا/iu,
    ['ذكرت نسخة سابقة من هذا التقرير ساعة أخرى.', 'جاء في نسخة سابقة من هذا المقال اسم قبطان آخر.'],
    ['ذكرت نسخة سابقة من العقد ساعة أخرى.', 'هذا المقال عن العبارة.'],
  ],
  [
    'id',
    /^\P{L}*(?:versi sebelumnya dari (?:artikel|berita) ini|(?:artikel|berita) ini telah dikoreksi)/iu,
    [
      'Versi sebelumnya dari artikel ini menyebut jam lain.',
      'Berita ini telah dikoreksi pada Selasa.',
    ],
    ['Versi sebelumnya dari feri ini lebih kecil.', 'Artikel ini telah dibaca di pelabuhan.'],
  ],
];

/** Sentences in which a text speaks of itself: nobody else than its publisher writes so. */
export const CORRECTION_SENTENCES: Wording[] = OWN_SENTENCES.map(
  ([languages, pattern, drops, keeps]) => ({
    name: `earlier-version-${languages.replace(' ', '-')}`,
    languages,
    appliesTo: 'pattern',
    mostCharacters: 1_000,
    pattern,
    drops,
    keeps,
  }),
);
