import type { Key } from '#kernel/key.ts';
import { diskFaults } from '../../disk/faults.ts';
import { isLocal } from '../../disk/is-local.ts';
import { requireDisks } from '../../disk/require.ts';
import type { Scope } from '../../scope.ts';
import { limitOf } from '../../quota/quota.ts';
import { verb } from '../../verb.ts';
import { policiesOfDisks } from '../bindings.ts';
import { autoSnapshotPolicyFaults } from '../faults.ts';
import { unbindAllOfDisks, unbindPolicyDisks } from '../table.ts';
import { requirePolicy } from './list-policies.ts';

export interface Binding {
  readonly policy: Key<'auto-snapshot-policy'>;
  readonly region: string;
  readonly disks: ReadonlyArray<Key<'disk'>>;
}

/** Binds disks to a policy, beside those that they have. `bound`: what is done with one that is. */
export const bindDisks = verb(
  [
    requirePolicy,
    diskFaults.notFound,
    autoSnapshotPolicyFaults.diskNotSupported,
    autoSnapshotPolicyFaults.someDisksNotSupported,
    autoSnapshotPolicyFaults.diskBound,
    autoSnapshotPolicyFaults.tooManyOfDisk,
  ],
  async (scope: Scope, binding: Binding & { readonly bound: 'pass' | 'refuse' }): Promise<void> => {
    const { db, account, now } = scope;
    const { region } = binding;
    const { key: policy } = await requirePolicy(scope, binding);
    const disks = await requireDisks(scope, binding.disks, region);
    const local = disks.filter((disk) => isLocal(scope, disk));
    const [first] = local;
    if (first !== undefined) {
      const { diskNotSupported, someDisksNotSupported } = autoSnapshotPolicyFaults;
      const refused = local.length < disks.length ? someDisksNotSupported : diskNotSupported;
      throw refused({ disk: first.key });
    }
    const keys = disks.map(({ key }) => key);
    const before = await policiesOfDisks(db, keys);
    const fresh = keys.filter((disk) => before.get(disk)?.includes(policy) !== true);
    const again = keys.find((disk) => !fresh.includes(disk));
    if (binding.bound === 'refuse' && again !== undefined) {
      throw autoSnapshotPolicyFaults.diskBound({ disk: again });
    }
    const limit = await limitOf(scope, 'autoSnapshotPoliciesPerDiskMax');
    const full = fresh.find((disk) => (before.get(disk)?.length ?? 0) >= limit);
    if (full !== undefined) throw autoSnapshotPolicyFaults.tooManyOfDisk({ disk: full, limit });
    const rows = fresh.map((disk) => ({ policy, disk, account, region, bound_at: now }));
    await db.insert('auto_snapshot_policy_disks', rows);
  },
);

/** Takes disks from a policy; one that is not bound to it is passed over. */
export const unbindDisksOf = verb(
  [requirePolicy, diskFaults.notFound],
  async (scope: Scope, binding: Binding): Promise<void> => {
    const { key } = await requirePolicy(scope, binding);
    const found = await requireDisks(scope, binding.disks, binding.region);
    await scope.db.run(unbindPolicyDisks, { keys: [key], disks: found.map((disk) => disk.key) });
  },
);

/** Takes disks from the policy that each is bound to, if any. */
export const unbindDisksOfOnly = verb(
  [diskFaults.notFound, autoSnapshotPolicyFaults.severalBound],
  async (scope: Scope, { disks, region }: Pick<Binding, 'disks' | 'region'>): Promise<void> => {
    const found = await requireDisks(scope, disks, region);
    const keys = found.map(({ key }) => key);
    const before = await policiesOfDisks(scope.db, keys);
    const several = keys.find((disk) => (before.get(disk)?.length ?? 0) > 1);
    if (several !== undefined) throw autoSnapshotPolicyFaults.severalBound({ disk: several });
    await scope.db.run(unbindAllOfDisks, { disks: keys });
  },
);
