import { AMENDED_SENTENCES, ownSentences } from './amended-sentences.ts';
import type { PatternOfLanguages, Wording } from './wording.ts';

/** How a text of a language speaks of an earlier state of itself, from its first letter on. */
const OWN_SENTENCES: PatternOfLanguages[] = [
  {
    languages: 'en',
    pattern:
      /^\W*an? (?:earlier|previous|original|initial) version of (?:th(?:is|e)|our) (?:article|story|post|report|piece|headline|column|caption)\b/iu,
    drops: [
      'An earlier version of this story misspelled the name of the ferry.',
      'A previous version of the article gave another hour.',
      'An original version of our post named another captain.',
      'An initial version of this report gave another hour.',
      'An earlier version of this piece gave another hour.',
      'An earlier version of the headline was wrong.',
      'An earlier version of this column gave another hour.',
      'An earlier version of the caption named another captain.',
    ],
    keeps: [
      'An earlier version of the ferry had two masts.',
      'An earlier version of this ferry is in the museum.',
    ],
  },
  {
    languages: 'de',
    pattern:
      /^\P{L}*in einer (?:früheren|vorigen|ersten|älteren|vorherigen) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags)/iu,
    drops: [
      'In einer früheren Version dieses Artikels hieß es, die Fähre habe drei Masten.',
      'In einer vorigen Fassung des Textes stand eine andere Uhrzeit.',
      'In einer ersten Fassung dieses Beitrags stand ein anderer Name.',
      'In einer älteren Fassung des Artikels stand ein anderer Name.',
      'In einer vorherigen Version des Beitrags stand ein anderer Name.',
    ],
    keeps: [
      'In einer früheren Version hatte die Fähre drei Masten.',
      'In einer Fassung dieses Artikels der Verfassung steht es anders.',
    ],
  },
  {
    languages: 'fr',
    pattern:
      /^\P{L}*(?:dans )?une (?:version précédente|précédente version|première version) de cet? article/iu,
    drops: [
      'Une version précédente de cet article donnait une autre heure.',
      'Dans une précédente version de cet article, le ferry avait deux mâts.',
      'Une première version de cet article donnait un autre nom.',
    ],
    keeps: [
      'Une version précédente du ferry avait deux mâts.',
      'Une première version de la carte fut lue au port.',
    ],
  },
  {
    languages: 'es',
    pattern:
      /^\P{L}*(?:en )?una versi[oó]n (?:anterior|previa) de est[ea] (?:art[ií]culo|nota|noticia|texto)/iu,
    drops: [
      'Una versión previa de esta nota daba otra hora.',
      'Una versión anterior de esta noticia daba otra hora.',
      'Una versión anterior de este texto daba otra hora.',
      'En una versión anterior de este artículo el barco tenía tres mástiles.',
    ],
    keeps: [
      'Una versión previa de esta sopa llevaba sal.',
      'Una versión anterior del barco era más pequeña.',
    ],
  },
  {
    languages: 'pt',
    pattern: /^\P{L}*uma versão anterior dest[ea] (?:artigo|reportagem|matéria|texto|notícia)/iu,
    drops: [
      'Uma versão anterior desta reportagem dava outra hora.',
      'Uma versão anterior deste texto citava outro capitão.',
    ],
    keeps: ['Uma versão anterior do barco era menor.', 'Este texto foi lido no porto.'],
  },
  {
    languages: 'it',
    pattern: /^\P{L}*(?:in )?una (?:versione precedente|precedente versione) di questo articolo/iu,
    drops: [
      'Una versione precedente di questo articolo citava un altro capitano.',
      'In una precedente versione di questo articolo l’ora era un’altra.',
    ],
    keeps: [
      'Una versione precedente del traghetto era più piccola.',
      'Una precedente versione di questa zuppa era salata.',
    ],
  },
  {
    languages: 'nl',
    pattern: /^\P{L}*in een eerdere versie van dit (?:artikel|bericht|stuk)/iu,
    drops: [
      'In een eerdere versie van dit artikel had de boot drie masten.',
      'In een eerdere versie van dit bericht stond een ander uur.',
      'In een eerdere versie van dit stuk stond een andere naam.',
    ],
    keeps: [
      'In een eerdere versie had de boot drie masten.',
      'In een eerdere versie van dit schip was geen keuken.',
    ],
  },
  {
    languages: 'sv',
    pattern: /^\P{L}*(?:i )?en tidigare version av (?:den här )?(?:artikeln|texten)/iu,
    drops: [
      'I en tidigare version av artikeln gick färjan klockan tio.',
      'En tidigare version av den här texten angav en annan tid.',
    ],
    keeps: ['En tidigare version av färjan var mindre.', 'Den här texten har lästs på kajen.'],
  },
  {
    languages: 'da nb',
    pattern: /^\P{L}*i en tidligere (?:version af|versjon av) (?:denne )?arti(?:kel|kkel|kl)en/iu,
    drops: [
      'I en tidligere version af artiklen gik færgen klokken ti.',
      'I en tidligere versjon av artikkelen gikk ferjen klokken ti.',
    ],
    keeps: [
      'I en tidligere version af færgen var der to master.',
      'I en tidligere versjon var ferjen mindre.',
    ],
  },
  {
    languages: 'fi',
    pattern: /^\P{L}*(?:jutun|artikkelin) aiemmassa versiossa/iu,
    drops: [
      'Jutun aiemmassa versiossa lautalla oli kolme mastoa.',
      'Artikkelin aiemmassa versiossa oli toinen nimi.',
    ],
    keeps: ['Lautan aiemmassa versiossa oli kolme mastoa.', 'Jutun lopussa on toinen nimi.'],
  },
  {
    languages: 'pl',
    pattern: /^\P{L}*we wcześniejszej wersji (?:tego )?(?:artykułu|tekstu)/iu,
    drops: [
      'We wcześniejszej wersji artykułu prom miał trzy maszty.',
      'We wcześniejszej wersji tego tekstu podano inną godzinę.',
    ],
    keeps: ['We wcześniejszej wersji prom był mniejszy.', 'Tego tekstu nikt nie czytał.'],
  },
  {
    languages: 'ru',
    pattern:
      /^\P{L}*в (?:предыдущей|более ранней|первоначальной) версии (?:этого |этой )?(?:статьи|текста|материала|новости)/iu,
    drops: [
      'В предыдущей версии этой статьи паром отходил в десять.',
      'В более ранней версии текста был назван другой капитан.',
    ],
    keeps: [
      'В предыдущей версии паром был меньше.',
      'В первоначальной версии парома было две мачты.',
    ],
  },
  {
    languages: 'tr',
    pattern: /^\P{L}*bu haberin (?:önceki|daha önceki|ilk)/iu,
    drops: [
      'Bu haberin önceki sürümünde başka bir saat vardı.',
      'Bu haberin ilk halinde başka bir kaptan anılıyordu.',
    ],
    keeps: ['Bu haberin sonunda herkes sustu.', 'Önceki vapur daha küçüktü.'],
  },
  {
    languages: 'ja',
    pattern:
      /^\P{L}*(?:当初、[^。]{1,100}(?:誤って|誤り|としていましたが|と記載|と表記)|初出時|(?:この)?記事の(?:初出|以前の版))/iu,
    drops: [
      '当初、船長の名前を誤って伝えました。',
      '記事の以前の版では船長の名前が違っていました。',
    ],
    keeps: [
      '当初、船は九時に出る予定だった。',
      '船は当初の予定より遅れた。',
      'この記事の写真は港で撮られた。',
    ],
  },
  {
    languages: 'zh',
    pattern: /^\P{L}*本文(?:早前|早先|此前|先前)(?:的)?版本/iu,
    drops: ['本文早前版本写错了船长的名字。', '本文此前的版本说船有三根桅杆。'],
    keeps: ['早前版本的渡轮有三根桅杆。', '本文的作者住在港口。'],
  },
  {
    languages: 'ko',
    pattern: /^\P{L}*(?:이 )?기사의 이전 (?:버전|판)/iu,
    drops: [
      '이 기사의 이전 버전에는 다른 시각이 있었다.',
      '기사의 이전 판은 선장의 이름을 잘못 적었다.',
    ],
    keeps: ['이전 버전의 배는 작았다.', '이 기사의 사진은 항구에서 찍었다.'],
  },
  {
    languages: 'ar',
    pattern: /^\P{L}*(?:ذكرت|جاء في) نسخة سابقة من هذا/iu,
    drops: [
      'ذكرت نسخة سابقة من هذا التقرير ساعة أخرى.',
      'جاء في نسخة سابقة من هذا المقال اسم قبطان آخر.',
    ],
    keeps: ['ذكرت نسخة سابقة من العقد ساعة أخرى.', 'هذا المقال عن العبارة.'],
  },
  {
    languages: 'id',
    pattern: /^\P{L}*versi sebelumnya dari (?:artikel|berita) ini/iu,
    drops: [
      'Versi sebelumnya dari artikel ini menyebut jam lain.',
      'Versi sebelumnya dari berita ini menyebut nama lain.',
    ],
    keeps: ['Versi sebelumnya dari feri ini lebih kecil.', 'Versi sebelumnya artikel itu hilang.'],
  },
];

/** Sentences that tell what a text said before. */
export const EARLIER_VERSION_SENTENCES = ownSentences('earlier-version', OWN_SENTENCES);

/** Sentences in which a text speaks of itself: nobody else than its publisher writes so. */
export const CORRECTION_SENTENCES: Wording[] = [...EARLIER_VERSION_SENTENCES, ...AMENDED_SENTENCES];
