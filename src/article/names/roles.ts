// What people who write are, and what an outlet is called: words that stand beside a name, or make one an outlet's.

import { patternOfRows } from '../../pattern-rows.ts';

/** Words of a role, a desk or an agency, which stand beside a name. */
export const ROLE = patternOfRows(
  [
    {
      name: 'writes',
      languages: 'en',
      pattern:
        'editor|reporter|correspondent|writer|contributor|contributing|columnist|journalist|author|analyst|freelance',
      finds: [
        'Editor',
        'Night Reporter',
        'Correspondent',
        'Staff-Writer',
        'Contributor',
        'Contributing',
        'Columnist',
        'Journalist',
        'Author',
        'Analyst',
        'Freelance',
      ],
      passes: ['Ann Editha', 'Authorine Null'],
    },
    {
      name: 'leads',
      languages: 'en',
      pattern: 'producer|staff|chief|director|head|professor|special',
      finds: ['Producer', 'Staff', 'Chief', 'Director', 'Head', 'Professor', 'Special'],
      passes: ['Ann Headley', 'Bob Staffa'],
    },
    {
      name: 'outlet',
      languages: 'en',
      pattern: 'news|press|agency|times|post|today|digital|media|tribune|herald|bureau|cnn',
      finds: [
        'Quay News',
        'Press',
        'Agency',
        'Quay Times',
        'Post',
        'Quay Today',
        'Digital',
        'Media',
        'Tribune',
        'Herald',
        'Bureau',
        'CNN',
      ],
      passes: ['Ann Postlethwaite', 'Bob Timesdale'],
    },
    {
      name: 'company-and-time',
      languages: 'en',
      pattern: 'inc|llc|updated?|published',
      finds: ['Quay Inc', 'LLC', 'Update', 'Published'],
      passes: ['Ann Incham', 'Bob Upham'],
    },
    {
      name: 'role-german',
      languages: 'de',
      pattern: 'redakteur(?:in)?|korrespondent(?:in)?',
      finds: ['Redakteurin', 'Korrespondent'],
      passes: ['Ann Redaktus', 'Bob Korr'],
    },
    {
      name: 'degree',
      pattern: String.raw`jr|sr|iii?|m\.?d|ph\.?d|rdn?|ldn?|mph|rn|ms`,
      finds: ['Jr', 'Sr', 'III', 'M.D', 'PhD', 'RD', 'LDN', 'MPH', 'RN', 'MS'],
      passes: ['Ann Srin', 'Bob Idris'],
    },
  ],
  'iu',
  (any) => String.raw`\b${any}\b`,
);

/** "Gastautor Bob Ray", "QUAY-Experte Bob Ray". */
export const PROFESSION = patternOfRows(
  [
    {
      name: 'writes-german',
      languages: 'de',
      pattern:
        '[Ee]xpert(?:e|in)|(?:Gast)?[Aa]utor(?:in)?|[Rr]edakteur(?:in)?|[Rr]eporter(?:in)?|[Kk]orrespondent(?:in)?',
      finds: [
        'QUAY-Experte Bob Ray',
        'Expertin Ann Lee',
        'Gastautor Bob Ray',
        'Redakteurin Ann Lee',
        'Reporter Bob Ray',
        'Korrespondentin Ann Lee',
      ],
      passes: ['Autor Bob', 'Autoren wie Bob Ray'],
    },
    {
      name: 'works-german',
      languages: 'de',
      pattern: 'Rechtsanw(?:alt|ältin)|Volontär(?:in)?',
      finds: ['Rechtsanwalt Bob Ray', 'Rechtsanwältin Ann Lee', 'Volontärin Ann Lee'],
      passes: ['Volontäre Bob Ray', 'Anwalt Bob Ray'],
    },
  ],
  'u',
  (any) => String.raw`^(?:[\p{L}-]+-)?${any}\s+(?=\p{Lu}\S+ \p{Lu})`,
);

/** "Ann Lee Redactora de puertos": what somebody is, behind a full name. */
export const TITLE_BEHIND_NAME = patternOfRows(
  [
    {
      name: 'title-spanish',
      languages: 'es',
      pattern: 'redactora?|periodista|corresponsal|reporter[oa]|enviad[oa]|editora?',
      finds: [
        'Ana Sol Redactora de puertos',
        'Ana Sol Periodista',
        'Ana Sol Corresponsal en Puerto',
        'Ana Sol Reportera',
        'Ana Sol Enviada especial',
        'Ana Sol Editora',
      ],
      passes: ['Redactora Ana Sol', 'Ana Sol Enviados'],
    },
    {
      name: 'title-portuguese',
      languages: 'pt',
      pattern: 'jornalista|repórter|colunista',
      finds: ['Ana Sol Jornalista', 'Ana Sol Repórter', 'Ana Sol Colunista do cais'],
      passes: ['Jornalista Ana Sol', 'Ana Sol Jornal'],
    },
    {
      name: 'title-french',
      languages: 'fr',
      pattern: 'journaliste|rédact(?:eur|rice)|correspondante?',
      finds: [
        'Léa Roy Journaliste',
        'Léa Roy Rédactrice',
        'Luc Roy Rédacteur en chef',
        'Léa Roy Correspondante',
      ],
      passes: ['Journaliste Léa Roy', 'Léa Roy Rédaction'],
    },
    {
      name: 'title-italian',
      languages: 'it',
      pattern: 'giornalista|redattore|redattrice|inviat[oa]',
      finds: [
        'Anna Mare Giornalista',
        'Ugo Mare Redattore',
        'Anna Mare Redattrice',
        'Anna Mare Inviata al porto',
      ],
      passes: ['Giornalista Anna Mare', 'Anna Mare Giornale'],
    },
    {
      name: 'title-germanic',
      languages: 'de nl',
      pattern: 'redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|verslaggever|redacteur',
      finds: [
        'Ann Lee Redakteurin',
        'Bob Ray Korrespondent',
        'Ann Lee Reporterin am Hafen',
        'Jan Zee Verslaggever',
        'Jan Zee Redacteur',
      ],
      passes: ['Reporterin Ann Lee', 'Ann Redakteur'],
    },
    {
      name: 'title-elsewhere',
      languages: 'pl tr id ru',
      pattern: 'dziennikar(?:z|ka)|muhabiri?|wartawan|обозреватель|корреспондент|журналист',
      finds: [
        'Jan Port Dziennikarz',
        'Anna Port Dziennikarka',
        'Ayşe Liman Muhabiri',
        'Budi Laut Wartawan',
        'Иван Морской обозреватель',
        'Иван Морской корреспондент',
        'Иван Морской журналист',
      ],
      passes: ['Журналист Иван Морской', 'Anna Port Dziennik'],
    },
  ],
  'iu',
  (any) => String.raw`(?<=^\p{Lu}\S+(?: \p{Lu}\S*){1,3})\s+${any}(?=\s|$).*$`,
);

/** What makes a name a desk's, an agency's or a publisher's. */
export const ORGANIZATION = patternOfRows(
  [
    {
      name: 'article-before',
      languages: 'en',
      pattern: '^(?:the )',
      finds: ['The Quay', 'the harbour office'],
      passes: ['Theo Lee', 'Ann Thewlis'],
    },
    {
      name: 'paper',
      languages: 'en fr',
      pattern: String.raw`\b(?:press|news|agency|agence|times|post|journal|tribune|herald)\b`,
      finds: [
        'Quay Press',
        'Quay News',
        'Agency',
        'Agence du Port',
        'Quay Times',
        'Quay Post',
        'Journal',
        'Tribune',
        'Herald',
      ],
      passes: ['Ann Postlethwaite', 'Bob Newsome'],
    },
    {
      name: 'desk',
      languages: 'en',
      pattern: String.raw`\b(?:bureau|staff|desk|service|associated|international)\b`,
      finds: ['Bureau', 'Quay Staff', 'News-Desk', 'Service', 'Associated', 'International'],
      passes: ['Guy Staffa', 'Ann Desker'],
    },
    {
      name: 'broadcaster',
      languages: 'en',
      pattern: String.raw`\b(?:network|media|television|radio|broadcasting|digital)\b`,
      finds: ['Network', 'Media', 'Television', 'Radio Quay', 'Broadcasting', 'Quay Digital'],
      passes: ['Ann Mediavilla', 'Bob Radios'],
    },
    {
      name: 'site',
      pattern: String.raw`\.(?:com|net|org|info)$`,
      finds: ['quay.com', 'Quay.net', 'Quay.org', 'Quay.info'],
      passes: ['Ann Comnet', 'Bob Ray Jr.'],
    },
  ],
  'iu',
);
