// Every small change of a source file that its tests should notice.

import { alternativesOf, wordsOf } from './alternatives.ts';
import {
  calledName,
  childrenOf,
  isFunction,
  nodeAt,
  nodesAt,
  parseSource,
  stringAt,
  type SyntaxNode,
} from './syntax.ts';
import { isLeftOut, isTelling } from './wording.ts';

export type MutationKind =
  | 'compare'
  | 'bound'
  | 'bool'
  | 'number'
  | 'arithmetic'
  | 'force-if'
  | 'skip-if'
  | 'return'
  | 'drop-call'
  | 'list-row'
  | 'word'
  | 'alternative'
  | 'swap-arguments'
  | 'string';

export interface Mutation {
  kind: MutationKind;
  start: number;
  end: number;
  replacement: string;
}

interface Place {
  node: SyntaxNode;
  /** Nearest first. */
  parents: SyntaxNode[];
  text: string;
}

const NEGATED: Record<string, string> = {
  '===': '!==',
  '!==': '===',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const BOUNDS: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const SUMS: Record<string, string> = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };

const isText = (node: SyntaxNode | undefined): boolean =>
  node?.type === 'TemplateLiteral' ||
  (node?.type === 'Literal' && typeof node['value'] === 'string') ||
  (node?.type === 'BinaryExpression' &&
    (isText(nodeAt(node, 'left')) || isText(nodeAt(node, 'right'))));

const within = (node: SyntaxNode, kind: MutationKind, replacement: string): Mutation => ({
  kind,
  start: node.start,
  end: node.end,
  replacement,
});

/** The operator of a binary or logical expression, which stands between its sides. */
function operatorChange({ node, text }: Place, kind: MutationKind, operator: string): Mutation {
  const from = nodeAt(node, 'left')?.end ?? node.start;
  const start = text.indexOf(stringAt(node, 'operator'), from);
  return { kind, start, end: start + stringAt(node, 'operator').length, replacement: operator };
}

function ofOperator(place: Place): Mutation[] {
  const { node } = place;
  const operator = stringAt(node, 'operator');
  if (node.type === 'LogicalExpression') {
    if (operator === '&&') return [operatorChange(place, 'bool', '||')];
    return operator === '||' ? [operatorChange(place, 'bool', '&&')] : [];
  }
  const changes: Mutation[] = [];
  const [negated, bound, sum] = [NEGATED[operator], BOUNDS[operator], SUMS[operator]];
  if (negated) changes.push(operatorChange(place, 'compare', negated));
  if (bound) changes.push(operatorChange(place, 'bound', bound));
  const sides = [nodeAt(node, 'left'), nodeAt(node, 'right')];
  if (sum && !sides.some(isText)) changes.push(operatorChange(place, 'arithmetic', sum));
  for (const side of sides) {
    if (negated && side && isText(side) && side.type === 'Literal' && side['value'] !== '') {
      changes.push(within(side, 'string', `('' as never)`));
    }
  }
  return changes;
}

/** Off by one where each counts, and otherwise of another size. */
function otherNumbers(value: number): number[] {
  if (value === 0) return [1];
  if (Number.isInteger(value) && value < 10) return [value + 1, value - 1];
  return [value * 10, Number.isInteger(value) ? Math.floor(value / 2) : value / 2];
}

function ofLiteral({ node, parents, text }: Place): Mutation[] {
  const { value } = node;
  if (typeof value === 'boolean') return [within(node, 'bool', String(!value))];
  if (typeof value === 'number') {
    if (parents[0]?.type === 'MemberExpression') return [];
    return otherNumbers(value).map((number) => within(node, 'number', String(number)));
  }
  const isPattern = 'regex' in node;
  const isList = typeof value === 'string' && isListOfWords(parents);
  return isPattern || isList ? ofText(node, text, isPattern) : [];
}

/** Words are a list where they stand in a constant of the module or are split at once. */
const isListOfWords = (parents: SyntaxNode[]): boolean =>
  !parents.some(isFunction) || stringAt(nodeAt(parents[0], 'property'), 'name') === 'split';

function ofText(node: SyntaxNode, text: string, isPattern: boolean): Mutation[] {
  const end = isPattern ? text.lastIndexOf('/', node.end - 1) : node.end - 1;
  const inside = text.slice(node.start + 1, end);
  const bars = isPattern || /\S\|\S/.test(inside) ? alternativesOf(inside) : [];
  const changed = (kind: MutationKind) => (span: { start: number; end: number }) => ({
    kind,
    start: node.start + 1 + span.start,
    end: node.start + 1 + span.end,
    replacement: '',
  });
  return bars.length > 0
    ? bars.map(changed('alternative'))
    : isPattern
      ? []
      : wordsOf(inside).map(changed('word'));
}

function ofTemplate({ node, parents, text }: Place): Mutation[] {
  const isPattern = parents[0]?.type === 'TaggedTemplateExpression';
  if (nodesAt(node, 'expressions').length > 0) return [];
  if (!isPattern && !isListOfWords(parents)) return [];
  return ofText(node, text, false);
}

/** Each row of a list, with the comma behind it. */
function rowsOf(rows: SyntaxNode[], { text }: Place, isLong: boolean): Mutation[] {
  if (!isLong) return [];
  return rows.map((row) => {
    const comma = /^\s*,/.exec(text.slice(row.end, row.end + 200));
    return { ...within(row, 'list-row', ''), end: row.end + (comma?.[0].length ?? 0) };
  });
}

/** Calls that say the same of two values whatever their order. */
const ORDERLESS = new Set(['max', 'min', 'same', 'likeness']);

function ofCall({ node, text }: Place): Mutation[] {
  const [first, second] = nodesAt(node, 'arguments');
  if (!first || !second || isTelling(node) || ORDERLESS.has(calledName(node))) return [];
  const isPlain = ({ type }: SyntaxNode) =>
    type === 'Identifier' || type === 'MemberExpression' || type === 'CallExpression';
  if (!isPlain(first) || !isPlain(second)) return [];
  const [one, other] = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
  if (one === other) return [];
  const between = text.slice(first.end, second.start);
  const replacement = `${other}${between}${one}`;
  return [{ kind: 'swap-arguments', start: first.start, end: second.end, replacement }];
}

const isCall = (node: SyntaxNode | undefined): boolean =>
  node?.type === 'CallExpression' ||
  (node?.type === 'AwaitExpression' && isCall(nodeAt(node, 'argument')));

function ofStatement({ node }: Place): Mutation[] {
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
    const test = nodeAt(node, 'test')!;
    return [
      within(test, 'force-if', '(true as boolean)'),
      within(test, 'skip-if', '(false as boolean)'),
    ];
  }
  if (node.type === 'ReturnStatement') {
    const value = nodeAt(node, 'argument');
    const isNothing = stringAt(value, 'name') === 'undefined';
    return value && !isNothing ? [within(value, 'return', '(undefined as never)')] : [];
  }
  if (node.type === 'ArrowFunctionExpression') {
    const body = nodeAt(node, 'body');
    const isValue =
      body && body.type !== 'BlockStatement' && stringAt(body, 'name') !== 'undefined';
    return isValue ? [within(body, 'return', '(undefined as never)')] : [];
  }
  const call = nodeAt(node, 'expression');
  if (node.type !== 'ExpressionStatement' || !isCall(call)) return [];
  return calledName(call!) === 'super' ? [] : [within(node, 'drop-call', ';')];
}

const isPlainRow = (row: SyntaxNode): boolean =>
  row.type === 'Property' &&
  ['Literal', 'ArrayExpression'].includes(nodeAt(row, 'value')?.type ?? '');

/** Of an object: a table at the top of a module, whose rows are all plain. */
function isTable(node: SyntaxNode, parents: SyntaxNode[]): boolean {
  const rows = nodesAt(node, 'properties');
  return rows.length >= 4 && rows.every(isPlainRow) && !parents.some(isFunction);
}

function changesAt(place: Place): Mutation[] {
  const { node, parents } = place;
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return ofOperator(place);
    case 'UnaryExpression':
      return node['operator'] === '!'
        ? [{ kind: 'bool', start: node.start, end: node.start + 1, replacement: '!!' }]
        : [];
    case 'Literal':
      return ofLiteral(place);
    case 'TemplateLiteral':
      return ofTemplate(place);
    case 'ArrayExpression': {
      const rows = nodesAt(node, 'elements');
      return rowsOf(rows, place, rows.length >= 2);
    }
    case 'ObjectExpression':
      return rowsOf(
        nodesAt(node, 'properties').filter((row) => !isLeftOut(row)),
        place,
        isTable(node, parents),
      );
    case 'CallExpression':
      return ofCall(place);
    default:
      return ofStatement(place);
  }
}

/** In the order of the text; types and wording are left out. */
export function mutationsOf(text: string, file: string): Mutation[] {
  const found: Mutation[] = [];
  const visit = (node: SyntaxNode, parents: SyntaxNode[]) => {
    if (isLeftOut(node)) return;
    found.push(...changesAt({ node, parents, text }));
    const within = isTelling(node) ? [nodeAt(node, 'callee')!] : childrenOf(node);
    for (const child of within) visit(child, [node, ...parents]);
  };
  visit(parseSource(text, file), []);
  return found.toSorted((a, b) => a.start - b.start);
}
