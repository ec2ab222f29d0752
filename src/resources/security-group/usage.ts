import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { securityGroupOf, type SecurityGroup } from './security-group.ts';
import { firstSecurityGroupOf, securityGroupRows } from './table.ts';

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
