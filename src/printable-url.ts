const SECRET_PARAMETER =
  /^(?:.*[-_.])?(?:api[-_]?key|key|token|secret|pass|password|pwd|auth|sig|signature|session|sid)$/i;

const MAX_SHOWN_LENGTH = 300;

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
