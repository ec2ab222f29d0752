import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { bindingsOfDisks, bindingsOfPolicies, unbindAllOfDisks } from './table.ts';

type Policy = Key<'auto-snapshot-policy'>;
type Disk = Key<'disk'>;

/** The policies of disks, in the order in which they were bound; a disk without any is absent. */
export async function policiesOfDisks(
  reader: Reader,
  disks: readonly Disk[],
): Promise<ReadonlyMap<Disk, readonly Policy[]>> {
  const rows = disks.length === 0 ? [] : await reader.all(bindingsOfDisks, { disks });
  const byDisk = Map.groupBy(rows, ({ disk }) => disk);
  return new Map([...byDisk].map(([disk, those]) => [disk, those.map(({ policy }) => policy)]));
}

/** The disks of policies, in the order in which they were bound; a policy without any is absent. */
export async function disksOfPolicies(
  reader: Reader,
  keys: readonly Policy[],
): Promise<ReadonlyMap<Policy, readonly Disk[]>> {
  const rows = keys.length === 0 ? [] : await reader.all(bindingsOfPolicies, { keys });
  const byPolicy = Map.groupBy(rows, ({ policy }) => policy);
  return new Map([...byPolicy].map(([policy, those]) => [policy, those.map(({ disk }) => disk)]));
}

export interface NewBinding {
  readonly policy: Policy;
  readonly disk: Disk;
  readonly account: string;
  readonly region: string;
}

/** Binds disks that are being made, which have no policy yet. */
export async function bindNewDisks(
  { db, now }: { readonly db: Tx; readonly now: number },
  bindings: readonly NewBinding[],
): Promise<void> {
  if (bindings.length === 0) return;
  const rows = bindings.map((one) => ({ ...one, bound_at: now }));
  await db.insert('auto_snapshot_policy_disks', rows);
}

/** Takes disks from every policy that they are bound to: they go. */
export async function unbindDisks(tx: Tx, disks: readonly Disk[]): Promise<void> {
  if (disks.length > 0) await tx.run(unbindAllOfDisks, { disks });
}
