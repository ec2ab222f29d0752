import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/** An RSA key as it is handed to its owner, and the half of it that everybody may know. */
export interface RsaKey {
  /** PKCS#1 in PEM, unencrypted. */
  readonly privateKey: string;
  /** OpenSSH's one line, without a comment. */
  readonly publicKey: string;
}

/** Makes RSA keys; injected, since no seed can make them. */
export interface RsaKeys {
  make(): Promise<RsaKey>;
}

const generate = promisify(generateKeyPair);
const BITS = 2048;
/** Threads that one process spends on keys: they are shared with files and name look-ups. */
const AT_ONCE_MAX = 2;

/** Keys of 2048 bits, made on other threads, a few at a time. */
export function rsaKeys(): RsaKeys {
  const waiting: Array<() => void> = [];
  let running = 0;
  const place = (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    return promise;
  };
  return {
    async make() {
      if (running < AT_ONCE_MAX) running += 1;
      else await place();
      try {
        return await makeKey();
      } finally {
        // The place goes to the next in the queue, or is free.
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}

async function makeKey(): Promise<RsaKey> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: BITS });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const blob = [Buffer.from('ssh-rsa'), unsigned(e), unsigned(n)].map(counted);
  return {
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    publicKey: `ssh-rsa ${Buffer.concat(blob).toString('base64')}`,
  };
}

/** An integer as RFC 4251 writes it: a first bit that is set would make it negative. */
function unsigned(base64url: string): Buffer {
  const bytes = Buffer.from(base64url, 'base64url');
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
