import { newKey } from '#kernel/ids.ts';
import type { RsaKey } from '#kernel/rsa-key.ts';
import type { Scope } from '../../scope.ts';
import { saveTags } from '../../tag/tags.ts';
import type { Tag } from '../../tag/tag.ts';
import { verb } from '../../verb.ts';
import { keyPairFaults } from '../faults.ts';
import { keyPairRow, type KeyPair } from '../key-pair.ts';
import { type KeyType, parseLookalike, parsePublicKey } from '../public-key.ts';
import { keyPairQuota } from '../quota.ts';
import { keyPairByFingerprint, keyPairByName } from '../table.ts';

/** What a new key pair is given by its owner. */
export interface NewKeyPairRequest {
  readonly region: string;
  readonly name: string;
  readonly project: number;
  readonly resourceGroup: string;
  readonly tags: readonly Tag[];
}

const refusals = [keyPairFaults.nameTaken, keyPairFaults.quotaExceeded] as const;

/**
 * Keeps the public half of a key that was made for its owner. The private half is answered by the
 * request that made it and is kept nowhere (seed 004 L28780).
 */
export const createKeyPair = verb(
  refusals,
  (scope: Scope, request: NewKeyPairRequest & { readonly made: RsaKey }): Promise<KeyPair> => {
    const key = newKey(scope.cloud.random);
    return insertKeyPair(scope, request, {
      key,
      origin: 'made',
      // Whose it is stands in the comment, as in the examples (seed 004 L28899).
      publicKey: `${request.made.publicKey} skey_${key}`,
      types: ['rsa'],
    });
  },
);

export interface ImportedKeyPairRequest extends NewKeyPairRequest {
  readonly publicKey: string;
  /** The kinds of keys that the vendor takes. */
  readonly types: readonly KeyType[];
  /** Whether a key that is there already is refused. */
  readonly once: boolean;
  /** Whether a text is taken that only looks like a key. */
  readonly lookalikes?: boolean;
}

/** Keeps a public key that its owner brings. */
export const importKeyPair = verb(
  [...refusals, keyPairFaults.publicKeyMalformed, keyPairFaults.publicKeyTaken],
  (scope: Scope, request: ImportedKeyPairRequest): Promise<KeyPair> => {
    const key = newKey(scope.cloud.random);
    const { publicKey, types, once, lookalikes } = request;
    const given = { key, origin: 'imported', publicKey, types, once } as const;
    return insertKeyPair(scope, request, { ...given, ...(lookalikes && { lookalikes }) });
  },
);

async function insertKeyPair(
  scope: Scope,
  request: NewKeyPairRequest,
  given: Pick<KeyPair, 'key' | 'origin' | 'publicKey'> & {
    readonly types: readonly KeyType[];
    readonly once?: boolean;
    readonly lookalikes?: boolean;
  },
): Promise<KeyPair> {
  const { db, account, now } = scope;
  const { region, name, project, resourceGroup, tags } = request;
  const { key, origin, types, once = false } = given;
  const looked = given.lookalikes === true ? parseLookalike(given.publicKey) : undefined;
  const read = parsePublicKey(given.publicKey) ?? looked;
  if (read === undefined || !types.includes(read.type)) throw keyPairFaults.publicKeyMalformed();
  const { fingerprint, line: publicKey } = read;
  const namesake = await db.first(keyPairByName, { account, region, name });
  if (namesake !== undefined) throw keyPairFaults.nameTaken({ name });
  if (once) {
    const same = await db.first(keyPairByFingerprint, { account, region, fingerprint });
    if (same !== undefined) throw keyPairFaults.publicKeyTaken({ 'key-pair': same.key });
  }
  await keyPairQuota.take(scope, region);
  const pair: KeyPair = {
    key,
    account,
    region,
    name,
    description: null,
    project,
    resourceGroup,
    publicKey,
    fingerprint,
    origin,
    createdAt: now,
  };
  await db.insert('key_pairs', [keyPairRow(pair)]);
  await saveTags(db, { account, kind: 'key-pair', resources: [key] }, tags);
  return pair;
}
