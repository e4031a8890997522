// How pages say that a day is that of a change, or of another thing than the article.

import { patternOfRows } from '../../pattern-rows.ts';

/** Days of other things, by a part of a class: of a change, a comment, an event, a birth, a reader's membership. */
export const OTHER_MARK = patternOfRows(
  [
    {
      name: 'change-english',
      languages: 'en',
      pattern: 'updat|modif|expire',
      finds: ['updated', 'last-modified', 'expires'],
      passes: ['up-to-date', 'published'],
    },
    {
      name: 'change-abroad',
      languages: 'de es pt it nl da nb sv tr fi',
      pattern:
        '(?:aktuali|actuali|atuali)[sz]|ge(?:ae|ä)nder|aggiorn|bijgewerkt|gewijzigd|opp?dater|guncel|paivitet|muokattu',
      finds: [
        'aktualisiert',
        'actualizado',
        'atualizado',
        'geaendert',
        'geändert',
        'aggiornato',
        'bijgewerkt',
        'gewijzigd',
        'oppdatert',
        'guncelleme',
        'paivitetty',
        'muokattu',
      ],
      passes: ['aktuell', 'datert'],
    },
    {
      name: 'event',
      languages: 'en es fr de',
      pattern: 'event-?(?:date|time)|evento|evenement|veranstalt|ablauf',
      finds: [
        'event-date',
        'eventtime',
        'fecha-evento',
        'evenement',
        'veranstaltung',
        'ablaufdatum',
      ],
      passes: ['event', 'eventually'],
    },
    {
      name: 'reader',
      languages: 'en de es nl',
      pattern: 'comment|join(?:ed|-)|member-since|kommentar|comentario|reactie',
      finds: [
        'comment-date',
        'joined',
        'join-date',
        'member-since',
        'kommentar-datum',
        'fecha-comentario',
        'reactie',
      ],
      passes: ['joints', 'members'],
    },
    {
      name: 'birth',
      languages: 'de es it fr',
      pattern: 'geburt|nacimiento|nascita|naissance',
      finds: ['geburtsdatum', 'nacimiento', 'data-nascita', 'date-naissance'],
      passes: ['renaissant', 'birth'],
    },
  ],
  'i',
);

/** Words that begin what a line says of a change, behind when it was published. */
export const CHANGE_WORDS = patternOfRows(
  [
    {
      name: 'changed-english',
      languages: 'en',
      pattern: 'updated?|modified|edited',
      finds: ['9 March | Updated 10 March', '9 March, last modified today', '9 March – edited'],
      passes: ['Updated 9 March', '9 March, reedited'],
    },
    {
      name: 'changed-germanic',
      languages: 'de nl sv da nb',
      pattern: 'aktualisiert|geändert|bijgewerkt|uppdaterad|opdateret|oppdatert',
      finds: [
        '9. März, zuletzt aktualisiert heute',
        '9. März (geändert)',
        '9 maart | bijgewerkt',
        '9 mars, uppdaterad',
        '9. marts, opdateret',
        '9. mars, oppdatert',
      ],
      passes: ['Aktualisiert 9. März', '9. März, geänderter Text'],
    },
    {
      name: 'changed-romance',
      languages: 'es pt it fr',
      pattern: 'actualizado|actualizada|atualizado|aggiornato|mis à jour|modifié',
      finds: [
        '09/11/2026 | Actualizado a 10/11/2026',
        '9 marzo, actualizada',
        '9 de março, atualizado',
        '9 marzo, aggiornato',
        '9 mars, mis à jour',
        '9 mars, modifié hier',
      ],
      passes: ['Actualizado 9 marzo', '9 mars, modifiées'],
    },
    {
      name: 'changed-elsewhere',
      languages: 'fi pl tr ru uk ar ja ko',
      pattern: 'päivitetty|zaktualizowano|güncelleme|обновлено|оновлено|تحديث|更新|수정|업데이트',
      finds: [
        '9.3. päivitetty',
        '9 marca, zaktualizowano',
        '9 Mart, güncelleme',
        '9 марта, обновлено',
        '9 березня, оновлено',
        '9 مارس، | تحديث',
        '3月9日 更新 10日',
        '3월 9일 수정',
        '3월 9일 업데이트',
      ],
      passes: ['Обновлено 9 марта', '9 marca, zaktualizowanoby'],
    },
  ],
  'isu',
  (any) => String.raw`[\s|,;(–-]+(?:last |zuletzt )?${any}(?!\p{L}).*$`,
);

/** How a line begins that says when the page was changed. */
export const UPDATE_LABEL = patternOfRows(
  [
    {
      name: 'update-label-germanic',
      languages: 'en de nl',
      pattern: 'updated|edited|modified|aktualisiert|änderung|aktualisierung|bijgewerkt',
      finds: [
        'This page was last updated today',
        'Last edited on Monday',
        'Page modified 9 March',
        'Zuletzt aktualisiert am Montag',
        'Letzte Änderung: 9. März',
        'Letzte Aktualisierung: 9. März',
        '• Bijgewerkt 9 maart',
      ],
      passes: ['The page was updated', 'Unedited'],
    },
    {
      name: 'update-label-elsewhere',
      languages: 'fr es pt it tr',
      pattern: 'mis à jour|actualizado|atualizado|aggiornato|güncelleme',
      finds: [
        'Mis à jour le 9 mars',
        'Actualizado el 9 de marzo',
        'Atualizado em 9 de março',
        'Aggiornato il 9 marzo',
        'Güncelleme: 9 Mart',
      ],
      passes: ['Mise en page', 'Son güncelleme'],
    },
  ],
  'i',
  (any) => String.raw`^\W*(?:this page was |page )?(?:last |letzte |zuletzt |article )?${any}`,
);

/** "Published on 5 January 2024", wherever it stands. */
export const LABELLED_DATE = patternOfRows(
  [
    {
      name: 'published-germanic',
      languages: 'en de nl',
      pattern: 'published|posted|erschienen|veröffentlicht|gepubliceerd',
      finds: [
        'Published on 5 January 2024',
        'Posted 5 January 2024',
        'Erschienen am 5. Januar 2024',
        'Veröffentlicht: 5. Januar 2024',
        'Gepubliceerd op 5 januari 2024',
      ],
      passes: ['Unpublished 2024', 'Published in many papers of the coast since 2024'],
    },
    {
      name: 'published-elsewhere',
      languages: 'fr es pt it pl',
      pattern: 'publié|publicado|pubblicato|opublikowano',
      finds: [
        'Publié le 5 janvier 2024',
        'Publicado em 5 de janeiro de 2024',
        'Pubblicato il 5 gennaio 2024',
        'Opublikowano 5 stycznia 2024',
      ],
      passes: ['Publiés en 2024', 'Publicado ayer'],
    },
  ],
  'iu',
  (any) =>
    String.raw`(?<!\p{L})${any}(?!\p{L})(?: (?:on|am|le|el|em|il|op))?:? (.{0,30}(?:19|20)\d\d)`,
);
