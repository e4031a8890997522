const MONTHS: Record<string, number> = {};
const NAMES = [
  'jan january januar januari janvier enero gennaio janeiro ocak stycznia styczeń januára január leden ledna január января січня ιανουαρίου ianuarie siječnja januara tammikuuta tammikuu janúar يناير',
  'feb february februar februari février fevrier febrero febbraio fevereiro şubat lutego luty februára február únor února február февраля лютого φεβρουαρίου februarie veljače februara helmikuuta febrúar فبراير',
  'mar march märz maerz maart mars marzo março marco mart marca marzec březen března március марта березня μαρτίου mär mrz martie ožujka maaliskuuta مارس',
  'apr april avril abril aprile nisan kwietnia kwiecień apríla duben dubna április апреля квітня απριλίου avr abr aprilie travnja aprila huhtikuuta apríl أبريل ابريل',
  'may mai mei mayo maggio maio maj mayıs maja mája květen května május мая травня μαΐου μαϊου svibnja toukokuuta maí مايو',
  'jun june juni juin junio giugno junho haziran czerwca czerwiec júna červen června június июня червня ιουνίου iunie lipnja juna kesäkuuta júní يونيو',
  'jul july juli juillet julio luglio julho temmuz lipca lipiec júla červenec července július июля липня ιουλίου juil iulie srpnja jula heinäkuuta júlí يوليو',
  'aug august augustus août aout agosto ağustos sierpnia sierpień augusta srpen srpna augusztus августа серпня αυγούστου augusti ago kolovoza avgusta elokuuta ágúst أغسطس',
  'sep sept september septembre septiembre settembre setembro eylül września wrzesień septembra září szeptember сентября вересня σεπτεμβρίου septembrie rujna syyskuuta سبتمبر',
  'oct okt october oktober octobre octubre ottobre outubro ekim października październik októbra říjen října október октября жовтня οκτωβρίου octombrie listopada oktobra lokakuuta أكتوبر',
  'nov november novembre noviembre novembro kasım listopad listopadu novembra ноября листопада νοεμβρίου noiembrie studenoga studenog marraskuuta nóvember نوفمبر',
  'dec dez december dezember décembre decembre diciembre dicembre dezembro aralık grudnia grudzień decembra prosinec prosince декабря грудня δεκεμβρίου dic decembrie prosinca joulukuuta desember ديسمبر',
];
for (const [at, names] of NAMES.entries())
  for (const name of names.split(' ')) MONTHS[name] = at + 1;

const ISO =
  /(\d{4})-(\d{2})-(\d{2})(?:[T ]{1,2}(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?/;
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s*(?:de\s+|of\s+|-)?(\p{L}{3,12})\.?,?\s*(?:de\s+|del\s+|-)?(\d{4})(?!\d)/u;
const MONTH_DAY = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const YEAR_FIRST = /(?<!\d)(\d{4})[./年-]\s?(\d{1,2})[./月-]\s?(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/;
const CLOCK = /(?<!\d)(\d{1,2})[:h.](\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?\b/i;

interface Day {
  year: number;
  month: number;
  day: number;
}

const real = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1990 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
};

const isoOf = (epochMs: number): string | undefined =>
  Number.isFinite(epochMs) ? new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z') : undefined;

function fromIso(text: string): string | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone] = match;
  const offset =
    !zone || /^[A-Z]/.test(zone)
      ? 'Z'
      : zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, h: string, m = '00') => `${h}:${m}`);
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!real(date)) return undefined;
  return isoOf(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`));
}

function dayIn(text: string, monthFirst: boolean): Day | undefined {
  const words = text.toLowerCase();
  let match = DAY_MONTH.exec(words);
  if (match) {
    const month = MONTHS[match[2] ?? ''];
    if (month) return { year: Number(match[3]), month, day: Number(match[1]) };
  }
  match = MONTH_DAY.exec(words);
  if (match) {
    const month = MONTHS[match[1] ?? ''];
    if (month) return { year: Number(match[3]), month, day: Number(match[2]) };
  }
  match = YEAR_FIRST.exec(words);
  if (match) return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  match = DAY_FIRST.exec(words);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const swapped = second > 12 || (monthFirst && first <= 12);
  return { year: Number(match[3]), month: swapped ? first : second, day: swapped ? second : first };
}

/**
 * Reads a date as pages print it, RFC 3339 in UTC; undefined when there is none. A date without a zone is
 * taken as UTC. `monthFirst` reads 3/4/2024 as March the fourth.
 */
export function parseDate(text: string, monthFirst = false): string | undefined {
  const source = text.slice(0, 200).trim();
  const iso = fromIso(source);
  if (iso) return iso;
  if (/^\d{10}(?:\d{3})?$/.test(source)) {
    return isoOf(Number(source) * (source.length === 10 ? 1000 : 1));
  }
  if (/^\d{8}(?:T?\d{4,6}Z?)?$/.test(source)) {
    return fromIso(
      source.replace(
        /^(\d{4})(\d{2})(\d{2})T?(\d{2})?(\d{2})?.*$/,
        (_, y, m, d, h = '00', i = '00') => `${y}-${m}-${d}T${h}:${i}`,
      ),
    );
  }
  const day = dayIn(source, monthFirst);
  if (!day || !real(day)) return undefined;
  // RFC 2822 and its relatives carry a zone that the platform's parser knows.
  if (/\d{2}:\d{2}.*(?:GMT|UTC|[+-]\d{4}\b|\b[ECMP][SD]T\b)/.test(source)) {
    const exact = isoOf(Date.parse(source.replace(/\([^)]*\)/g, '')));
    if (exact) return exact;
  }
  const clock = CLOCK.exec(source.replace(/\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/, ' '));
  let hour = clock ? Number(clock[1]) : 0;
  if (clock?.[4]) hour = (hour % 12) + (clock[4].toLowerCase() === 'p' ? 12 : 0);
  return isoOf(
    Date.UTC(day.year, day.month - 1, day.day, hour < 24 ? hour : 0, Number(clock?.[2] ?? 0) % 60),
  );
}
