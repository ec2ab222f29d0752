import { createHash } from 'node:crypto';

export type KeyType = 'rsa' | 'dsa' | 'ecdsa';

/** A public key in OpenSSH's one-line form, read. */
export interface PublicKey {
  readonly type: KeyType;
  /** Type, key and comment with one space between them: safe as a line of authorized_keys. */
  readonly line: string;
  /** MD5 over the key, in hexadecimal. */
  readonly fingerprint: string;
}

/** The fields of a key behind its name (RFC 4253 section 6.6, RFC 5656 section 3.1). */
const forms: Readonly<Record<string, { readonly type: KeyType; readonly fields: number }>> = {
  'ssh-rsa': { type: 'rsa', fields: 2 },
  'ssh-dss': { type: 'dsa', fields: 4 },
  'ecdsa-sha2-nistp256': { type: 'ecdsa', fields: 2 },
  'ecdsa-sha2-nistp384': { type: 'ecdsa', fields: 2 },
  'ecdsa-sha2-nistp521': { type: 'ecdsa', fields: 2 },
};

/** What every key of RSA begins with, in Base64. */
const RSA_LOOK = /^ssh-rsa AAAAB3Nza[A-Za-z0-9+/]+={0,2}$/;

/**
 * Reads what looks like a key of RSA and is none, as Alibaba takes it: the example of its provider
 * is one. It opens nothing. Undefined where it does not even look like one.
 */
export function parseLookalike(text: string): PublicKey | undefined {
  const line = text.trim();
  if (text.length > CHARACTERS_MAX || !RSA_LOOK.test(line)) return undefined;
  return { type: 'rsa', line, fingerprint: createHash('md5').update(line).digest('hex') };
}

const CHARACTERS_MAX = 8_192;
const RSA_BITS_MIN = 1_024;
const RSA_BITS_MAX = 16_384;
/** A comment stands in a file of lines, so nothing in it may end one. */
const LINE = /^(?<name>[a-z0-9-]+) +(?<body>[A-Za-z0-9+/]+={0,2})(?: +(?<comment>[^\p{Cc}]*))?$/u;

/** Reads a public key; undefined where it is none, or of a kind that no vendor here takes. */
export function parsePublicKey(text: string): PublicKey | undefined {
  if (text.length > CHARACTERS_MAX) return undefined;
  const { name = '', body = '', comment = '' } = LINE.exec(text.trim())?.groups ?? {};
  const form = forms[name];
  const blob = Buffer.from(body, 'base64');
  if (
    form === undefined ||
    blob.toString('base64').replace(/=+$/, '') !== body.replace(/=+$/, '')
  ) {
    return undefined;
  }
  const fields = fieldsOf(blob);
  if (fields?.[0]?.toString('latin1') !== name || fields.length !== form.fields + 1) {
    return undefined;
  }
  if (form.type === 'rsa' && !isSoundRsa(fields)) return undefined;
  const fingerprint = createHash('md5').update(blob).digest('hex');
  const line = [name, body, comment.trim()].filter((part) => part !== '').join(' ');
  return { type: form.type, line, fingerprint };
}

/** What stands in a blob, each behind its length; undefined where the lengths do not add up. */
function fieldsOf(blob: Buffer): readonly Buffer[] | undefined {
  const fields: Buffer[] = [];
  let at = 0;
  while (at < blob.length) {
    if (blob.length - at < 4) return undefined;
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return undefined;
    fields.push(blob.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** An odd exponent above one, and a modulus of a size that OpenSSH takes. */
function isSoundRsa([, exponent, modulus]: readonly Buffer[]): boolean {
  if (exponent === undefined || modulus === undefined) return false;
  const bits = bitsOf(modulus);
  const isOdd = ((exponent.at(-1) ?? 0) & 1) === 1;
  return isOdd && bitsOf(exponent) > 1 && bits >= RSA_BITS_MIN && bits <= RSA_BITS_MAX;
}

/** Bits of an integer as RFC 4251 writes it; 0 for one that is negative or padded. */
function bitsOf(bytes: Buffer): number {
  const [first = 0, second = 0] = bytes;
  if (first >= 0x80 || (first === 0 && second < 0x80)) return 0;
  const body = first === 0 ? bytes.subarray(1) : bytes;
  return body.length * 8 - Math.clz32(body[0] ?? 0) + 24;
}
