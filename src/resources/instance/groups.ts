import type { Tx } from '#store/store.ts';
import { linkSecurityGroup, unlinkSecurityGroups } from './table.ts';

/** Takes an instance out of the security groups it is in, and puts it into these, in order. */
export async function setSecurityGroups(
  tx: Tx,
  instance: string,
  groups: readonly string[],
): Promise<void> {
  await tx.run(unlinkSecurityGroups, { instance });
  await linkSecurityGroups(tx, [instance], groups);
}

/** Puts up to 1,024 instances, which are in none, into these groups, in order. */
export async function linkSecurityGroups(
  tx: Tx,
  instances: readonly string[],
  groups: readonly string[],
): Promise<void> {
  if (instances.length === 0) return;
  // At once: what is sent later is carried out later.
  await Promise.all(
    groups.map((group, position) => tx.run(linkSecurityGroup, { instances, group, position })),
  );
}
