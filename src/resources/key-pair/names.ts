import type { ReadScope } from '../scope.ts';
import { selectKeyPairs } from './table.ts';

type InRegion = Pick<ReadScope, 'db' | 'account'> & { readonly region: string };

/** Keys of the key pairs that have one of up to 1,024 names in a region, by name. */
export async function keyPairsByNames(
  scope: InRegion,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const pairs = await found(scope, { names }, names.length);
  return new Map(pairs.map(({ key, name }) => [name, key]));
}

/** Names of up to 1,024 key pairs in a region, by key. */
export async function namesOfKeyPairs(
  scope: InRegion,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const pairs = await found(scope, { keys }, keys.length);
  return new Map(pairs.map(({ key, name }) => [key, name]));
}

async function found(
  { db, account, region }: InRegion,
  filter: { readonly names: readonly string[] } | { readonly keys: readonly string[] },
  limit: number,
) {
  if (limit === 0) return [];
  const page = { offset: 0, limit };
  return (await selectKeyPairs(db, { account, region }, { filter, page })).items;
}
