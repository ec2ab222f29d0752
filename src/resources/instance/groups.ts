import type { Tx } from '#store/store.ts';
import { unlinkSecurityGroups } from './table.ts';

/** Takes an instance out of the security groups it is in, and puts it into these, in order. */
export async function setSecurityGroups(
  tx: Tx,
  instance: string,
  groups: readonly string[],
): Promise<void> {
  await tx.run(unlinkSecurityGroups, { instance });
  const links = groups.map((group, position) => ({ security_group: group, instance, position }));
  await tx.insert('instance_security_groups', links);
}
