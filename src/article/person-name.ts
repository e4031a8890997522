import { plain } from './plain-text.ts';

const LEAD =
  /^(?:(?:(?:article|story|photos?|posted|written|published|reported|reporting|edited|text|words|created|submitted)\s+)*(?:by|von|par|por|di|de la rédaction de|door|av|af|door|autor(?:in)?|autore|auteur|author|written by|texte?|text|von unserer mitarbeiterin|redaktion|tekst)\s*:?\s+|by:\s*|(?:author|autor|autore|auteur|text|tekst|reporter)\s*:\s*)/iu;
const JOINTS =
  /\s*(?:;|\||•|·|\n|\/|\s&\s|\s+(?:and|und|et|with|mit|avec|och|og|en|e)\s+|\s+y\s+(?=\p{Lu}))\s*/iu;
const AFTER_COMMA =
  /^(?:.*\b(?:editor|reporter|correspondent|writer|staff|contributor|contributing|columnist|journalist|producer|news|press|agency|times|post|today|digital|media|tribune|herald|bureau|chief|director|author|inc|llc|freelance|special|updated?|published|redakteur(?:in)?|korrespondent(?:in)?|phd|md|jr|sr|iii?|usa today|cnn|ap|afp|reuters|dpa)\b.*|\d.*)\.?$/iu;
const NO_NAME =
  /^(?:admin|administrator|staff|editor|editors|guest|user|anonymous|unknown|author|authors|webmaster|redaktion|redazione|null|undefined|none|by|more|share|follow|contributor|view all posts|n\/a)$|https?:|www\.|@|\d{3,}|[{}<>=[\]_]|\b(?:minutes?|hours?|days?) ago\b|\b(?:published|updated|posted|last modified)\b/iu;
const TRAILING =
  /\s*(?:\([^()]*\)|[-–—|,]\s*$|\bfor (?:the )?[A-Z].*$|\s+(?:is|was) (?:a|an|the) .*$)\s*$/u;

/** Whether a text can be a person's or an organization's printed name. */
export function isName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 70 &&
    /\p{L}{2}/u.test(text) &&
    text.split(' ').length <= 8 &&
    !NO_NAME.test(text)
  );
}

/** "By ANN LEE and Bob Ray, Staff Writer" → ["ANN LEE", "Bob Ray"]. */
export function namesIn(byline: string): string[] {
  const names: string[] = [];
  const text = plain(byline).replace(LEAD, '');
  for (const part of text.split(JOINTS)) {
    for (const [at, piece] of part.split(/\s*,\s*/).entries()) {
      let name = piece.replace(LEAD, '');
      for (let before = ''; before !== name;) {
        before = name;
        name = name.replace(TRAILING, '').trim();
      }
      name = name.replace(/[.:,]+$/, (dots) => (/\b\p{L}\.$/u.test(name) ? dots : ''));
      if (at > 0 && AFTER_COMMA.test(name)) continue;
      if (isName(name) && !names.includes(name)) names.push(name);
    }
  }
  return names;
}
