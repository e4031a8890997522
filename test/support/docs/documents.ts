import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** A fenced block, with the comment on the line above it that tells tests what it is. */
export interface Block {
  language: string;
  mark: string | undefined;
  code: string;
  /** Of its first line, from 1. */
  line: number;
}

/** A Markdown file that is written for people. */
export interface Document {
  /** From the root, with `/`. */
  path: string;
  text: string;
  blocks: Block[];
  /** The text with its fenced blocks emptied. */
  prose: string;
}

const FENCE =
  /^(?<indent> *)(?:<!-- (?<mark>[^\n]*?) -->\n\k<indent>)?```(?<language>\w*)\n(?<code>[\s\S]*?)^\k<indent>```$/gm;

const outdented = (code: string, indent: string) =>
  code
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');

export function parseDocument(path: string, text: string): Document {
  const blocks = [...text.matchAll(FENCE)].map(({ index, groups = {} }) => ({
    language: groups['language'] ?? '',
    mark: groups['mark'],
    code: outdented(groups['code'] ?? '', groups['indent'] ?? ''),
    line: text.slice(0, index).split('\n').length + (groups['mark'] === undefined ? 1 : 2),
  }));
  return { path, text, blocks, prose: text.replaceAll(FENCE, '') };
}

export function readDocument(path: string): Document {
  return parseDocument(path, readFileSync(join(ROOT, path), 'utf8'));
}

/** Every document of the project. */
export function documents(): Document[] {
  const atRoot = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  const inDocs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  return [...atRoot, ...inDocs.map((name) => `docs/${name}`)].map(readDocument);
}

/** What stands between backticks, without the blocks. */
export function codeSpans({ prose }: Document): string[] {
  return [...prose.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, code = '']) => code);
}

/** Where a link of a document leads, from the root; undefined for other sites. */
export interface Link {
  target: string;
  /** Undefined for the start of the page. */
  anchor: string | undefined;
}

export function linksOf({ path, prose }: Document): Link[] {
  const targets = [
    ...[...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
    ...[...prose.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, target = '']) => target),
  ];
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = '', anchor] = target.split('#');
      const from = posix.dirname(path);
      return { target: file === '' ? path : posix.normalize(posix.join(from, file)), anchor };
    });
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf({ prose }: Document): string[] {
  const counts = new Map<string, number>();
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/** The rows of every table under a heading, cells trimmed, without the heads. */
export function tableRows({ prose }: Document, heading: string): string[][] {
  const [, after = ''] = prose.split(`\n${heading}\n`);
  const section = after.split(/^#{1,3} /m)[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines
    .filter(
      (line, index) => !/^\|[-|: ]+\|$/.test(line) && !/^\|[-|: ]+\|$/.test(lines[index + 1] ?? ''),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}
