// The syntax tree of a source file, as far as mutants need it.

import { parseAst } from 'vitest/node';

export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export function parseSource(text: string, file: string): SyntaxNode {
  return parseAst(text, { lang: 'ts' }, file) as unknown as SyntaxNode;
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

export function nodeAt(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

export function nodesAt(node: SyntaxNode, field: string): SyntaxNode[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function stringAt(node: SyntaxNode | undefined, field: string): string {
  const value = node?.[field];
  return typeof value === 'string' ? value : '';
}

/** The last name of what is called: `print` of `print(…)`, `describe` of `z.int().describe(…)`. */
export function calledName(call: SyntaxNode): string {
  const callee = nodeAt(call, 'callee');
  return stringAt(callee, 'name') || stringAt(nodeAt(callee, 'property'), 'name');
}

export const isFunction = ({ type }: SyntaxNode): boolean =>
  type === 'FunctionDeclaration' ||
  type === 'FunctionExpression' ||
  type === 'ArrowFunctionExpression';

/** Children in the order of the text. */
export const childrenOf = (node: SyntaxNode): SyntaxNode[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
