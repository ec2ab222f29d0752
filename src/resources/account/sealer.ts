import { createCipheriv, createDecipheriv, createHmac, createSecretKey } from 'node:crypto';
import type { Random } from '#kernel/random.ts';

/** Keeps text secret at rest, under the one key of a cloud (D27). */
export interface Sealer {
  /** `purpose` is authenticated too: text sealed for one purpose does not open for another. */
  seal(text: string, purpose: string): string;
  /** @throws Error where the key does not fit or the text was changed. */
  open(sealed: string, purpose: string): string;
  /**
   * Tells whether two texts are the same without keeping either: without the key, nobody can try
   * out what a text with a password in it was.
   */
  fingerprint(text: string, purpose: string): string;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key of 32 bytes; sealed text is base64url of nonce, tag and ciphertext. */
export function sealer(key: Uint8Array, random: Random): Sealer {
  // A key given as bytes is imported anew each time, at three times the cost of sealing.
  const secret = createSecretKey(key);
  // A key of its own: none is to serve two algorithms.
  const printing = createSecretKey(createHmac('sha256', secret).update('fingerprint').digest());
  return {
    seal(text, purpose) {
      const nonce = random.bytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(Buffer.from(purpose));
      const body = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...body]).toString('base64url');
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
    },
    fingerprint: (text, purpose) =>
      createHmac('sha256', printing).update(`${purpose}\n${text}`).digest('base64url'),
  };
}
