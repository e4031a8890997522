import { agencyOf, agenciesSigning, ANY_AGENCY } from './agency-signature.ts';
import { BEHIND_NAME } from './behind-name.ts';
import { NO_NAME } from './no-names.ts';
import { plain } from '../../page/plain-text.ts';
import { labelledWriters, startsWithWriterLabel } from './byline-labels.ts';
import { NAME_LEAD } from './byline-leads.ts';
import { BYLINE_BEHIND_DAY, BYLINE_START, DATED_BYLINE_START } from './byline-starts.ts';
import { ORGANIZATION, PROFESSION, ROLE, TITLE_BEHIND_NAME } from './roles.ts';
import { patternOfRows } from '../../pattern-rows.ts';

/** What parts the names of a line. */
export const NAME_JOINTS = patternOfRows(
  [
    {
      name: 'sign',
      pattern: String.raw`;|\||•|·|\n|\s\/\s|\s&\s(?!\p{Ll})`,
      finds: [
        'Ann Lee; Bob Ray',
        'Ann Lee | Bob Ray',
        'Ann Lee • Bob Ray',
        'Ann Lee · Bob Ray',
        'Ann Lee\nBob Ray',
        'Ann Lee / Bob Ray',
        'Ann Lee & Bob Ray',
      ],
      passes: ['Ann Lee & co', 'Ann Lee-Ray'],
    },
    {
      name: 'word',
      languages: 'en de fr es sv nb da nl pt it fi pl hr',
      pattern: String.raw`\s+(?:and|und|et|with|mit|avec|och|og|en|e|ja|a|i|y)\s+(?=\p{Lu})`,
      finds: [
        'Ann Lee and Bob Ray',
        'Ann Lee und Bob Ray',
        'Léa Roy et Luc Roy',
        'Ann Lee with Bob Ray',
        'Ann Lee mit Bob Ray',
        'Léa Roy avec Luc Roy',
        'Ada Hav och Bo Hav',
        'Ida Hav og Bo Hav',
        'Jan Zee en Bo Zee',
        'Ana Sol e Rui Sol',
        'Aino Meri ja Ilo Meri',
        'Jana Port a Ivo Port',
        'Ane More i Ivo More',
        'Ana Sol y Luz Sol',
      ],
      passes: ['Ann and the captain', 'Ana del mar'],
    },
  ],
  'u',
  (any) => String.raw`\s*${any}\s*`,
);
/** "Ann Lee AFP": a person's name may begin like a sign, "AP Karsten". */
const ENDS_BY_AGENCY = new RegExp(`${ANY_AGENCY}$`, 'u');
/** A key of a program, `posted_by`, which no account writes with capitals. */
const KEY = /^(?:\p{Ll}+_)+\p{Ll}+$/u;
/** "em São Paulo": where a name may begin with a capital alone. */
const PLACE = /^(?:em|en|in|im|aus|from|at|à)\s/;
const MONTH_DAY = /^\p{L}{3,9}\.? \d{1,2}(?:\s|$)|^\d{1,2}\.? \p{L}{3,9}\.?$|^\d+$/u;

/** "Ann Lee The Associated Press" */
const AGENCY_AFTER_NAME = new RegExp(
  `(?=\\s)(?<=\\p{L} \\p{L}.{0,40})\\s+(?:[Tt]he )?${ANY_AGENCY}$`,
  'u',
);

/** Whether a text can be a person's or an organization's printed name. */
export function isName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 60 &&
    /\p{L}{2}/u.test(text) &&
    text.split(' ').length <= 6 &&
    !NO_NAME.any.test(text) &&
    !KEY.test(text) &&
    !PLACE.test(text) &&
    !MONTH_DAY.test(text)
  );
}

const GENERATION_MARK = String.raw`(?:[JS]r\.?|I{2,3}|IV)`;
const FIRST_NAME = String.raw`\p{Lu}[\p{L}'’.-]+`;
const BETWEEN_NAMES = String.raw`(?:\p{Lu}[\p{L}'’.-]*|de|da|di|van|von|bin|al)`;
const LAST_NAME = String.raw`\p{Lu}[\p{L}'’-]+`;
const FULL_NAME = new RegExp(
  `^${FIRST_NAME}(?: ${BETWEEN_NAMES}){0,2} ${LAST_NAME}(?: ${GENERATION_MARK})?$`,
  'u',
);

/** Whether a text is written like a first and a last name: a desk's may be too. */
export const isSetLikeName = (text: string): boolean => FULL_NAME.test(text);

/** What tells father and son. */
const GENERATION = new RegExp(`,? ${GENERATION_MARK}$`);

/** Whether a text is a first and a last name, as far as writing tells, and no role or desk. */
export const isFullName = (name: string): boolean =>
  isSetLikeName(name) && !ROLE.any.test(name.replace(GENERATION, '')) && !ENDS_BY_AGENCY.test(name);

/** Whether a line begins as bylines do: "By Ann Lee". */
export const startsByline = (text: string): boolean =>
  BYLINE_START.any.test(text) ||
  DATED_BYLINE_START.any.test(text) ||
  BYLINE_BEHIND_DAY.any.test(text) ||
  startsWithWriterLabel(text);

function trimmed(piece: string): string {
  // Elements side by side, "ByAnn Lee", and labels: "Interview: Ann Lee".
  let name = piece
    .replace(NAME_LEAD.any, '')
    .replace(PROFESSION.any, '')
    .replace(TITLE_BEHIND_NAME.any, '')
    .replace(/^By(?=\p{Lu}\p{Ll})|^\p{L}[\p{L}/]+:\s+(?=\p{Lu})/u, '');
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(BEHIND_NAME.any, '').replace(AGENCY_AFTER_NAME, '').trim();
  }
  return /\b(?:\p{L}|[JS]r)\.$/u.test(name) ? name : name.replace(/(?<![.:,])[.:,]+$/, '');
}

/** "Article byAnn Lee": elements side by side. */
const GLUED = /(?<!\p{L})(?:by|von|par|por)(?=\p{Lu}\p{Ll})/u;
/** "Ann Lee | AFP": an agency beside a name. */
const AGENCY = /(?<=\p{Ll})\s*\|\s*\p{Lu}{2,5}(?=\s*(?:[|–—-]|$))/u;
/** "Ann Lee (with Bob Ray)": a second writer. */
const SECOND = /(?:(?<!\s)\s+)?\((?:with|avec|mit|con|com|med|met)\s+(\p{Lu}[^()]+)\)/gu;

/** Initials, and a country's domain. */
const ABBREVIATED = /^\p{Lu}{2,5}$|\.[a-z]{2}$/u;

/** Whether a name is a desk's, an agency's or a publisher's rather than a person's, as far as its words tell. */
export const isOrganization = (name: string): boolean =>
  ORGANIZATION.any.test(name) || ABBREVIATED.test(name) || agenciesSigning(name).length > 0;

/** Roles, degrees and places follow a name after a comma; so do more names. */
const isAside = (piece: string): boolean =>
  ROLE.any.test(piece) ||
  agencyOf(piece) !== undefined ||
  /^\p{Lu}{2,5}$/u.test(piece) ||
  /^\d/.test(piece);

/** "Lee, Ann" as catalogues and metadata have it → "Ann Lee". */
export function inOrder(name: string): string {
  const [, last, first] = /^(\p{Lu}[\p{Ll}'’-]+), (\p{Lu}[\p{Ll}'’-]+)$/u.exec(name) ?? [];
  return last && first && ![last, first].some(isAside) ? `${first} ${last}` : name;
}

/** An address for mail behind a name. */
const ADDRESS = /(?=\s)(?<=\p{L}{2}.{0,60})\s+[(<[]?[\w.+-]{1,64}@[\w.-]{1,64}[)>\]]?/gu;
const CAPITAL_JOINTS = /(?<!\s)\s+(?:AND|UND|ET|Y|OCH|OG|WITH)\s+(?=\p{Lu}{2})/gu;

/** "ANN LEE AND BOB RAY": what joins names in a line of capitals is no name. */
const smallJoints = (text: string): string =>
  text === text.toUpperCase() ? text.replaceAll(CAPITAL_JOINTS, '; ') : text;

/** "By ANN LEE and Bob Ray, Staff Writer" → ["ANN LEE", "Bob Ray"]. */
export function namesIn(byline: string): string[] {
  const text = plain(byline).slice(0, 300);
  if (text === '') return [];
  if (/^(?:https?:|www\.|@)\S+$/.test(text)) return [];
  const said = smallJoints(labelledWriters(text) ?? text)
    .replace(/,(?= [JS]r\b)/g, '')
    .replace(ADDRESS, '')
    .replace(GLUED, '$& ')
    .replace(AGENCY, '')
    .replace(SECOND, '; $1')
    .replace(DATED_BYLINE_START.any, '')
    .replace(BYLINE_BEHIND_DAY.any, '')
    .replace(NAME_LEAD.any, '');
  const names: string[] = [];
  for (const part of said.split(NAME_JOINTS.any)) {
    const pieces = part.split(/(?:(?<!\s)\s+)?,\s*/);
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
