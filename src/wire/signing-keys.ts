import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What a TC3 signing key is derived from. */
export interface SigningScope {
  readonly secretId: string;
  readonly secret: string;
  /** UTC, YYYY-MM-DD. */
  readonly date: string;
  readonly service: string;
}

interface KeptKey {
  readonly secret: string;
  readonly key: KeyObject;
}

function hmacSha256(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

/** SecretSigning of seed 004 L5006-5012: three HMACs in a row, so worth keeping for a day. */
export function deriveSigningKey(scope: SigningScope): KeyObject {
  const date = hmacSha256(`TC3${scope.secret}`, scope.date);
  const service = hmacSha256(date, scope.service);
  return createSecretKey(hmacSha256(service, 'tc3_request'));
}

function nameOf(scope: SigningScope): string {
  return `${scope.secretId}\n${scope.date}\n${scope.service}`;
}

/**
 * Signing keys that proved right, the least recently used dropped first. `keep` is for keys with
 * which a signature has verified: the service is the sender's choice, so keeping every derived
 * key would let anybody who knows an id push the others out.
 */
export class SigningKeys {
  readonly #kept = new Map<string, KeptKey>();
  readonly #keysMax: number;

  constructor(keysMax = 4096) {
    this.#keysMax = keysMax;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** The kept key of a scope; undefined where there is none, or it was made of another secret. */
  find(scope: SigningScope): KeyObject | undefined {
    const name = nameOf(scope);
    const kept = this.#kept.get(name);
    if (kept === undefined || kept.secret !== scope.secret) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.key;
  }

  /** Keeps the key of a scope, in the place of whatever was kept for it. */
  keep(scope: SigningScope, key: KeyObject): void {
    const name = nameOf(scope);
    this.#kept.delete(name);
    this.#kept.set(name, { secret: scope.secret, key });
    if (this.#kept.size <= this.#keysMax) return;
    const oldest = this.#kept.keys().next();
    if (oldest.done !== true) this.#kept.delete(oldest.value);
  }
}
