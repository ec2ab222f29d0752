import { hash } from 'node:crypto';

const ROUNDS = 5_000;
const SALT_CHARACTERS_MAX = 16;
const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BYTES = 64;

/**
 * A password as /etc/shadow holds it, method 6 (https://www.akkadia.org/drepper/SHA-crypt.txt,
 * whose steps are numbered there), so that no server is told the password itself. Takes some
 * milliseconds. `salt`: up to 16 characters of ./0-9A-Za-z.
 */
export function sha512Crypt(password: string, salt: string): string {
  const key = Buffer.from(password, 'utf8');
  const seasoning = Buffer.from(salt.slice(0, SALT_CHARACTERS_MAX), 'latin1');
  const alternate = digest([key, seasoning, key]);
  // Steps 1 to 12.
  const first = [key, seasoning, repeated(alternate, key.length)];
  for (let bits = key.length; bits > 0; bits >>= 1) first.push(bits & 1 ? alternate : key);
  let result = digest(first);
  // Steps 13 to 20: as long as the password and the salt, but made of digests.
  const ofKey = repeated(digest(Array.from({ length: key.length }, () => key)), key.length);
  const times = 16 + (result[0] ?? 0);
  const ofSalt = repeated(digest(Array.from({ length: times }, () => seasoning)), seasoning.length);
  // Step 21.
  for (let round = 0; round < ROUNDS; round += 1) {
    const odd = round % 2 === 1;
    const parts = [odd ? ofKey : result];
    if (round % 3 !== 0) parts.push(ofSalt);
    if (round % 7 !== 0) parts.push(ofKey);
    parts.push(odd ? result : ofKey);
    result = digest(parts);
  }
  return `$6$${seasoning.toString('latin1')}$${encoded(result)}`;
}

function digest(parts: readonly Buffer[]): Buffer {
  return hash('sha512', Buffer.concat(parts), 'buffer');
}

function repeated(bytes: Buffer, length: number): Buffer {
  return Buffer.alloc(length, bytes);
}

/** Step 22: three bytes, a third of the digest apart and turning, are four characters. */
function encoded(digest: Buffer): string {
  let text = '';
  let [a, b, c] = [0, 21, 42];
  for (let group = 0; group < 21; group += 1) {
    text += characters([digest[a], digest[b], digest[c]], 4);
    [a, b, c] = [b + 1, c + 1, a + 1];
  }
  return text + characters([0, 0, digest[BYTES - 1]], 2);
}

function characters([high = 0, middle = 0, low = 0]: Array<number | undefined>, count: number) {
  let value = (high << 16) | (middle << 8) | low;
  let text = '';
  for (let index = 0; index < count; index += 1) {
    text += ALPHABET[value & 63];
    value >>= 6;
  }
  return text;
}
