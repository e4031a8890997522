import { byLanguages, type PatternOfLanguages, type Wording } from './wording.ts';

/** Sentences in which a text speaks of itself, as wordings: their patterns begin at its first letter. */
export const ownSentences = (name: string, rows: readonly PatternOfLanguages[]): Wording[] =>
  byLanguages(name, { appliesTo: 'pattern', mostCharacters: 1_000 }, rows);

/** How a text of a language says that its publisher mended it, from its first letter on. */
const OWN_DEEDS: PatternOfLanguages[] = [
  {
    languages: 'en',
    pattern:
      /^\W*this (?:article|story|post|report|piece|headline|column) (?:has been|was|is) (?:amended|corrected|updated)\b.{0,60}\b(?:to (?:correct|reflect|clarify|fix|remove|add)|because|on \d|on \p{L}{3,9}\.? \d)/iu,
    drops: [
      'This article was amended on 3 November 2026 because the ferry has two masts.',
      'This story has been updated to correct the hour.',
      'This post was corrected on Nov. 3 by the editors.',
      'This report is amended to reflect the price.',
      'This piece has been amended to clarify who paid.',
      'This headline was updated to fix a name.',
      'This column was corrected to remove a name.',
      'This story was updated to add the hour.',
      'This article was corrected because the hour was wrong.',
      'This article was updated on 3 November 2026.',
    ],
    keeps: [
      'This story has been told on the quay for years.',
      'This story was corrected by the captain, who laughed.',
    ],
  },
  {
    languages: 'de',
    pattern:
      /^\P{L}*(?:wir haben (?:dies|das|den fehler|die stelle) (?:korrigiert|berichtigt)|dieser (?:artikel|text|beitrag) wurde (?:am .{4,25} )?(?:korrigiert|berichtigt))/iu,
    drops: [
      'Dieser Text wurde am 3. November 2026 korrigiert.',
      'Dieser Artikel wurde berichtigt.',
      'Dieser Beitrag wurde korrigiert.',
      'Wir haben den Fehler korrigiert.',
      'Wir haben dies berichtigt.',
      'Wir haben das korrigiert.',
      'Wir haben die Stelle berichtigt.',
    ],
    keeps: [
      'Dieser Artikel der Verfassung gilt.',
      'Wir haben den Fehler gefunden, sagte die Kapitänin.',
    ],
  },
  {
    languages: 'fr',
    pattern: /^\P{L}*cet article a été (?:corrigé|rectifié|modifié) (?:le|afin|pour)/iu,
    drops: [
      'Cet article a été modifié le 3 novembre 2026.',
      'Cet article a été corrigé afin de préciser l’heure.',
      'Cet article a été rectifié pour préciser l’heure.',
    ],
    keeps: ['Cet article a été lu dans le port.', 'Cet article a été modifié par le sénat.'],
  },
  {
    languages: 'es',
    pattern: /^\P{L}*est[ea] (?:art[ií]culo|nota|noticia|texto) (?:ha sido|fue) corregid[oa]/iu,
    drops: [
      'Esta nota fue corregida el 3 de noviembre.',
      'Este artículo ha sido corregido.',
      'Esta noticia fue corregida.',
      'Este texto ha sido corregido.',
    ],
    keeps: ['Esta nota fue escrita por el capitán.', 'Este texto fue leído en el puerto.'],
  },
  {
    languages: 'it',
    pattern: /^\P{L}*questo articolo è stato (?:corretto|modificato) (?:il|per)/iu,
    drops: [
      'Questo articolo è stato corretto il 3 novembre.',
      'Questo articolo è stato modificato per precisare l’ora.',
    ],
    keeps: [
      'Questo articolo è stato letto al porto.',
      'Questo articolo è stato modificato dal senato.',
    ],
  },
  {
    languages: 'nl',
    pattern: /^\P{L}*dit artikel is (?:op .{4,25} )?(?:gecorrigeerd|gerectificeerd)/iu,
    drops: ['Dit artikel is op 3 november 2026 gecorrigeerd.', 'Dit artikel is gerectificeerd.'],
    keeps: ['Dit artikel is op de kade gelezen.', 'Dit artikel is op de kade besproken.'],
  },
  {
    languages: 'sv',
    pattern: /^\P{L}*artikeln har (?:rättats|korrigerats)/iu,
    drops: ['Artikeln har rättats.', 'Artikeln har korrigerats den 3 november.'],
    keeps: ['Artikeln har lästs på kajen.', 'Artikeln har skrivits av kaptenen.'],
  },
  {
    languages: 'fi',
    pattern: /^\P{L}*(?:juttua|artikkelia) on korjattu/iu,
    drops: ['Artikkelia on korjattu tiistaina.', 'Juttua on korjattu.'],
    keeps: ['Juttua on luettu satamassa.', 'Lauttaa on korjattu tiistaina.'],
  },
  {
    languages: 'id',
    pattern: /^\P{L}*(?:artikel|berita) ini telah dikoreksi/iu,
    drops: ['Berita ini telah dikoreksi pada Selasa.', 'Artikel ini telah dikoreksi.'],
    keeps: ['Artikel ini telah dibaca di pelabuhan.', 'Feri ini telah dikoreksi arahnya.'],
  },
];

export const AMENDED_SENTENCES = ownSentences('amended', OWN_DEEDS);
