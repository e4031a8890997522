// What is left out: types, and what is only said to a person or explains a row. A mutant of it would
// ask for tests that repeat the words.

import { calledName, nodeAt, stringAt, type SyntaxNode } from './syntax.ts';

const TELLING = new Set([
  'describe',
  'description',
  'option',
  'argument',
  'addHelpText',
  'meta',
  'print',
]);

/** Fields of a row that tell what it is for, or are its examples. */
const EXPLAINING = new Set([
  'name',
  'languages',
  'finds',
  'passes',
  'keeps',
  'drops',
  'description',
  'message',
  'says',
  'why',
  'reason',
]);

/** Syntax of TypeScript that holds an expression; all other is types. */
const HOLDERS = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSInstantiationExpression',
]);

const isOnlyText = (node: SyntaxNode | undefined): boolean =>
  (node?.type === 'Literal' && !('regex' in node)) ||
  node?.type === 'TemplateLiteral' ||
  node?.type === 'ArrayExpression';

export function isLeftOut(node: SyntaxNode): boolean {
  if (node.type.startsWith('TS')) return !HOLDERS.has(node.type);
  if (node.type === 'ImportDeclaration') return true;
  if (node.type === 'NewExpression') return calledName(node).endsWith('Error');
  if (node.type === 'Property') {
    return (
      EXPLAINING.has(stringAt(nodeAt(node, 'key'), 'name')) && isOnlyText(nodeAt(node, 'value'))
    );
  }
  return false;
}

/** Of a call that tells something: its arguments are words, what it is called on is not. */
export const isTelling = (node: SyntaxNode): boolean =>
  node.type === 'CallExpression' && TELLING.has(calledName(node));
