/** @typedef {import('./index.d.ts').ArticleRecord} ArticleRecord */

const WORDS_A_MINUTE = 230;

/**
 * @param {ArticleRecord} record
 * @param {number} [length]
 */
export function excerpt(record, length = 400) {
  const { summary, paragraphs, rights, flags } = record;
  const first = flags.gated ? undefined : paragraphs.find(({ kind }) => kind === 'p')?.text;
  const most = Math.min(
    length,
    rights.mode === 'excerpt' ? (rights.maxExcerptLength ?? length) : length,
  );
  return cutBetweenWords(summary ?? first ?? '', most);
}

/**
 * At most `most` characters (code points), cut between words, an ellipsis marking the cut.
 * @param {string} text
 * @param {number} most
 */
export function cutBetweenWords(text, most) {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const head = characters.slice(0, Math.max(0, most - 1)).join('');
  const space = head.lastIndexOf(' ');
  // A space in the first half means a long word or a script without spaces: cut inside it then.
  return `${(space > head.length / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** @param {ArticleRecord} record */
export function plainText(record) {
  const { title, subtitle, summary, paragraphs, credit, body = [] } = record;
  const tables = body.flatMap((block) =>
    'table' in block ? block.table.rows.map((cells) => cells.join('\t')) : [],
  );
  const text = paragraphs.map((paragraph) => paragraph.text);
  const lines = [title, subtitle, ...(text.length > 0 ? text : [summary]), ...tables, credit?.text];
  return lines.filter(Boolean).join('\n');
}

/**
 * Pages state languages that are none; their words are counted as any language's.
 * @param {string | undefined} language
 */
function segmenterFor(language) {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}

/** @param {ArticleRecord} record */
export function readingMinutes(record) {
  const segmenter = segmenterFor(record.language);
  let words = 0;
  for (const { text } of record.paragraphs) {
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  }
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
