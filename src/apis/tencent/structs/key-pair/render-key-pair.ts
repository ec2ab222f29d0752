import type { KeyPair } from '#resources/key-pair/key-pair.ts';
import { instancesOf } from '#resources/key-pair/links.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { shownTags } from '../tag/tags.ts';
import type { ReadContext } from '../../../context.ts';

/** So a page of a hundred key pairs has 15 MB at most; the documents give no number. */
export const SHOWN_INSTANCES_MAX = 5_000;

/** What is told of a key pair everywhere (seed 004 L37878-37934); the private key never is. */
export function shownKeyPair(pair: KeyPair) {
  return {
    KeyId: pair.key,
    KeyName: pair.name,
    ProjectId: pair.project,
    Description: pair.description ?? '',
    PublicKey: pair.publicKey,
    CreatedTime: pair.createdAt,
  };
}

/** Key pairs with the instances they are bound to and their tags. */
export async function showKeyPairs({ db }: Pick<ReadContext, 'db'>, pairs: readonly KeyPair[]) {
  const keys = pairs.map(({ key }) => key);
  const instances = await instancesOf(db, keys, SHOWN_INSTANCES_MAX);
  const tags = await tagsOf(db, 'key-pair', keys);
  return pairs.map((pair) => ({
    ...shownKeyPair(pair),
    AssociatedInstanceIds: instances.get(pair.key) ?? [],
    Tags: shownTags(tags.get(pair.key)),
  }));
}
