import { type Returned, returnThings } from '../../order/verbs/return-things.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeDisk } from '../change.ts';
import { requireDisks } from '../require.ts';
import { deleteDisks, type DiskDeletion } from './delete-disks.ts';

/**
 * Gives disks back, as `deleteDisks` does. Of those that are paid in advance and have not expired
 * comes back what was not used, and their time is over.
 */
export const returnDisks = verb(
  [deleteDisks, returnThings],
  async (scope: Scope, deletion: DiskDeletion): Promise<void> => {
    const { db, now } = scope;
    const disks = await requireDisks(scope, deletion.keys, deletion.region);
    const paid = disks.filter(({ chargeType, state, expiresAt }) => {
      return chargeType === 'prepaid' && state !== 'recycled' && (expiresAt ?? 0) > now;
    });
    await deleteDisks(scope, deletion);
    const keys = paid.map(({ key }) => key);
    await returnThings(
      scope,
      keys.map((key): Returned => ({ of: 'disk', key, resources: [key] })),
    );
    for (const disk of await requireDisks(scope, keys, null)) {
      if (disk.state === 'recycled') await changeDisk(db, disk, { expiresAt: now });
    }
  },
);
