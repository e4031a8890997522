import type { Wording } from './wording.ts';

/** Advertisement marks and placeholders. */
export const ADVERTISING: Wording[] = [
  {
    name: 'advertisement-english',
    languages: 'en',
    appliesTo: 'whole',
    mostCharacters: 40,
    words:
      'advertisement|advertisements|advertisment|advertisments|advertising|ad|sponsored|sponsored content|promoted',
    drops: ['Advertisement', '— Sponsored content —'],
    keeps: ['Advertising pays for the soup.', 'The ad was wrong.'],
  },
  {
    name: 'advertisement-romance',
    languages: 'fr es pt it',
    appliesTo: 'whole',
    mostCharacters: 40,
    words: 'publicité|publicidad|publicidade|pubblicità',
    drops: ['Publicité', '[Pubblicità]'],
    keeps: ['La publicité paie la soupe.', 'La publicidad paga la sopa.'],
  },
  {
    name: 'advertisement-germanic',
    languages: 'de nl sv da nb',
    appliesTo: 'whole',
    mostCharacters: 40,
    words: 'werbung|anzeige|reklame|annons|annonse|annonce|advertentie',
    drops: ['Anzeige', '* Annonse *'],
    keeps: ['Lee erstattete Anzeige.', 'Werbung bringt keine Suppe.'],
  },
  {
    name: 'advertisement-elsewhere',
    languages: 'pl cs tr id ru vi ja ko',
    appliesTo: 'whole',
    mostCharacters: 40,
    words: 'reklama|reklam|iklan|реклама|quảng cáo|広告|광고',
    drops: ['РЕКЛАМА', '【広告】'],
    keeps: ['Реклама кормит порт.', '広告は港の壁に貼られた。'],
  },
  {
    name: 'advertisement-disclosed',
    languages: 'de',
    appliesTo: 'pattern',
    mostCharacters: 120,
    pattern:
      /^[^\p{L}\p{N}]*(?:anzeige|werbung)[,.:*][^\p{L}\p{N}].{0,60}(?:affiliate|werbung|anzeige)/iu,
    isFormula: true,
    drops: ['Anzeige, enthält Affiliate Links', 'Werbung: Dieser Text ist eine Anzeige'],
    keeps: [
      'Anzeige, Prozess, Urteil: so lang war der Weg der Fähre.',
      'Die Werbung des Hafens, sagt Lee, sei eine Anzeige wert gewesen.',
    ],
  },
  {
    name: 'text-goes-on-below',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 120,
    pattern:
      /(?<!\p{L})(?:(?:story|article|post|content) continues (?:after|below)|(?:continue reading|scroll down) (?:below|for)|advertisement has not loaded)(?!\p{L})/iu,
    drops: ['Story continues below advertisement', 'Scroll down for the soup'],
    keeps: [
      'The story continues in the harbour, where nobody has slept.',
      'She went on and continued reading the log of the ferry.',
    ],
  },
  {
    name: 'text-goes-on-nordic',
    languages: 'sv nb',
    appliesTo: 'start',
    mostCharacters: 180,
    words: 'artikkelen fortsetter|saken fortsetter|artikeln fortsätter',
    drops: ['Artikkelen fortsetter under annonsen', 'Artikeln fortsätter nedanför'],
    keeps: [
      'Havnesjefen sier at saken fortsetter i retten.',
      'Hon säger att artikeln fortsätter att läsas i hamnen.',
    ],
  },
  {
    name: 'affiliate-commission-abroad',
    languages: 'de fr es it nl',
    appliesTo: 'pattern',
    mostCharacters: 400,
    pattern:
      /\b(?:links?|sternchen|kauf|enlaces?|liens?|achat|compra|acquist\p{L}*)\b.{0,120}\b(?:provision|commission|comisión|commissione|commissie)\b/iu,
    drops: [
      '*Bei Links mit Sternchen erhalten wir beim Kauf eine Provision.',
      'Nous touchons sur ces liens une petite commission.',
    ],
    keeps: [
      'Der Makler sagte, beim Kauf der Mole werde eine Provision fällig.',
      'La commission dit que les liens entre les ports sont rompus.',
    ],
  },
  {
    name: 'affiliate-commission',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 400,
    pattern:
      /\b(?:earn|receive|get) an? (?:affiliate )?commission\b|\baffiliate links?\b.{0,120}\bcommission/iu,
    drops: [
      'We may earn a commission when you buy soup.',
      'This page has affiliate links, for which we take a small commission.',
    ],
    keeps: [
      'The mayor named a commission to look at the ferry.',
      'Sellers on the quay earn more than a commission would bring.',
    ],
  },
];
