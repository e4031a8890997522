import type { Wording } from './wording.ts';

/** What a site says of itself, of its entries, of the reader's browser and of the copy at hand. */
export const SITE_NOTICES: Wording[] = [
  {
    name: 'terms-apply',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 400,
    pattern:
      /\b(?:terms of (?:use|service)|privacy policy)\b.{0,80}\b(?:apply|agree|consent|acknowledge)|\bagree to (?:our|the) .{0,60}(?:terms|privacy)/i,
    drops: [
      'Our terms of service and privacy policy apply.',
      'By going on you agree to our terms.',
    ],
    keeps: [
      'The council could not agree to the new ferry.',
      'The court found that the privacy policy of the ferry did not ask for consent.',
    ],
  },
  {
    name: 'technical-notice',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 250,
    pattern:
      /\bthis site is protected by recaptcha\b|\benable javascript\b|\b(?:html5|video) capable browser\b|\binvalid file format\b|\bfeature is currently unavailable\b/i,
    drops: ['Please enable JavaScript to see the tides.', 'This feature is currently unavailable'],
    keeps: [
      'The site of the old ferry is protected by the town.',
      'The captain was unavailable when the feature was filmed.',
    ],
  },
  {
    name: 'browser',
    languages: 'en de fr',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /\bihr browser (?:ist veraltet|wird nicht)\b|\b(?:your|this) browser (?:is (?:out of date|outdated|not supported)|does not support)\b|\bnavigateur (?:est obsolète|n['’]est (?:pas|plus))\b/i,
    isFormula: true,
    drops: [
      'Ihr Browser ist veraltet. Bitte laden Sie einen neuen.',
      'Your browser does not support this film.',
    ],
    keeps: [
      'The office said that its browser was older than the ferry.',
      'Le navigateur a vu le port le premier.',
    ],
  },
  {
    name: 'opinions-are-their-own',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /\b(?:opinions|views) expressed\b.{0,80}\b(?:their|his|her) own\b|\bdo(?:es)? not necessarily (?:represent|reflect) the (?:views|opinions|position)/i,
    drops: [
      'The opinions expressed by our guests are their own.',
      'Letters do not necessarily reflect the views of The Quay.',
    ],
    keeps: [
      'The views expressed on the quay were all about soup.',
      'The fishermen expressed their own opinions when the fleet was home.',
    ],
  },
  {
    name: 'desk-reserves-the-right',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /\bwe reserve the right to (?:remove|delete|edit)\b|^.{0,40}\bis not responsible for the (?:opinions|views|content)\b/i,
    drops: [
      'We reserve the right to delete comments about soup.',
      'The Quay is not responsible for the opinions of its guests.',
    ],
    keeps: [
      'The court found that the town is responsible for the opinions that its clerk had put on the wall.',
      'We reserve a table for the captain, the cook said.',
    ],
  },
  {
    name: 'no-comments',
    languages: 'en de es fr it',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /^\W*(?:keine kommentare|no comments(?: yet)?|sin comentarios|aucun commentaire|nessun commento)(?:\W*$|\s*\()/i,
    isFormula: true,
    drops: ['Keine Kommentare (sie erscheinen erst nach Freigabe)', 'No comments yet'],
    keeps: [
      'No comments were to be had from the harbour office, which was closed for the afternoon.',
      'Aucun commentaire n’est venu du port.',
    ],
  },
  {
    name: 'entry-of-a-blog',
    languages: 'en de',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /^this entry was posted\b|\bbookmark the permalink\b|^\W*alle angaben ohne gewähr\W*$|\bsie können alle antworten zu diesem eintrag\b/i,
    isFormula: true,
    drops: [
      'This entry was posted in Harbour.',
      'Von Ann Lee. Abgelegt unter Hafen. Sie können alle Antworten zu diesem Eintrag verfolgen.',
    ],
    keeps: [
      'The entry was posted on the door of the harbour office.',
      'Alle Angaben der Reederei, so das Gericht, seien ohne Gewähr gewesen.',
    ],
  },
  {
    name: 'last-updated',
    languages: 'en de',
    appliesTo: 'pattern',
    mostCharacters: 120,
    pattern:
      /^\W*(?:zuletzt |letzte |last )?(?:aktualisiert|aktualisierung|updated|modified):? (?:am |on )?.{0,30}\d{4}\W*$/i,
    isFormula: true,
    drops: ['Letzte Aktualisierung: 17.01.2026', 'Last updated on 17 January 2026'],
    keeps: [
      'The tables were last updated in 2019, and nobody at the harbour office knew by whom.',
      'Aktualisiert wurde der Fahrplan der Fähre seit Jahren nicht.',
    ],
  },
  {
    name: 'error-found',
    languages: 'en de fr es',
    appliesTo: 'pattern',
    mostCharacters: 220,
    pattern:
      /^\W*(?:fehler gefunden|(?:spotted|found|seen) an? (?:typo|error|mistake)|haben sie (?:einen )?fehler (?:gefunden|entdeckt)|vous avez (?:repéré|trouvé) une (?:erreur|coquille)|¿(?:has encontrado|encontraste) (?:un|algún) error)/i,
    drops: ['Fehler gefunden? Jetzt melden.', 'Spotted a typo? Tell us.'],
    keeps: [
      'Fehler hat die Prüferin an der Fähre keine gefunden.',
      'The inspector found an error in the log of the ferry.',
    ],
  },
  {
    name: 'write-to-the-desk',
    languages: 'en de',
    appliesTo: 'pattern',
    mostCharacters: 220,
    pattern:
      /^\W*(?:got an? (?:news )?(?:tip|story)\b|do you have an? (?:news )?(?:tip|story)\b|ihre meinung ist uns wichtig|get in touch with (?:us|our)\b)|^hat ihnen dieser artikel gefallen\b|^(?:rückfragen bitte an|original-content von):/i,
    drops: ['Got a tip? Write to us.', 'Get in touch with our harbour desk by post.'],
    keeps: [
      'Get in touch, the harbour office told the fishermen, and they did.',
      'Do you have a boat, the mayor asked, and they had.',
    ],
  },
  {
    name: 'printed-copy',
    languages: 'en de',
    appliesTo: 'pattern',
    mostCharacters: 200,
    pattern:
      /^\W*(?:dieser artikel wurde ausgedruckt unter|printed from|drucken seite drucken|(?:permalink|kurzlink|short link)\W{0,3}https?:|abgelegt unter\b)/iu,
    isFormula: true,
    drops: ['Permalink: https://quay.example/1', 'Printed from The Quay'],
    keeps: [
      'The permalink of the harbour is a wooden sign.',
      'Abgelegt wurde die Akte der Fähre im Keller.',
    ],
  },
  {
    name: 'filed-under-german',
    languages: 'de',
    appliesTo: 'pattern',
    mostCharacters: 200,
    pattern:
      /^\W*(?:schlagw(?:örter|orte)|themenseiten|keywords|datum) (?=\p{Lu}|\d)(?!.*[.!?]\W*$)/iu,
    isFormula: true,
    drops: ['Schlagwörter Hafen, Fähre, Suppe', 'Themenseiten Hafen'],
    keeps: [
      'Datum und Ort stehen noch nicht fest, sagte die Hafenmeisterin.',
      'Schlagworte Hafen und Suppe hörte man oft.',
    ],
  },
  {
    name: 'reading-time',
    languages: 'en de fr it es nl',
    appliesTo: 'pattern',
    mostCharacters: 200,
    pattern:
      /^\W*(?:(?:lesezeit|reading time|temps de lecture|tempo di lettura|tiempo de lectura)\b.{0,20}$|\d{1,2} ?min(?:\.|utes?|uten)?(?: (?:read|lesezeit|de lecture|di lettura|de lectura|leestijd))?\W*$)/iu,
    isFormula: true,
    drops: ['4 min read', 'Lesezeit: 3 Minuten'],
    keeps: [
      'The ferry needs 4 min more than it did.',
      'Die Lesezeit im Hafen endet, wenn die Fähre kommt.',
    ],
  },
  {
    name: 'address-of-media',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: 400,
    pattern:
      /^https?:\/\/(?:\S+\.(?:jpe?g|png|gif|webp|mp[34])\b\S*|(?:www\.|m\.)?(?:instagram|twitter|x|facebook|youtube|tiktok|vimeo)\.com\/\S+|youtu\.be\/\S+)$/,
    isFormula: true,
    drops: ['https://www.instagram.com/p/soup/', 'https://quay.example/soup.jpg?w=100'],
    keeps: [
      'https://quay.example/petition',
      'The petition is at https://x.com/quay for all to sign.',
    ],
  },
];
