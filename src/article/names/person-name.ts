import { agencyOf, agenciesSigning, ANY_AGENCY } from './agency-signature.ts';
import { BEHIND_NAME } from './behind-name.ts';
import { NO_NAME } from './no-names.ts';
import { plain } from '../../page/plain-text.ts';
import { labelledWriters, startsWithWriterLabel } from './byline-labels.ts';

const BY =
  'by|von|vom|par|por|di|door|av|af|od|autorin\\/autor|autor(?:in(?:nen)?|en|es)?|autore|auteur|author|authors|writer|reporter|written by|posted by|published by|story by|text|texte|tekst|redaktion|piše|napisao|napisala|autorka|пише|автор|текст|szerző|γράφει (?:ο|η)';
const NAME_LEAD = new RegExp(
  `^(?:by(?=by ))?(?:(?:(?:(?:view|see|zeige|mehr) all[e]? (?:posts|articles|beiträge|artikel)|(?:all(?:e|es)?|mehr|more|zum profil)(?= (?:by|from|von) ))|eine?(?= (?:artikel|\\p{L}*beitrag|kommentar|kolumne|analyse|glosse|reportage|bericht|interview)\\b)|artikel|\\p{L}*beitrag|kommentar|kolumne|analyse|glosse|reportage|bericht|interview|gespeichert|erstellt|eingestellt|verfasst|geschrieben|publiziert|veröffentlicht|publié|rédigé|article|story(?: and(?= photos?))?|photos?(?: and(?= (?:story|text|words)))?|posted|written|published|reported|reporting|edited|text|words|created|submitted|recipe|rezept|review|analysis|opinion|comment)\\s+)*(?:(?:${BY})\\s*:\\s*|(?:${BY})\\s+(?=\\p{Lu}|@?\\p{L})|(?:著者|作者|筆者|撰文|记者|記者|文)\\s*[:：]\\s*)`,
  'iu',
);
const BYLINE_START =
  /^(?:著者|作者|筆者|撰文|记者|記者|文)\s*[:：]|^(?:by)?(?:by|von|par|por|di|door|av|af|autorin\/autor|(?:ein )?(?:artikel|\p{L}*beitrag|kommentar|bericht|interview) von|(?:eine )?(?:kolumne|analyse|glosse|reportage) von|(?:gespeichert|erstellt|geschrieben|verfasst) von|redaktion:|(?:story|text|words|posted|written|autor(?:in(?:nen)?|en)?|authors?|auteur|autore)(?: by)?\s*:?|(?:photos? and )?(?:written|posted|story|text|words)(?: and photos?)? by)\s+(?=[\p{Lu}\p{Lo}])/iu;
/** "Posted on 9 March 2026 by Ann Lee". */
const DATED =
  /^(?:posted|published|created|written|submitted|veröffentlicht|erstellt|publié)(?!\p{L})[^.!?]{4,60}?\s(?:by|von|par)\s+(?=\p{L})/iu;
/** "Tuesday November 9, 2026 2:05 pm by Ann Lee". */
const BEHIND_DAY =
  /^(?:\p{L}+\.?,?\s)?(?:\p{L}+\.?\s\d{1,2}|\d{1,2}\.?\s?\p{L}+|\d{1,2}[./-]\d{1,2})[,./-]?\s?\d{4}[^!?]{0,30}?\s(?:[Bb]y|von|par|por|di|door|av|af)\s+(?=\p{Lu}\S*\s\p{Lu})/u;
const JOINTS =
  /\s*(?:;|\||•|·|\n|\s\/\s|\s&\s(?!\p{Ll})|\s+(?:and|und|et|with|mit|avec|och|og|en|e|ja|a|i)\s+(?=\p{Lu})|\s+y\s+(?=\p{Lu}))\s*/u;
/** Words of a role, a desk or an agency, which stand beside a name. */
export const ROLE =
  /\b(?:editor|reporter|correspondent|writer|staff|contributor|contributing|columnist|journalist|producer|news|press|agency|times|post|today|digital|media|tribune|herald|bureau|chief|director|head|author|inc|llc|freelance|special|updated?|published|redakteur(?:in)?|korrespondent(?:in)?|phd|md|jr|sr|iii?|usa today|professor|analyst|cnn|m\.?d|ph\.?d|rdn?|ldn?|mph|rn|ms)\b/iu;
/** "Ann Lee AFP": a person's name may begin like a sign, "AP Karsten". */
const ENDS_BY_AGENCY = new RegExp(`${ANY_AGENCY}$`, 'u');
/** A key of a program, `posted_by`, which no account writes with capitals. */
const KEY = /^(?:\p{Ll}+_)+\p{Ll}+$/u;
/** "em São Paulo": where a name may begin with a capital alone. */
const PLACE = /^(?:em|en|in|im|aus|from|at|à)\s/;
const MONTH_DAY = /^\p{L}{3,9}\.? \d{1,2}(?:\s|$)|^\d{1,2}\.? \p{L}{3,9}\.?$|^\d+$/u;

/** "Ann Lee The Associated Press" */
const AGENCY_AFTER_NAME = new RegExp(
  `(?<=\\p{L} \\p{L}.{0,40})\\s+(?:[Tt]he )?${ANY_AGENCY}$`,
  'u',
);

/** Whether a text can be a person's or an organization's printed name. */
export function isName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 60 &&
    /\p{L}{2}/u.test(text) &&
    text.split(' ').length <= 6 &&
    !NO_NAME.test(text) &&
    !KEY.test(text) &&
    !PLACE.test(text) &&
    !MONTH_DAY.test(text)
  );
}

const FULL_NAME =
  /^\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|di|van|von|bin|al)){0,2} \p{Lu}[\p{L}'’-]+(?: (?:[JS]r\.?|I{2,3}|IV))?$/u;

/** Whether a text is written like a first and a last name: a desk's may be too. */
export const isSetLikeName = (text: string): boolean => FULL_NAME.test(text);

/** What tells father and son. */
const GENERATION = /,? (?:[JS]r\.?|I{2,3}|IV)$/;

/** Whether a text is a first and a last name, as far as writing tells, and no role or desk. */
export const isFullName = (name: string): boolean =>
  isSetLikeName(name) && !ROLE.test(name.replace(GENERATION, '')) && !ENDS_BY_AGENCY.test(name);

/** Whether a line begins as bylines do: "By Ann Lee". */
export const startsByline = (text: string): boolean =>
  BYLINE_START.test(text) ||
  DATED.test(text) ||
  BEHIND_DAY.test(text) ||
  startsWithWriterLabel(text);

/** "Gastautor Bob Ray", "QUAY-Experte Bob Ray". */
const PROFESSION =
  /^(?:[\p{L}-]+-)?(?:[Ee]xpert(?:e|in)|(?:Gast)?[Aa]utor(?:in)?|[Rr]edakteur(?:in)?|[Rr]eporter(?:in)?|[Kk]orrespondent(?:in)?|Rechtsanw(?:alt|ältin)|Volontär(?:in)?)\s+(?=\p{Lu}\S+ \p{Lu})/u;

/** "Ann Lee Redactora de puertos": what somebody is, behind a full name. */
const TITLE_BEHIND_NAME =
  /(?<=^\p{Lu}\S+(?: \p{Lu}\S*){1,3})\s+(?:redactora?|periodista|corresponsal|reporter[oa]|enviad[oa]|editora?|jornalista|repórter|colunista|journaliste|rédact(?:eur|rice)|correspondante?|giornalista|redattore|redattrice|inviat[oa]|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|verslaggever|redacteur|dziennikar(?:z|ka)|muhabiri?|wartawan|обозреватель|корреспондент|журналист)(?=\s|$).*$/iu;

function trimmed(piece: string): string {
  // Elements side by side, "ByAnn Lee", and labels: "Interview: Ann Lee".
  let name = piece
    .replace(NAME_LEAD, '')
    .replace(PROFESSION, '')
    .replace(TITLE_BEHIND_NAME, '')
    .replace(/^By(?=\p{Lu}\p{Ll})|^\p{L}[\p{L}/]+:\s+(?=\p{Lu})/u, '');
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(BEHIND_NAME, '').replace(AGENCY_AFTER_NAME, '').trim();
  }
  return /\b(?:\p{L}|[JS]r)\.$/u.test(name) ? name : name.replace(/[.:,]+$/, '');
}

/** "Article byAnn Lee": elements side by side. */
const GLUED = /(?<!\p{L})(?:by|von|par|por)(?=\p{Lu}\p{Ll})/u;
/** "Ann Lee | AFP": an agency beside a name. */
const AGENCY = /(?<=\p{Ll})\s*\|\s*\p{Lu}{2,5}(?=\s*(?:[|–—-]|$))/u;
/** "Ann Lee (with Bob Ray)": a second writer. */
const SECOND = /\s*\((?:with|avec|mit|con|com|med|met)\s+(\p{Lu}[^()]+)\)/gu;

const ORGANIZATION =
  /^(?:the )|\b(?:press|news|agency|agence|times|post|journal|network|media|tribune|herald|bureau|staff|desk|service|associated|international|television|radio|broadcasting|digital)\b|\.(?:com|net|org|info)$/iu;
/** Initials, and a country's domain. */
const ABBREVIATED = /^\p{Lu}{2,5}$|\.[a-z]{2}$/u;

/** Whether a name is a desk's, an agency's or a publisher's rather than a person's, as far as its words tell. */
export const isOrganization = (name: string): boolean =>
  ORGANIZATION.test(name) || ABBREVIATED.test(name) || agenciesSigning(name).length > 0;

/** Roles, degrees and places follow a name after a comma; so do more names. */
const isAside = (piece: string): boolean =>
  ROLE.test(piece) ||
  agencyOf(piece) !== undefined ||
  /^\p{Lu}{2,5}$/u.test(piece) ||
  /^\d/.test(piece);

/** "Lee, Ann" as catalogues and metadata have it → "Ann Lee". */
export function inOrder(name: string): string {
  const [, last, first] = /^(\p{Lu}[\p{Ll}'’-]+), (\p{Lu}[\p{Ll}'’-]+)$/u.exec(name) ?? [];
  return last && first && ![last, first].some(isAside) ? `${first} ${last}` : name;
}

/** An address for mail behind a name. */
const ADDRESS = /(?<=\p{L}{2}.{0,60})\s+[(<[]?[\w.+-]{1,64}@[\w.-]{1,64}[)>\]]?/gu;
const CAPITAL_JOINTS = /\s+(?:AND|UND|ET|Y|OCH|OG|WITH)\s+(?=\p{Lu}{2})/gu;

/** "ANN LEE AND BOB RAY": what joins names in a line of capitals is no name. */
const smallJoints = (text: string): string =>
  text === text.toUpperCase() ? text.replaceAll(CAPITAL_JOINTS, '; ') : text;

/** "By ANN LEE and Bob Ray, Staff Writer" → ["ANN LEE", "Bob Ray"]. */
export function namesIn(byline: string): string[] {
  const text = plain(byline).slice(0, 300);
  if (/^(?:https?:|www\.|@)\S+$/.test(text)) return [];
  const said = smallJoints(labelledWriters(text) ?? text)
    .replace(/,(?= [JS]r\b)/g, '')
    .replace(ADDRESS, '')
    .replace(GLUED, '$& ')
    .replace(AGENCY, '')
    .replace(SECOND, '; $1')
    .replace(DATED, '')
    .replace(BEHIND_DAY, '')
    .replace(NAME_LEAD, '');
  const names: string[] = [];
  for (const part of said.split(JOINTS)) {
    const pieces = part.split(/\s*,\s*/);
    const first = pieces[0] ?? '';
    const isWhole = first.includes(' ') || isOrganization(first);
    for (const [at, piece] of pieces.entries()) {
      const name = trimmed(piece);
      // "Ann Lee, in London, Business": what follows is where and about what, not by whom.
      if (at > 0 && /^in\s/u.test(piece)) break;
      // A lone word after a whole name is a place or a role.
      if (at > 0 && (isAside(name) || (isWhole && !name.includes(' ')))) continue;
      if (isName(name) && !names.includes(name)) names.push(name);
    }
  }
  return names;
}
