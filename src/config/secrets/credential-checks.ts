import { z } from 'zod';
import { type DataPath, filledIn, scalarsIn, type PlacedScalar } from '../file/scalars.ts';
import { nodeAt, problemAt, type YamlFile } from '../file/yaml-file.ts';
import type { Problem } from '../problems/problem.ts';

const SECRET_KINDS = ['headers', 'cookies', 'query'];

const draftSourceSchema = z.object({
  feeds: z.array(z.string().catch('')).catch([]),
  request: z.object({
    basic: z.unknown().optional(),
    headers: z.record(z.string(), z.unknown()).catch({}),
  }),
});

/** Settings of `request` that hold what nobody else may know. */
function isSecret([kind, name]: (string | number)[]): boolean {
  return SECRET_KINDS.includes(String(kind)) || (kind === 'basic' && name === 'password');
}

function scalarsOfRequest(
  file: YamlFile,
  path: DataPath,
): { within: DataPath; scalar: PlacedScalar }[] {
  const at = [...path, 'request'];
  return scalarsIn(file, nodeAt(file, at), at).flatMap((scalar) =>
    scalar.path.length > at.length ? [{ within: scalar.path.slice(at.length), scalar }] : [],
  );
}

/**
 * What of a source’s credentials stands in the file itself, where everybody who reads it has it, or would be sent
 * beside another one.
 */
export function credentialProblems(
  { file, path }: { file: YamlFile; path: DataPath },
  raw: unknown,
) {
  const { data } = draftSourceSchema.safeParse(raw);
  if (!data) return [];
  const scalars = scalarsOfRequest(file, path);
  const isFilled = ({ within: [kind], scalar }: (typeof scalars)[number]) =>
    kind === 'basic' && (filledIn(file, scalar)?.variables.length ?? 0) > 0;
  const hasOwnBasic = scalars.some(isFilled);
  const literals = scalars.flatMap(({ within, scalar }): Problem[] => {
    if (!isSecret(within) || file.unresolved.has(scalar.node)) return [];
    const filled = filledIn(file, scalar);
    if (filled && filled.variables.length > 0) return [];
    // A key that is the name, with an empty password.
    if (within[0] === 'basic' && scalar.node.value === '' && hasOwnBasic) return [];
    const message = filled
      ? 'has no value from the environment; set the variable there, a default in the file is known to all its readers'
      : 'is written in the file; take it from the environment: ${NAME}';
    return [problemAt(file, scalar.path, message)];
  });
  const sendsAuthorization =
    data.request.basic !== undefined ||
    Object.keys(data.request.headers).some((name) => /^authorization$/i.test(name));
  const doubled = data.feeds.flatMap((feed, index): Problem[] => {
    const url = URL.parse(feed);
    if (!sendsAuthorization || !url || url.username + url.password === '') return [];
    const message =
      'has a name and password of its own beside those of `request`; keep one of the two';
    return [problemAt(file, [...path, 'feeds', index], message)];
  });
  return [...literals, ...doubled];
}

const LOOPBACK = /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/;

/** Feeds that are asked for in the open, with what nobody else may know. */
export function credentialWarnings(
  { file, path }: { file: YamlFile; path: DataPath },
  raw: unknown,
) {
  const feeds = draftSourceSchema.safeParse(raw).data?.feeds ?? [];
  return feeds.flatMap((feed, index): Problem[] => {
    const url = URL.parse(feed);
    if (url?.protocol !== 'http:' || LOOPBACK.test(url.hostname)) return [];
    const message =
      'is asked for without TLS, so that the credentials under `request` can be read on the way; write https://';
    return [problemAt(file, [...path, 'feeds', index], message)];
  });
}

/** The variables that a source’s credentials come from, in the order of the file. */
export function credentialVariables({ file, path }: { file: YamlFile; path: DataPath }): string[] {
  const names = scalarsOfRequest(file, path)
    .filter(({ within: [kind] }) => kind !== 'hosts')
    .flatMap(({ scalar }) => filledIn(file, scalar)?.variables ?? [])
    .map(({ name }) => name);
  return [...new Set(names)];
}
