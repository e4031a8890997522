import { patternOfRows } from '../../pattern-rows.ts';

/** Words of credits under pictures that were given to the publisher, for it alone to print. */
export const LENT = patternOfRows(
  [
    {
      name: 'sign',
      pattern: '©',
      finds: ['© Harbour Press', 'Foto © Ann Lee'],
      passes: ['(c', 'Ann Lee / The Quay'],
    },
    {
      name: 'given-english',
      languages: 'en',
      pattern: String.raw`\b(?:courtesy|handout|hand-out|supplied|contributed|provided by)\b`,
      finds: [
        'Courtesy of Ann Lee',
        'Handout',
        'Port office hand-out',
        'Supplied',
        'Contributed photo',
        'Provided by Bob Ray',
      ],
      passes: ['Courteous Lee / The Quay', 'A contributor of The Quay'],
    },
    {
      name: 'via-a-network',
      languages: 'en',
      pattern: String.raw`\bvia (?:facebook|instagram|twitter|x|youtube|tiktok|telegram|whatsapp)\b`,
      finds: [
        'Ann Lee via Facebook',
        'via Instagram',
        'via Twitter',
        'Bob Ray via X',
        'via YouTube',
        'via TikTok',
        'via Telegram',
        'via WhatsApp',
      ],
      passes: ['Via Roma, Bob Ray / The Quay', 'Via Xanthe, Ann Lee / The Quay'],
    },
    {
      name: 'taken-from-a-screen',
      languages: 'en fr de es pt sv',
      pattern: String.raw`\b(?:screen ?grab|screenshot|capture d['’]écran|bildschirmfoto|captura de (?:pantalla|tela)|skärmdump)\b`,
      finds: [
        'Screengrab',
        'Screenshot of the film',
        'Capture d’écran',
        "Capture d'écran",
        'Bildschirmfoto',
        'Captura de pantalla',
        'Captura de tela',
        'Skärmdump',
      ],
      passes: ['The screen of the ferry, Ann Lee / The Quay', 'Captura de peces, Ann Lee'],
    },
    {
      name: 'given-abroad',
      languages: 'es it pt fr de nl',
      pattern: String.raw`\b(?:cortes[ií]a|aimable autorisation|zur verfügung gestellt|beeld via)\b`,
      finds: [
        'Cortesía del puerto',
        'Cortesia do cais',
        'Avec l’aimable autorisation du port',
        'Vom Hafen zur Verfügung gestellt',
        'Beeld via de haven',
      ],
      passes: ['El cortés capitán, Ann Lee', 'Beeld: Bob Ray'],
    },
  ],
  'i',
);
