/** Languages whose month names appear in feeds; where two disagree about a word, the first wins. */
const LANGUAGES =
  'en es fr de pt it nl ru uk be pl tr az kk uz id ms fil sv da nb is fi et lv lt cs sk hu ro bg ' +
  'sr sr-Latn hr sl mk sq el ca eu gl hy ka ar ar-SY fa he hi bn ta te mr gu ur ne th sw af ' +
  'pa ml kn si my km lo mn am so';

/** Lower case, without accents and the dot of an abbreviation. */
const plainWord = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();

let months: Map<string, number> | undefined;

// Built from the ICU data of Node once a date is met that is not written in English.
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  const add = (word: string, month: number) => {
    const name = plainWord(word);
    // Vowels may be marks: a word of three signs can have two letters. Thai abbreviates to two.
    const isName = /^(?:[\p{L}\p{M}]{3,}|\p{Script=Thai}{2})$/u.test(word.replaceAll('.', ''));
    if (isName && !names.has(name)) names.set(name, month);
  };
  for (const language of LANGUAGES.split(' ')) {
    const widths = (['long', 'short'] as const).flatMap((month) => [
      new Intl.DateTimeFormat(language, { month, calendar: 'gregory', timeZone: 'UTC' }),
      // Beside a day many languages put the month in the genitive.
      new Intl.DateTimeFormat(language, {
        calendar: 'gregory',
        month,
        day: 'numeric',
        year: 'numeric',
        timeZone: 'UTC',
      }),
    ]);
    for (const [index, format] of widths.entries()) {
      const all = Array.from({ length: 12 }, (_, month) => {
        const parts = format.formatToParts(Date.UTC(2023, month, 15));
        return parts.find(({ type }) => type === 'month')?.value ?? '';
      });
      const starts = all.map((name) => plainWord(name).slice(0, 3));
      for (const [month, name] of all.entries()) {
        add(name.replaceAll(' ', ''), month + 1);
        // Feeds cut names to three letters where that leaves them different.
        const start = starts[month] ?? '';
        if (index < 2 && starts.filter((other) => other === start).length === 1)
          add(start, month + 1);
      }
    }
  }
  return names;
}

const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The month (1 to 12) that a word of any of many languages names, whole or abbreviated. */
export function monthOfWord(word: string): number | null {
  const index = ENGLISH.indexOf(word.slice(0, 3).toLowerCase());
  if (index >= 0 && /^(?:\w{3}|sept|\w*(?:ary|ch|il|e|y|st|ber))$/i.test(word)) return index + 1;
  months ??= monthNames();
  return months.get(plainWord(word)) ?? null;
}
