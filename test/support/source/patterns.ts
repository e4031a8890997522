import {
  calledName,
  childrenOf,
  isFunction,
  nodeAt,
  nodesAt,
  parseSource,
  stringAt,
  type SyntaxNode,
} from '../../mutants/syntax.ts';
import type { SourceFile } from './source-files.ts';

/** A pattern, or a part of one, as it is written in a module. */
export interface WrittenPattern {
  /** File and line. */
  place: string;
  source: string;
  /** Of a regular expression; undefined of text that one is made of. */
  flags: string | undefined;
  /** Whether it stands in a row beside two lists of texts: those that it finds, and those that it passes. */
  isShown: boolean;
  /** Whether a row that holds it says how long a text it reads at the most. */
  isBounded: boolean;
}

/** Words or alternatives that a pattern is made of. */
const LISTS = /\S\|\S/;

/** Whether a text is a pattern by where it stands: what a regular expression is made of, or a row's words. */
function isPatternByPlace(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false;
  if (parent.type === 'Property') return /^(?:pattern|words)$/.test(keyOf(parent));
  return calledName(parent) === 'RegExp' && nodesAt(parent, 'arguments')[0] === node;
}

/** What of a node is a pattern's source: a literal, `String.raw`, or a text that lists alternatives or stands for one. */
function sourceOf(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  const { type } = node;
  const isPattern = (text: string): boolean =>
    isPatternByPlace(node, parent) || (LISTS.test(text) && !text.includes('\n'));
  if (type === 'Literal') {
    const regex = node['regex'] as { pattern: string } | undefined;
    if (regex) return regex.pattern;
    const text = stringAt(node, 'value');
    return text !== '' && isPattern(text) ? text : undefined;
  }
  if (type !== 'TaggedTemplateExpression' && type !== 'TemplateLiteral') return undefined;
  const quasi = type === 'TemplateLiteral' ? node : nodeAt(node, 'quasi');
  const isRaw = stringAt(nodeAt(nodeAt(node, 'tag'), 'property'), 'name') === 'raw';
  const parts = quasi ? nodesAt(quasi, 'quasis') : [];
  const text = parts.map((part) => (part['value'] as { raw: string }).raw).join('');
  if (type === 'TaggedTemplateExpression') return isRaw ? text : undefined;
  return isPattern(text) ? text : undefined;
}

const flagsOf = (node: SyntaxNode): string | undefined =>
  (node['regex'] as { flags: string } | undefined)?.flags;

const FEWEST_EXAMPLES = 2;

const isList = (node: SyntaxNode | undefined): boolean =>
  node?.type === 'ArrayExpression' && nodesAt(node, 'elements').length >= FEWEST_EXAMPLES;

const keyOf = (property: SyntaxNode): string => stringAt(nodeAt(property, 'key'), 'name');

/** Whether a node is a row: an object with lists by their names, or a tuple or call with two lists. */
function isRow(node: SyntaxNode): boolean {
  if (node.type === 'ObjectExpression') {
    const lists = nodesAt(node, 'properties').filter((each) => isList(nodeAt(each, 'value')));
    const has = (...names: string[]) => lists.some((each) => names.includes(keyOf(each)));
    return has('finds', 'drops') && has('passes', 'keeps');
  }
  const parts =
    node.type === 'CallExpression' ? nodesAt(node, 'arguments') : nodesAt(node, 'elements');
  return parts.filter(isList).length >= 2;
}

const saysItsBound = (node: SyntaxNode): boolean =>
  nodesAt(node, 'properties').some((each) => keyOf(each) === 'mostCharacters');

/** Every pattern of a module. */
export function patternsIn({ name, text }: SourceFile): WrittenPattern[] {
  const found: WrittenPattern[] = [];
  const visit = (node: SyntaxNode, around: readonly SyntaxNode[]) => {
    const source = sourceOf(node, around[0]);
    if (source !== undefined) {
      const line = text.slice(0, node.start).split('\n').length;
      const row = around.find(isRow);
      const isShown = row !== undefined;
      found.push({
        place: `${name}:${line}`,
        source,
        flags: flagsOf(node),
        isShown,
        isBounded: isShown && saysItsBound(row),
      });
    }
    const isTag = node.type === 'TaggedTemplateExpression';
    const above = isFunction(node) ? [] : [node, ...around];
    for (const child of childrenOf(node)) {
      // What a tag reads was read with it; what stands in its gaps was not.
      if (isTag && child.type === 'TemplateLiteral') {
        for (const gap of nodesAt(child, 'expressions')) visit(gap, above);
      } else visit(child, above);
    }
  };
  visit(parseSource(text, name), []);
  return found;
}

/** Names of the constants of a module that are patterns of rows. */
export function rowPatternsIn({ name, text }: SourceFile): string[] {
  return nodesAt(parseSource(text, name), 'body').flatMap((statement) => {
    const declaration = nodeAt(statement, 'declaration') ?? statement;
    return nodesAt(declaration, 'declarations')
      .filter((each) => MAKERS.has(calledName(nodeAt(each, 'init') ?? each)))
      .map((each) => stringAt(nodeAt(each, 'id'), 'name'));
  });
}

const MAKERS = new Set(['patternOfRows', 'hintWords']);
