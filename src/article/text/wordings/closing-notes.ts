import type { Wording } from './wording.ts';

const MOST_OF_A_NOTE = 500;

/** Notes about the writer or the text that close an article. Only its last lines are asked. */
export const CLOSING_NOTES: Wording[] = [
  {
    name: 'contact-the-writer',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_NOTE,
    pattern:
      /\bcan be (?:reached|contacted) (?:at|via|on)\b|^[^.]{0,60}\b(?:e-?mail|contact)\b.{0,60}@\S+/i,
    drops: [
      'Ann Lee can be reached at ann.lee@quay.example.',
      'Contact reporter Bob Ray at bob@quay.example.',
    ],
    keeps: [
      'The island can be reached in an hour.',
      'Whoever saw the boat is asked to contact the port police at boat@police.example.',
    ],
  },
  {
    name: 'to-contact-the-reporter',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_NOTE,
    pattern: /^to contact the (?:reporter|editor|author|writer)s?\b/i,
    isFormula: true,
    drops: [
      'To contact the reporter on this story: Ann Lee in Port Else at ann.lee@quay.example',
      'To contact the editors responsible: Bob Ray',
    ],
    keeps: [
      'To contact the ferry, the office lit a fire.',
      'He was told to contact the reporter at once.',
    ],
  },
  {
    name: 'read-the-original',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_NOTE,
    pattern:
      /^read (?:the|this) (?:original|full) (?:article|story|post)\b.{0,60}$|^cross-?posted (?:from|at|on)\b.{0,60}$|^(?:see|read) (?:more|all)(?: \w+)? (?:by|from|about|on) .{0,100}$/i,
    drops: ['Read the original article on The Quay.', 'See more by Ann Lee on Quay.example.'],
    keeps: [
      'She read the original log of the ferry.',
      'They could see more from the mast than from the quay.',
    ],
  },
  {
    name: 'follow-the-writer',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_NOTE,
    pattern:
      /\bfollow \S+(?: \S+){0,3} (?:on|at) (?:x|twitter|instagram|facebook|threads|bluesky|linkedin)\b/i,
    drops: ['Follow her on Twitter.', 'Follow Ann Lee on Bluesky'],
    keeps: [
      'Gulls follow her on the way to the island.',
      'Fans are told to follow her on Instagram, her agent said.',
    ],
  },
  {
    name: 'helpers-by-mail',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_NOTE,
    pattern: /^\W*(?:additional|with) (?:reporting|files)\b.{0,80}@/i,
    drops: [
      'Additional reporting: Bob Ray, bob@quay.example',
      'With files from Ann Lee, ann@quay.example',
    ],
    keeps: [
      'With files from the cellar the court began its work.',
      'Additional reporting will be asked of the ferry.',
    ],
  },
  {
    name: 'who-the-writer-is',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_NOTE,
    pattern:
      /\b(?:is|are) (?:a|an|the) .{0,80}\b(?:reporter|writer|editor|correspondent|columnist|journalist|contributor|author of)\b.{0,200}$/i,
    drops: [
      'Ann Lee is a reporter at The Quay.',
      'Bob Ray is the harbour correspondent of The Quay.',
    ],
    keeps: [
      'Her father is a retired editor who wrote for the harbour for thirty years.',
      'There are a dozen of them, and each is a reporter at heart.',
    ],
  },
  {
    name: 'how-the-text-came',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_NOTE,
    pattern:
      /^\W*this (?:story|article|interview|column|piece) (?:was|has been|is|originally|first)\b.{0,80}\b(?:published|appeared|ran|edited|updated|corrected|refiled|produced|translated)/i,
    drops: [
      'This story was first published on The Quay.',
      '(This story was refiled to mend the name of the soup in the second paragraph)',
    ],
    keeps: [
      'This story was told on the quay for years.',
      'The mayor said that this article was published in spring.',
      'This story was first published in a parish magazine in 1904, which is how the legend began.',
    ],
  },
  {
    name: 'editors-note',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_NOTE,
    pattern:
      /^\W*(?:editor['’]s note|disclaimer|corrections?|clarification)\b\s*[:(–-]|^an? (?:earlier|previous) version of th(?:is|e) (?:article|story|post|headline)\b/i,
    isFormula: true,
    drops: [
      'Disclaimer: the quay owns the soup.',
      'An earlier version of this article gave the wrong soup.',
    ],
    keeps: [
      'Note how the ferry turns, the captain said.',
      'An earlier version of the ferry had two masts.',
    ],
  },
  {
    name: 'note',
    languages: 'en',
    appliesTo: 'label',
    mostCharacters: MOST_OF_A_NOTE,
    words: 'note',
    drops: ['Note: We have changed the name of this story.', '(Note: Lee is our cook.)'],
    keeps: ['Note: All times are local.', 'Note: the figures do not include the cost of the soup.'],
  },
];

/** Headings that part the text from what is said about its writer. */
export const WRITER_HEADINGS: Wording[] = [
  {
    name: 'about-the-writer',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 40,
    pattern: /^\W*about (?:the|this) (?:author|writer|contributor)s?\W*$/i,
    drops: ['About the author', 'About this writer:'],
    keeps: ['About the author they knew little.', 'About this the writer said no word.'],
  },
  {
    name: 'about-the-writer-abroad',
    languages: 'de fr es pt it nl pl',
    appliesTo: 'pattern',
    mostCharacters: 40,
    pattern:
      /^\W*(?:über (?:den autor|die autor(?:in|en))|(?:à propos de )?l['’]auteure?|sobre (?:el autor|la autora|o autor)|sull['’]autore|over de auteur|o autorze|zu(?:m autor|r autorin|r person))\W*$/i,
    drops: ['Über die Autorin', 'À propos de l’auteure'],
    keeps: ['Zur Person wollte Lee nichts sagen.', 'O autorze nikt nic nie wie.'],
  },
];

/** What comes after the text for those who quote it. */
export const CITING: Wording[] = [
  {
    name: 'how-to-cite-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 120,
    pattern:
      /^\W*(?:please use one of the following formats to cite .*|(?:how to )?cite this (?:article|page|paper))\W*$/i,
    drops: [
      'How to cite this article',
      'Please use one of the following formats to cite this text:',
    ],
    keeps: ['They cite this article in court.', 'How to cite this the lawyer did not know.'],
  },
  {
    name: 'how-to-cite-german',
    languages: 'de',
    appliesTo: 'whole',
    mostCharacters: 120,
    words: 'zitierweise|diesen artikel zitieren',
    drops: ['Zitierweise:', 'Diesen Artikel zitieren'],
    keeps: ['Die Zitierweise des Gerichts war neu.', 'Diesen Artikel zitieren alle im Hafen.'],
  },
];
