import { once } from 'node:events';
import { addAbortSignal } from 'node:stream';
import { z } from 'zod';
import { put, type Terminal } from './terminal.ts';

export type BatchAnswer =
  | ({ ok: true } & Record<string, unknown>)
  | { ok: false; error: { code: string; message: string } };

const identified = z.looseObject({ id: z.union([z.string(), z.number()]) });

function failedAnswer(code: string, error: unknown): BatchAnswer {
  return {
    ok: false,
    error: { code, message: error instanceof Error ? error.message : String(error) },
  };
}

async function answerLine<T>(
  line: string,
  schema: z.ZodType<T>,
  answer: (request: T) => Promise<BatchAnswer> | BatchAnswer,
): Promise<object> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { id: null, ...failedAnswer('bad-json', error) };
  }
  const id = identified.safeParse(json).data?.id ?? null;
  const request = schema.safeParse(json);
  if (!request.success)
    return { id, ...failedAnswer('bad-request', new Error(z.prettifyError(request.error))) };
  try {
    return { id, ...(await answer(request.data)) };
  } catch (error) {
    return { id, ...failedAnswer('internal', error) };
  }
}

// Not readline: it breaks lines at U+2028 and U+2029 too, which JSON texts may hold as they are.
async function* linesOf({ stdin, signal }: Pick<Terminal, 'stdin' | 'signal'>) {
  let rest = '';
  stdin.setEncoding('utf8');
  for await (const chunk of addAbortSignal(signal, stdin)) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/**
 * One JSON object a line in, one out, in order. Each answer is written as soon as its line was read,
 * and a bad line fails alone. Throws `AbortError` when it is to stop before its input ends.
 */
export async function runBatch<T>(
  terminal: Pick<Terminal, 'stdin' | 'stdout' | 'signal'>,
  schema: z.ZodType<T>,
  answer: (request: T) => Promise<BatchAnswer> | BatchAnswer,
): Promise<void> {
  const { stdout, signal } = terminal;
  for await (const line of linesOf(terminal)) {
    if (line.trim() === '') continue;
    const reply = await answerLine(line, schema, answer);
    if (!put(stdout, `${JSON.stringify(reply)}\n`)) await once(stdout, 'drain', { signal });
  }
}
