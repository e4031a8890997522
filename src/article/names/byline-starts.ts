// How a line begins that says who wrote, and nothing else.

import { patternOfRows } from '../../pattern-rows.ts';
import { LABEL_IN_SIGNS } from './byline-leads.ts';

const beforeName = (words: string): string => String.raw`(?:by)?(?:${words})\s+(?=[\p{Lu}\p{Lo}])`;

/** How a line begins that is a byline wherever it stands. */
export const BYLINE_START = patternOfRows(
  [
    {
      name: 'start-label-of-signs',
      languages: 'zh ja',
      pattern: LABEL_IN_SIGNS,
      finds: [
        '著者：田中海',
        '作者：李安',
        '筆者：田中海',
        '撰文：李安',
        '记者：李安',
        '記者：李安',
        '文：李安',
      ],
      passes: ['文化：港', '記者会見'],
    },
    {
      name: 'start-by',
      languages: 'en de fr es it nl sv nb da',
      pattern: beforeName(String.raw`by|von|par|por|di|door|av|af|autorin\/autor`),
      finds: [
        'By Ann Lee',
        'Von Ann Lee',
        'Par Léa Roy',
        'Por Ana Sol',
        'Di Anna Mare',
        'Door Jan Zee',
        'Av Ada Hav',
        'Af Ida Hav',
        'Autorin/Autor Ann Lee',
      ],
      passes: ['By 9 am', 'Diana Sol'],
    },
    {
      name: 'start-kind-german',
      languages: 'de',
      pattern: beforeName(
        String.raw`(?:ein )?(?:artikel|\p{L}*beitrag|kommentar|bericht|interview) von`,
      ),
      finds: [
        'Ein Artikel von Ann Lee',
        'Gastbeitrag von Ann Lee',
        'Kommentar von Ann Lee',
        'Bericht von Ann Lee',
        'Interview von Ann Lee',
      ],
      passes: ['Der Kommentar von Ann Lee', 'Ein Tag von Ann Lee'],
    },
    {
      name: 'start-column-german',
      languages: 'de',
      pattern: beforeName('(?:eine )?(?:kolumne|analyse|glosse|reportage) von'),
      finds: [
        'Eine Kolumne von Ann Lee',
        'Analyse von Ann Lee',
        'Glosse von Ann Lee',
        'Reportage von Ann Lee',
      ],
      passes: ['Die Kolumne von Ann Lee', 'Kolumnen von Ann Lee'],
    },
    {
      name: 'start-deed-german',
      languages: 'de',
      pattern: beforeName('(?:gespeichert|erstellt|geschrieben|verfasst) von|redaktion:'),
      finds: [
        'Gespeichert von Ann Lee',
        'Erstellt von Ann Lee',
        'Geschrieben von Ann Lee',
        'Verfasst von Ann Lee',
        'Redaktion: Ann Lee',
      ],
      passes: ['Verfasst wurde es von Ann Lee', 'Redaktion Hafenblatt'],
    },
    {
      name: 'start-label',
      languages: 'en de fr it',
      pattern: beforeName(
        String.raw`(?:story|text|words|posted|written|autor(?:in(?:nen)?|en)?|authors?|auteur|autore)(?: by)?\s*:?`,
      ),
      finds: [
        'Story: Ann Lee',
        'Text: Ann Lee',
        'Words: Ann Lee',
        'Posted by Ann Lee',
        'Written by Ann Lee',
        'Autorin: Ann Lee',
        'Autoren: Ann Lee',
        'Authors: Ann Lee',
        'Auteur: Léa Roy',
        'Autore: Anna Mare',
      ],
      passes: ['Textile Ann Lee', 'Authority: Ann Lee'],
    },
    {
      name: 'start-with-photos',
      languages: 'en',
      pattern: beforeName(
        '(?:photos? and )?(?:written|posted|story|text|words)(?: and photos?)? by',
      ),
      finds: [
        'Photos and text by Ann Lee',
        'Story and photo by Ann Lee',
        'Written and photos by Ann Lee',
        'Posted and photos by Ann Lee',
        'Words and photos by Ann Lee',
      ],
      passes: ['Photos by Ann Lee', 'Soup and photos by Ann Lee'],
    },
  ],
  'iu',
  (any) => `^${any}`,
);

/** "Posted on 9 March 2026 by Ann Lee". */
export const DATED_BYLINE_START = patternOfRows(
  [
    {
      name: 'dated-deed',
      languages: 'en de fr',
      pattern: 'posted|published|created|written|submitted|veröffentlicht|erstellt|publié',
      finds: [
        'Posted on 9 March 2026 by Ann Lee',
        'Published yesterday at noon by Ann Lee',
        'Created 2026 by Ann Lee',
        'Written on Monday by Ann Lee',
        'Submitted today by Ann Lee',
        'Veröffentlicht am 9 März von Ann Lee',
        'Erstellt am Montag von Ann Lee',
        'Publié hier soir par Léa Roy',
      ],
      passes: ['Posted. All was said by Ann Lee', 'Posters of the port by Ann Lee'],
    },
  ],
  'iu',
  (any) => String.raw`^${any}(?!\p{L})[^.!?]{4,60}?\s(?:by|von|par)\s+(?=\p{L})`,
);

/** "Tuesday November 9, 2026 2:05 pm by Ann Lee". */
export const BYLINE_BEHIND_DAY = patternOfRows(
  [
    {
      name: 'month-first',
      languages: 'en',
      pattern: String.raw`\p{L}+\.?\s\d{1,2}`,
      finds: ['Tuesday November 9, 2026 2:05 pm by Ann Lee', 'Nov. 9, 2026 by Ann Lee'],
      passes: ['November 2026 by Ann Lee', 'November 9, 2026 by the quay'],
    },
    {
      name: 'day-first',
      languages: 'en de fr es nl sv nb da',
      pattern: String.raw`\d{1,2}\.?\s?\p{L}+`,
      finds: ['9 March 2026 by Ann Lee', '9. März 2026, 12 Uhr von Ann Lee'],
      passes: ['9 March by Ann Lee', '9 March 2026 Ann Lee'],
    },
    {
      name: 'numbers',
      pattern: String.raw`\d{1,2}[./-]\d{1,2}`,
      finds: ['9.3.2026 von Ann Lee', '03/09/2026 by Ann Lee'],
      passes: ['9.3. von Ann Lee', '9:3:2026 by Ann Lee'],
    },
  ],
  'u',
  (day) =>
    String.raw`^(?:\p{L}+\.?,?\s)?${day}[,./-]?\s?\d{4}[^!?]{0,30}?\s(?:[Bb]y|von|par|por|di|door|av|af)\s+(?=\p{Lu}\S*\s\p{Lu})`,
);
