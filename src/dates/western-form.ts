/** The zeros of the scripts whose digits stand in dates, from Arabic to Khmer; nine others follow each. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040,
  0x17e0,
];

const westernDigits = (text: string): string =>
  text.replace(/[\p{Nd}--\d]/gv, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** The years before the first of each era; Minguo for Taiwan. */
const ERAS = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['民國', 1911],
  ['民国', 1911],
]);

const inCommonEra = (text: string): string =>
  text.replace(
    /(令和|平成|昭和|民[國国])\s?(元|\d{1,3})\s?年/g,
    (_written, era: string, year: string) =>
      `${(ERAS.get(era) ?? 0) + (year === '元' ? 1 : Number(year))}年`,
  );

/** Halves of the day as am and pm behind the hour. */
const withEnglishHalves = (text: string): string =>
  text
    .replace(/(?:上午|午前|오전)\s?(\d[\d:]*)/, '$1 am')
    .replace(/(?:下午|午後|오후)\s?(\d[\d:]*)/, '$1 pm')
    .replace(/(:\d\d)\s?(?:ق\.?\s?ظ|صباح\p{L}*|ص(?!\p{L})|π\.?\s?μ)/u, '$1 am')
    .replace(/(:\d\d)\s?(?:ب\.?\s?ظ|مساء|م(?!\p{L})|μ\.?\s?μ)/u, '$1 pm');

/**
 * A date in the digits, order and words that the patterns for western dates read: other scripts' digits,
 * Chinese, Japanese and Korean forms, eras, halves of the day, and what other languages put between.
 */
export function westernForm(text: string): string {
  const inDigits = inCommonEra(westernDigits(text.normalize('NFKC')));
  return (
    withEnglishHalves(inDigits)
      // Two elements side by side leave no space between them.
      .replace(/\b((?:19|20)\d\d)(?=\d{1,2}:\d\d)/, '$1 ')
      .replace(/(:\d\d ?[AP]M)(?=\p{Lu})/u, '$1 ')
      .replace(/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/, '$1-$2-$3 ')
      .replace(/(\d{1,2})\s?[時时시点]\s?(\d{1,2})\s?[分분]\s?(?:(\d{1,2})\s?[秒초])?/, '$1:$2:$3')
      // Korean: "2026. 4. 24."
      .replace(/(\d{4})\.\s?(\d{1,2})\.\s?(\d{1,2})\.(?!\d)/, '$1-$2-$3 ')
      // Lithuanian: "2026 m. balandžio 24 d."; Latvian: "2026. gada 24. aprīlī".
      .replace(/(\d{4}) m\. (\p{L}+) (\d{1,2}) d\./u, '$1 $2 $3')
      .replace(/(\d{4})\. gada (\d{1,2})\. (\p{L}+)/u, '$2 $3 $1')
      // Hebrew puts "in" before the month.
      .replace(/(\d{1,2}) ב(?=\p{Script=Hebrew}{3})/u, '$1 ')
      // Thai abbreviates its months by dots between the letters.
      .replace(/(?<=\p{Script=Thai})\.(?=\p{Script=Thai})/gu, '')
  );
}
