import { percentDecoded } from '../../clean-url.ts';
import { type Variable, withReferences } from '../file/interpolate.ts';
import { type DataPath, filledIn, type PlacedScalar, scalarsIn } from '../file/scalars.ts';
import type { Problem } from '../problems/problem.ts';
import { nodeAt, problemAt, type FilledText, type YamlFile } from '../file/yaml-file.ts';
import { patternOfRows } from '../../pattern-rows.ts';

/** What operators call the variables that hold their secrets. */
export const SECRET_NAME = patternOfRows(
  [
    {
      name: 'password',
      languages: 'en',
      pattern: 'PASS|PASSWORD|PASSWD|PASSPHRASE|PASSCODE|PWD|PW',
      finds: ['DB_PASS', 'PASSWORD', 'SMTP_PASSWD', 'PASSPHRASE', 'PASSCODE', 'PWD', 'WP_PW'],
      passes: ['PASSENGERS', 'COMPASS'],
    },
    {
      name: 'key',
      languages: 'en',
      pattern: 'APIKEY|KEY|TOKEN|SECRET|CREDENTIALS?|AUTH',
      finds: ['APIKEY', 'PARTNER_KEY_2', 'TOKENS', 'SECRET', 'CREDENTIALS', 'AUTH_HEADER'],
      passes: ['KEYBOARD', 'AUTHOR'],
    },
    {
      name: 'signature-or-session',
      languages: 'en',
      pattern: 'SIG|SIGNATURE|SESSION|COOKIE',
      finds: ['SIG', 'SIGNATURE', 'SESSION', 'COOKIES'],
      passes: ['SIGNAL', 'COOKIEJAR'],
    },
  ],
  'i',
  (any) => String.raw`(?:^|_)${any}S?(?:_|\d*$)`,
);
/** Settings whose values nobody else may know. */
const SECRET_SETTINGS = new Set(['password', 'secrets', 'token', 'headers', 'cookies', 'query']);
/** Settings that hold an address, of which a part may be a secret. */
const ADDRESS_SETTINGS = new Set(['feeds', 'url']);

/** Shorter values would be found in texts by chance. */
const SHORTEST_SECRET = 4;
const SHORTEST_UNNAMED_SECRET = 6;

/** A value that came from the environment, where it is used: through aliases and merged maps as well. */
interface Use extends FilledText {
  path: DataPath;
}

function usesIn(file: YamlFile, node: unknown, path: DataPath): Use[] {
  return scalarsIn(file, node, path).flatMap((scalar) => {
    const filled = filledIn(file, scalar);
    return filled === undefined ? [] : [{ ...filled, path: scalar.path }];
  });
}

export const settingOf = (path: DataPath): string | undefined =>
  path.findLast((step) => typeof step === 'string' && !/^\d+$/.test(step)) as string | undefined;
const isSecretSetting = (path: DataPath): boolean =>
  path.some((step) => SECRET_SETTINGS.has(String(step)));
const isAddressSetting = (path: DataPath): boolean => ADDRESS_SETTINGS.has(settingOf(path) ?? '');

/** An address with a password in it, such as that of a Redis. */
const passwordOf = (value: string): string => URL.parse(value)?.password ?? '';

const isSecretVariable = ({ name, value }: Variable): boolean =>
  SECRET_NAME.any.test(name) || passwordOf(value) !== '';

// Letters alone: no part of an address writes them otherwise.
const STAND = 'nrsecretvalue';

/** Where in an address a reference stands: as a whole user, password, parameter or step of the path, or elsewhere. */
function placeInAddress(template: string): 'whole' | 'origin' | 'part' {
  if (withReferences(template, '') === '') return 'whole';
  const url = URL.parse(withReferences(template, STAND));
  if (url === null || url.host.includes(STAND)) return 'origin';
  const parts = [
    url.username,
    url.password,
    ...url.pathname.split('/'),
    ...Array.from(url.searchParams.values()),
  ];
  const isElsewhere =
    parts.some((part) => part.includes(STAND) && part !== STAND) ||
    Array.from(url.searchParams.keys()).some((key) => key.includes(STAND)) ||
    url.hash.includes(STAND);
  return isElsewhere ? 'part' : 'whole';
}

/**
 * Where a source takes a secret into what is printed, matched or asked for: only a whole value of a request may be one.
 * What others wrote may have become part of a source, and would else have a secret of the operator's published, or sent to them.
 */
export function misplacedSecrets(
  { file, path }: { file: YamlFile; path: DataPath },
  root: YamlFile,
): Problem[] {
  const known = new Set(
    usesIn(root, root.document.contents, [])
      .filter((use) => isSecretSetting(use.path))
      .flatMap(({ variables }) => variables.map(({ name }) => name)),
  );
  return usesIn(file, nodeAt(file, path), path).flatMap((use) => {
    const secret = use.variables.find((used) => isSecretVariable(used) || known.has(used.name));
    if (secret === undefined || isSecretSetting(use.path)) return [];
    // A key may be the name of its bearer, with an empty password.
    if (use.path.includes('basic')) return [];
    if (isAddressSetting(use.path) && placeInAddress(use.template) === 'whole') return [];
    const where = isAddressSetting(use.path)
      ? 'within a part of the address; a secret may be a whole user, password, parameter or step of the path'
      : 'in what is published or matched; a secret belongs into feeds or request alone';
    const message = `has the secret ${secret.name} ${where}; a text with a plain "\${" is written with "$\${"`;
    return [problemAt(file, use.path, message)];
  });
}

/** Every value of the files that nobody else may be told, to be masked wherever it appears. */
export function secretValues(files: readonly YamlFile[]): string[] {
  return files.flatMap((file) => [
    ...filledSecrets(file),
    ...plainSecretsIn(file).flatMap(secretIn),
  ]);
}

function filledSecrets(file: YamlFile): string[] {
  return usesIn(file, file.document.contents, []).flatMap((use) =>
    use.variables.flatMap((variable) => {
      const { value } = variable;
      const password = passwordOf(value);
      if (password !== '') return [password, percentDecoded(password)];
      if (SECRET_NAME.any.test(variable.name) || isSecretSetting(use.path))
        return value.length >= SHORTEST_SECRET ? [value] : [];
      const isPart = isAddressSetting(use.path) && placeInAddress(use.template) !== 'origin';
      return isPart && !URL.canParse(value) && value.length >= SHORTEST_UNNAMED_SECRET
        ? [value]
        : [];
    }),
  );
}

/** Settings that hold nothing but a secret. */
export const SECRET_ALONE = new Set(['password', 'secrets', 'token']);
/** Request headers that let somebody in. */
const SECRET_HEADER = /authorization|cookie|key|token|secret|password/i;

function holdsSecret({ path, node }: PlacedScalar): boolean {
  const text = typeof node.value === 'string' ? node.value : '';
  const name = settingOf(path) ?? '';
  const isHeader = path.includes('headers') && SECRET_HEADER.test(name);
  return passwordOf(text) !== '' || (text !== '' && (SECRET_ALONE.has(name) || isHeader));
}

const plainSecretsIn = (file: YamlFile): PlacedScalar[] =>
  scalarsIn(file, file.document.contents, []).filter(
    (text) => !file.interpolated.has(text.node) && holdsSecret(text),
  );

function secretIn({ node }: PlacedScalar): string[] {
  const text = String(node.value);
  const password = passwordOf(text);
  if (password !== '') return [password, percentDecoded(password)];
  return text.length >= SHORTEST_SECRET ? [text] : [];
}

/** Secrets that stand in the files themselves, where everybody who reads them has them. */
export function plainSecrets(files: readonly YamlFile[]): Problem[] {
  return files.flatMap((file) =>
    plainSecretsIn(file).map(({ path }) => {
      const message = 'holds a secret in the file; take it from the environment: ${NAME}';
      return problemAt(file, path, message);
    }),
  );
}
