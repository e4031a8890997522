import { splitCredit } from '../article/names/credit.ts';
import type { ArticleRecord, Credit, Paragraph } from '../article-record.ts';

/** The fields of a record that its text form carries. */
export interface SeedText {
  id: string;
  channel: string;
  source: string;
  taxonomy: string[];
  title: string;
  paragraphs: Paragraph[];
  credit?: Credit;
}

const DEFAULT_HEADER_FIELDS = 5;

/**
 * A record as plain text: the first `headerFields` of id, channel, source and taxonomy paths on one
 * line, then title, paragraphs and credit, a line each. LF, no blank lines, a line feed at the end.
 */
export function writeSeedText(
  record: Omit<SeedText, 'credit'> & Pick<ArticleRecord, 'credit'>,
  { headerFields = DEFAULT_HEADER_FIELDS }: { headerFields?: number } = {},
): string {
  const fields = [record.id, record.channel, record.source, ...record.taxonomy];
  const header = fields.filter((field) => field !== '').slice(0, headerFields);
  const lines = [header.join(' '), record.title, ...record.paragraphs.map(({ text }) => text)];
  if (record.credit) lines.push(record.credit.text);
  return `${lines.join('\n')}\n`;
}

// The header has no separators of its own: a path is a word with a slash, a channel a word of small
// letters and digits, and what stands between is the source, which may have spaces.
function parseHeader(line: string): Pick<SeedText, 'id' | 'channel' | 'source' | 'taxonomy'> {
  const [id = '', ...words] = line.split(' ');
  const firstPath = words.findIndex((word) => word.includes('/'));
  const names = firstPath === -1 ? words : words.slice(0, firstPath);
  const hasChannel = names.length > 1 && /^[a-z0-9-]+$/.test(names[0]!);
  return {
    id,
    channel: hasChannel ? names[0]! : '',
    source: names.slice(hasChannel ? 1 : 0).join(' '),
    taxonomy: firstPath === -1 ? [] : words.slice(firstPath),
  };
}

/** Reads what `writeSeedText` wrote. Kinds of paragraphs are not in the text: every one comes back as `p`. */
export function parseSeedText(text: string): SeedText {
  const [header = '', title = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const { body, credit } = splitCredit(lines.map((line) => ({ kind: 'p', text: line })));
  return { ...parseHeader(header), title, paragraphs: body, ...(credit ? { credit } : {}) };
}
