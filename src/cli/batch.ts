import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Terminal } from './terminal.ts';

export type BatchAnswer =
  | ({ ok: true } & Record<string, unknown>)
  | { ok: false; error: { code: string; message: string } };

const identified = z.looseObject({ id: z.union([z.string(), z.number()]) });

function failure(code: string, error: unknown): BatchAnswer {
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
    return { id: null, ...failure('bad-json', error) };
  }
  const id = identified.safeParse(json).data?.id ?? null;
  const request = schema.safeParse(json);
  if (!request.success)
    return { id, ...failure('bad-request', new Error(z.prettifyError(request.error))) };
  try {
    return { id, ...(await answer(request.data)) };
  } catch (error) {
    return { id, ...failure('internal', error) };
  }
}

/**
 * One JSON object a line in, one out, in order. Each answer is written as soon as its line was read,
 * and a bad line fails alone.
 */
export async function runBatch<T>(
  { stdin, stdout }: Pick<Terminal, 'stdin' | 'stdout'>,
  schema: z.ZodType<T>,
  answer: (request: T) => Promise<BatchAnswer> | BatchAnswer,
): Promise<void> {
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const reply = await answerLine(line, schema, answer);
    if (!stdout.write(`${JSON.stringify(reply)}\n`)) await once(stdout, 'drain');
  }
}
