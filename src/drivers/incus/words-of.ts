const CHARACTERS_MAX = 300;

/**
 * What a server says that must not be passed on: hashes of passwords (crypt), keys and
 * certificates (PEM), credentials within a URL, long values such as base64 user data.
 */
const SECRETS = new RegExp(
  [
    String.raw`\$\d[a-z]?\$\S+`,
    String.raw`-----BEGIN [\s\S]*?(?:-----END [^-]*-----|$)`,
    String.raw`(?<=:\/\/)[^\s/@]+@`,
    String.raw`[\w+/=]{80,}`,
  ].join('|'),
  'g',
);

/**
 * The words of a server as the owner of a machine may read them: on one line, without control
 * characters and secrets, 300 characters at most.
 */
export function wordsOf(message: string): string {
  const line = message
    .slice(0, 4 * CHARACTERS_MAX)
    .replace(SECRETS, '…')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return line.length <= CHARACTERS_MAX ? line : `${line.slice(0, CHARACTERS_MAX - 1)}…`;
}
