import type { Tx } from '#store/store.ts';
import type { Instance } from './instance.ts';
import { unlinkSecurityGroups } from './table.ts';

/** Takes an instance out of the security groups it is in, and puts it into these. */
export async function setSecurityGroups(
  tx: Tx,
  { key, doc }: Instance,
  groups: readonly string[],
): Promise<void> {
  const gone = doc.securityGroups.filter((group) => !groups.includes(group));
  const added = groups.filter((group) => !doc.securityGroups.includes(group));
  if (gone.length > 0) await tx.run(unlinkSecurityGroups, { instance: key, groups: gone });
  if (added.length === 0) return;
  const links = added.map((group) => ({ security_group: group, instance: key }));
  await tx.insert('instance_security_groups', links);
}
