import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { setSecurityGroups } from '../instance/groups.ts';
import type { NetworkInterface } from './network-interface.ts';
import { groupsByInterfaces, unlinkGroups } from './table.ts';

type Groups = ReadonlyArray<Key<'security-group'>>;

/** The security groups of up to 1,024 interfaces, by key, in order of priority. */
export async function groupsOf(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Groups>> {
  const rows = keys.length === 0 ? [] : await reader.all(groupsByInterfaces, { keys });
  const sorted = rows.toSorted((a, b) => a.position - b.position);
  const byKey = Map.groupBy(sorted, ({ of }) => of);
  return new Map([...byKey].map(([key, those]) => [key, those.map(({ group }) => group)]));
}

/** Takes an interface out of the security groups it is in, and puts it into these, in order. */
export async function setGroups(
  tx: Tx,
  { key, isPrimary }: Pick<NetworkInterface, 'key' | 'isPrimary'>,
  groups: Groups,
): Promise<void> {
  if (isPrimary) return setSecurityGroups(tx, key, groups);
  await tx.run(unlinkGroups, { keys: [key] });
  await linkGroups(tx, key, groups);
}

/** Puts an interface that is in none, and did not come with an instance, into these groups. */
export async function linkGroups(
  tx: Tx,
  key: Key<'network-interface'>,
  groups: Groups,
): Promise<void> {
  await tx.insert(
    'interface_security_groups',
    groups.map((group, position) => ({
      security_group: group,
      network_interface: key,
      position,
    })),
  );
}
