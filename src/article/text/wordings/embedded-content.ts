import { byLanguages, type PatternOfLanguages, type Wording } from './wording.ts';

/** What stands where a film or a post of another site is, until the reader lets it be shown. */
const ROWS: PatternOfLanguages[] = [
  {
    languages: 'en',
    pattern:
      /\b(?:this|external|embedded) content\b.{0,100}\b(?:cookies|consent|settings|third part(?:y|ies))\b/i,
    drops: [
      'To see this content you must allow third-party cookies.',
      'Please change your cookie settings to watch: this content needs cookies.',
    ],
    keeps: [
      'The court found that external content was shown without consent.',
      'She asked who had put embedded content on the page without the settings of the town.',
    ],
  },
  {
    languages: 'de',
    pattern:
      /\b(?:externe|empfohlene|redaktionelle)\p{L}{0,2} inhalte?\b|\binhalte?\b.{0,60}\b(?:cookies|drittanbieter\p{L}*)\b/iu,
    drops: [
      'An dieser Stelle befindet sich externer Inhalt, den unsere Redaktion empfiehlt.',
      'Empfohlener redaktioneller Inhalt. Hier finden Sie einen Film.',
    ],
    keeps: [
      'Das Gericht sagte, externe Inhalte seien ohne Zustimmung gezeigt worden.',
      'Der Hafen hatte externe Inhalte auf seiner Seite, laut Prüfbericht.',
    ],
  },
  {
    languages: 'fr',
    pattern: /\bcontenus?\b.{0,60}\b(?:bloqués?|cookies|traceurs|tiers|externes?)(?!\p{L})/iu,
    drops: [
      'Ce contenu est bloqué car vous n’avez pas accepté les cookies.',
      'Veuillez accepter les cookies : ce contenu vient d’un site tiers.',
    ],
    keeps: [
      'Selon le tribunal, le contenu a été bloqué sans raison.',
      'La capitaine a dit que des contenus externes étaient montrés.',
    ],
  },
  {
    languages: 'es',
    pattern: /\bcontenidos?\b.{0,60}\b(?:externos?|cookies|terceros|bloquead[oa]s?)\b/iu,
    drops: [
      'Este contenido procede de un servicio externo.',
      'Acepte las cookies: este contenido es de terceros.',
    ],
    keeps: [
      'El tribunal dijo que el contenido externo era ilegal.',
      'Según la capitana, había contenidos de terceros.',
    ],
  },
  {
    languages: 'it pt',
    pattern:
      /\b(?:contenut[oi]|conteúdos?)\b.{0,60}\b(?:cookies?|terzi|estern[oi]|terceiros|bloquead[oa]s?|bloccat[oi])\b/iu,
    drops: [
      'Questo contenuto è bloccato: accetta i cookie.',
      'Este conteúdo é de terceiros. Clique para ver.',
    ],
    keeps: [
      'Il tribunale ha detto che il contenuto era di terzi.',
      'Segundo ela, o conteúdo foi bloqueado por terceiros.',
    ],
  },
  {
    languages: 'nl sv nb da',
    pattern:
      /\b(?:inhoud|innehåll\p{L}*|innhold\p{L}*|indhold\p{L}*)\b.{0,60}\b(?:cookies?|derden|tredjepart\p{L}*|extern\p{L}*|informasjonskapsler)\b/iu,
    drops: [
      'Deze inhoud is geblokkeerd. Klik om cookies te aanvaarden: wij tonen geen inhoud zonder cookies.',
      'Vi visar inget innehåll utan cookies.',
    ],
    keeps: [
      'Volgens de rechter was de inhoud van derden.',
      'Hon sa att innehållet kom från en tredjepart.',
    ],
  },
  {
    languages: 'pl cs ru',
    pattern:
      /(?<!\p{L})(?:treść|treści|obsah\p{L}*|контент\p{L}*)(?!\p{L}).{0,60}(?:cookies?|zewnętrzn\p{L}*|externí\p{L}*|třetích|сторонн\p{L}*)/iu,
    drops: [
      'Nasza treść jest z zewnętrznego serwisu: włącz cookies.',
      'Náš obsah zobrazíme po povolení cookies.',
    ],
    keeps: ['Sąd stwierdził, że treść była zewnętrzna.', 'Podle soudu byl obsah z třetích stran.'],
  },
];

export const EMBEDDED_CONTENT = byLanguages(
  'embedded-content',
  { appliesTo: 'pattern', mostCharacters: 400 },
  ROWS,
);

/** Whoever says that a machine wrote a text says it of the text at hand, at the beginning of a line. */
export const MADE_BY_MACHINES: Wording[] = [
  {
    name: 'made-by-machine-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 250,
    pattern:
      /^\W*this (?:summary|article|text|translation|audio|content)\b.{0,30}\b(?:created|generated|made|written|produced|translated)\b.{0,30}\b(?:AI|artificial intelligence|automatically)\b/i,
    isFormula: true,
    drops: [
      'This summary was created by artificial intelligence and checked by an editor.',
      'This translation was made automatically.',
    ],
    keeps: [
      'The summary was written by artificial intelligence, the court found.',
      'This article explains how I use artificial intelligence.',
    ],
  },
  {
    name: 'made-by-machine-abroad',
    languages: 'de fr es it nl',
    appliesTo: 'pattern',
    mostCharacters: 250,
    pattern:
      /^\W*(?:diese?r? (?:zusammenfassung|text|artikel|übersetzung)|ce (?:résumé|texte)|este (?:resumen|texto)|questo (?:riassunto|testo)|deze samenvatting)(?!\p{L}).{0,80}(?:\bKI\b|künstlich|\bIA\b|intelligen|automatisch|\bAI\b)/iu,
    isFormula: true,
    drops: [
      'Diese Zusammenfassung wurde mit KI erstellt.',
      'Ce résumé a été écrit par une intelligence artificielle.',
    ],
    keeps: [
      'Die Zusammenfassung wurde laut Gericht mit KI erstellt.',
      'Le port a été mesuré par une intelligence artificielle.',
    ],
  },
];
