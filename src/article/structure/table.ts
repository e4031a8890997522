import { type Element, isTag } from 'domhandler';
import type { BodyBlock } from '../../article-body.ts';
import { textOf } from '../../page/plain-text.ts';

export type Table = Extract<BodyBlock, { table: unknown }>['table'];

const MOST_ROWS = 200;
const MOST_COLUMNS = 20;
const MOST_OF_A_TABLE = 20_000;
/** A longer cell holds running text: such a table sets the page, it lists nothing. */
const MOST_OF_A_CELL = 600;
const GROUPS = new Set(['thead', 'tbody', 'tfoot']);

interface TableRow {
  cells: string[];
  isHead: boolean;
}

/**
 * A table of data; undefined for one that sets a page (a single row or column, tables or long texts in
 * its cells, the role of a presentation) and for one too large to be carried.
 */
export function tableIn(element: Element): Table | undefined {
  const { role } = element.attribs;
  if (role === 'presentation' || role === 'none') return undefined;
  const rows = rowsOf(element);
  if (!rows || rows.length < 2) return undefined;
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  const texts = rows.flatMap(({ cells }) => cells);
  const isSet = texts.some((text) => text.length > MOST_OF_A_CELL);
  const filled = texts.filter((text) => text !== '');
  const length = filled.reduce((sum, text) => sum + text.length, 0);
  if (columns < 2 || columns > MOST_COLUMNS || isSet || length > MOST_OF_A_TABLE) return undefined;
  if (filled.length < texts.length / 2) return undefined;
  const head = rows.findIndex(({ isHead }) => !isHead);
  const caption = element.children.filter(isTag).find(({ name }) => name === 'caption');
  const said = caption ? textOf(caption) : '';
  return {
    ...(said && { caption: said }),
    ...(head > 0 && { head }),
    rows: rows.map(({ cells }) => [...cells, ...Array(columns - cells.length).fill('')]),
  };
}

/** Undefined where a cell holds another table, and where there are too many. */
function rowsOf(table: Element): TableRow[] | undefined {
  const rows: TableRow[] = [];
  for (const part of table.children.filter(isTag)) {
    const lines = GROUPS.has(part.name) ? part.children.filter(isTag) : [part];
    for (const line of lines) {
      if (line.name !== 'tr') continue;
      const row = rowOf(line, part.name === 'thead');
      if (!row) return undefined;
      if (row.cells.some((cell) => cell !== '')) rows.push(row);
      if (rows.length > MOST_ROWS) return undefined;
    }
  }
  return rows;
}

function rowOf(line: Element, isInHead: boolean): TableRow | undefined {
  const elements = line.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th');
  const cells: string[] = [];
  for (const cell of elements) {
    if (holdsTable(cell)) return undefined;
    cells.push(textOf(cell));
    const span = Number.parseInt(cell.attribs['colspan'] ?? '1', 10);
    for (let more = 1; more < Math.min(span || 1, MOST_COLUMNS); more += 1) cells.push('');
  }
  const isHead = isInHead || (elements.length > 1 && elements.every(({ name }) => name === 'th'));
  return { cells, isHead };
}

const MOST_SEARCHED_IN_CELL = 200;

function holdsTable(cell: Element): boolean {
  let searched = 0;
  const search = ({ children }: Element): boolean =>
    children.some((child) => {
      if (!isTag(child)) return false;
      searched += 1;
      return child.name === 'table' || (searched < MOST_SEARCHED_IN_CELL && search(child));
    });
  return search(cell);
}
