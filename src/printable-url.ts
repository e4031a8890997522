const SECRET_PARAMETER =
  /^(?:.*[-_.])?(?:api[-_]?key|key|token|secret|pass|password|pwd|auth|sig|signature|session|sid)$/i;

const MAX_SHOWN_LENGTH = 300;

/**
 * Values that nobody else may be told, longest first. A process's secrets are those of its environment: they are
 * known once, wherever a text leaves it.
 */
let secrets: readonly string[] = [];

/** From now on these values are masked wherever they appear, also as they are written in addresses and in JSON. */
export function keepSecret(values: readonly string[]): void {
  const spelled = values.flatMap((value) => [
    value,
    encodeURIComponent(value),
    encodeURI(value),
    JSON.stringify(value).slice(1, -1),
  ]);
  secrets = [...new Set([...secrets, ...spelled])].toSorted((a, b) => b.length - a.length);
}

/** A text without the values that are secret, whatever stands around them. */
export function withoutSecretValues(text: string): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}

const ADDRESS = /^https?:\/\//i;

/** Plain data without the values that are secret in any address within; prose may hold such a word by chance. */
export function withoutSecretsWithin<T>(value: T): T {
  if (secrets.length === 0) return value;
  const text = JSON.stringify(value);
  if (!secrets.some((secret) => text.includes(secret))) return value;
  return JSON.parse(text, (_key, part: unknown) =>
    typeof part === 'string' && ADDRESS.test(part) ? withoutSecretValues(part) : part,
  ) as T;
}

/** A URL as it may appear in logs and messages: without secrets, and a long one is cut. */
export function printableUrl(url: string | URL): string {
  const shown = withoutSecrets(url);
  return shown.length > MAX_SHOWN_LENGTH ? `${shown.slice(0, MAX_SHOWN_LENGTH)}…` : shown;
}

/**
 * A URL as it may be told and kept: the user and password and the values of query parameters that look
 * like secrets are replaced by `***`. One without secrets stays as it is, to the letter.
 */
export function withoutSecrets(url: string | URL): string {
  return withoutSecretValues(withoutSecretParts(url));
}

function withoutSecretParts(url: string | URL): string {
  if (typeof url === 'string' && !URL.canParse(url)) return maskUnparsable(url);
  const shown = new URL(url);
  const hasUser = shown.username !== '' || shown.password !== '';
  shown.username = '';
  shown.password = '';
  const names = [...shown.searchParams.keys()];
  const hasSecrets = names.some((name) => SECRET_PARAMETER.test(name));
  if (!hasUser && !hasSecrets) return String(url);
  if (hasSecrets) {
    shown.search = new URLSearchParams(
      Array.from(shown.searchParams, ([name, value]): [string, string] => [
        name,
        SECRET_PARAMETER.test(name) ? '***' : value,
      ]),
    ).toString();
  }
  return hasUser ? shown.href.replace('//', '//***@') : shown.href;
}

// What does not parse may still hold a password before its last "@".
function maskUnparsable(text: string): string {
  return text.includes('@') ? `***${text.slice(text.lastIndexOf('@'))}` : text;
}
