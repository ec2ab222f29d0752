import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { securityGroupOf, type SecurityGroup } from './security-group.ts';
import { firstSecurityGroupOf, securityGroupOwners, securityGroupRows } from './table.ts';

/** Whether security groups belong to the network. */
export async function hasSecurityGroups(reader: Reader, vpc: string): Promise<boolean> {
  return (await reader.first(firstSecurityGroupOf, { vpc })) !== undefined;
}

/** Up to 1,024 groups, of whatever accounts; one that is gone is left out. */
export async function groupsOfKeys(
  reader: Reader,
  keys: ReadonlyArray<Key<'security-group'>>,
): Promise<readonly SecurityGroup[]> {
  if (keys.length === 0) return [];
  return (await reader.all(securityGroupRows, { keys })).map(securityGroupOf);
}

const ASKED_AT_ONCE = 1_000;

/** Whose each of any number of groups is; one that is gone is absent. */
export async function ownersOf(
  reader: Reader,
  keys: ReadonlyArray<Key<'security-group'>>,
): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (let at = 0; at < keys.length; at += ASKED_AT_ONCE) {
    const some = keys.slice(at, at + ASKED_AT_ONCE);
    const rows = await reader.all(securityGroupOwners, { keys: some });
    for (const { key, account } of rows) owners.set(key, account);
  }
  return owners;
}
