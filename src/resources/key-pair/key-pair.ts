import type { Key } from '#kernel/key.ts';
import type { KeyPairRow, NewKeyPair } from '#store/schema/key-pair.ts';

/** A public key that opens instances, under a name that is its own in its region. */
export interface KeyPair {
  readonly key: Key<'key-pair'>;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly description: string | null;
  readonly project: number;
  /** The vendor's id of a resource group: we have no such groups, and keep what was said. */
  readonly resourceGroup: string;
  /** OpenSSH's one line, with the comment it was given. */
  readonly publicKey: string;
  /** MD5 of the key as RFC 4716 has it, in hexadecimal without colons. */
  readonly fingerprint: string;
  readonly origin: 'made' | 'imported';
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The key pair of a row. */
export function keyPairOf(row: Omit<KeyPairRow, 'seq'>): KeyPair {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    name: row.name,
    description: row.description,
    project: row.project,
    resourceGroup: row.resource_group,
    publicKey: row.public_key,
    fingerprint: row.fingerprint,
    origin: row.origin,
    createdAt: row.created_at,
  };
}

/** The row of a new key pair. */
export function keyPairRow(pair: KeyPair): NewKeyPair {
  return {
    key: pair.key,
    account: pair.account,
    region: pair.region,
    name: pair.name,
    description: pair.description,
    project: pair.project,
    resource_group: pair.resourceGroup,
    public_key: pair.publicKey,
    fingerprint: pair.fingerprint,
    origin: pair.origin,
    created_at: pair.createdAt,
  };
}
