import { describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { helpOf, withHelp } from '../../../scripts/commands-help.ts';
import { codeSpans, documents, readDocument, type Document } from '../../support/docs/documents.ts';

/** Of the list of commands alone, which ends at an empty line. */
const namesIn = (help: string) =>
  [...(/\nCommands:\n((?:.+\n?)*)/.exec(help)?.[1] ?? '').matchAll(/^ {2}([a-z-]+)(?= )/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');

const flagsIn = (help: string) =>
  [...help.matchAll(/(?:^ {2}|, )(--[a-z-]+)/gm)].map(([, flag]) => flag!);

/** The flags of every command of the program, nested ones as `held list`. */
async function readProgram(): Promise<Map<string, string[]>> {
  const whole = await helpOf('');
  const program = new Map([['', flagsIn(whole)]]);
  for (const name of namesIn(whole)) {
    const help = await helpOf(name);
    program.set(name, flagsIn(help));
    for (const nested of namesIn(help)) {
      const command = `${name} ${nested}`;
      program.set(command, flagsIn(await helpOf(command)));
    }
  }
  return program;
}

const program = await readProgram();
const everywhere = program.get('')!;
const anyFlag = new Set([...program.values()].flat());

const SHELLS = new Set(['sh', 'cron', 'yaml', 'ini']);
/** The program where it is run: at the start of a line, or after what runs programs. */
const INVOCATION =
  /(?:^ *|npx |&& |\| |workers\/)newsrelay(?:\.ts)? +((?:--config \S+ +)?[a-z][a-z|-]*(?: [^\n;&#`>]*)?)/gm;

/** Command lines of this program, without the program's name. */
function commandLines({ blocks }: Pick<Document, 'blocks'>, spans: string[]): string[] {
  const texts = [
    ...blocks.filter(({ language }) => SHELLS.has(language)).map(({ code }) => code),
    ...spans,
  ];
  return texts.flatMap((text) =>
    [...text.replaceAll('\\\n', ' ').matchAll(INVOCATION)].map(([, line = '']) => line.trim()),
  );
}

/** What is wrong with a command line; alternatives may be written `list|show`. */
function faultsOf(line: string): string[] {
  const words = line.replace(/^--config \S+ +/, '').split(/ +/);
  return (words[0] ?? '').split('|').flatMap((name) => {
    if (!program.has(name)) return [`no command ${name}: ${line}`];
    const isNested = [...program.keys()].some((command) => command.startsWith(`${name} `));
    const nested = isNested && /^[a-z|]+$/.test(words[1] ?? '') ? words[1]!.split('|') : [''];
    return nested.flatMap((child) => {
      const flags = program.get(child === '' ? name : `${name} ${child}`);
      if (!flags) return [`no command ${name} ${child}: ${line}`];
      const written = line.match(/(?<=[ [|])--[a-z][a-z-]*/g) ?? [];
      return written
        .filter((flag) => !flags.includes(flag) && !everywhere.includes(flag))
        .map((flag) => `${name} ${child} has no ${flag}: ${line}`);
    });
  });
}

const { scripts } = packageJson;
const BUILT_IN = new Set(['ci', 'install']);

function unknownScripts({ blocks }: Pick<Document, 'blocks'>, spans: string[]): string[] {
  const texts = [...blocks.map(({ code }) => code), ...spans];
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\bnpm (?:run )?([a-z][a-z:]*)/g)].map(([, name = '']) => name),
  );
  return names.filter((name) => !Object.hasOwn(scripts, name) && !BUILT_IN.has(name));
}

describe.each(documents())('$path', (document) => {
  const spans = codeSpans(document);

  test('every command and flag that it names is one of the program', () => {
    expect(commandLines(document, spans).flatMap(faultsOf)).toEqual([]);
  });

  test('every flag that it names alone belongs to some command', () => {
    const alone = spans.flatMap((code) => /^--[a-z-]+(?= |$)/.exec(code)?.[0] ?? []);
    expect(alone.filter((flag) => !anyFlag.has(flag))).toEqual([]);
  });

  test('every npm script that it names is one of package.json', () => {
    expect(unknownScripts(document, spans)).toEqual([]);
  });
});

test.each([
  ['poll --sauce x', ['poll  has no --sauce: poll --sauce x']],
  ['pol', ['no command pol: pol']],
  ['held list|sho', ['no command held sho: held list|sho']],
  ['--config a.yaml poll --force', []],
])('the command line %s is judged by the program itself', (line, faults) => {
  expect(faultsOf(line)).toEqual(faults);
});

describe('docs/commands.md', () => {
  const reference = readDocument('docs/commands.md');

  test('shows each help as the program prints it; npm run schema writes it', async () => {
    expect(await withHelp(reference.text)).toBe(reference.text);
  });

  test('explains every command of the program', () => {
    const shown = [...reference.text.matchAll(/<!-- help: newsrelay ?(.*?) -->/g)].map(
      ([, name]) => name,
    );
    expect(new Set(shown)).toEqual(new Set(program.keys()));
  });
});
