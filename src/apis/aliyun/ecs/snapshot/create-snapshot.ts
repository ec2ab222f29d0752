// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsnapshot
import { action, type WriteContext } from '#apis/context.ts';
import type { Disk } from '#resources/disk/disk.ts';
import { instancesOfKeys } from '#resources/instance/by-keys.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { createSnapshot as createSnapshotVerb } from '#resources/snapshot/verbs/create-snapshot.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import { namedDisk } from '../disk/named-disk.ts';
import * as model from '../models/create-snapshot.ts';
import {
  endAfter,
  instantAccess,
  instantAccessOf,
  newDescription,
  retentionDays,
  snapshotName,
} from './snapshot-fields.ts';

/** Makes a snapshot of a disk as it is now. */
export const createSnapshot = action.write({
  model,
  region: 'none',
  input: {
    SnapshotName: snapshotName,
    Description: newDescription,
    RetentionDays: retentionDays,
    // Local snapshots (Flash) are for those who had them before December 2020.
    Category: { values: ['Standard', 'standard'] },
    ...instantAccess,
    // Not open to use.
    StorageLocationArn: silent,
    Tag: givenTags,
    ClientToken: clientToken,
  },
  rules: [{ rule: 'exclusive', fields: ['Category', 'InstantAccess'] }],
  handle: async (context, asked) => {
    const { Description, RetentionDays: days } = asked;
    const disk = await namedDisk(context, asked.DiskId);
    await requireUsed(context, disk);
    const SnapshotId = await createSnapshotVerb(context, {
      disk: disk.key,
      region: null,
      name: asked.SnapshotName ?? null,
      expiresAt: endAfter(context.now, days),
      resourceGroup: await groupForNew(context, asked.ResourceGroupId),
      tags: checkedTags(asked.Tag),
      everAttached: true,
      doc: {
        ...(Description !== undefined && { description: Description }),
        own: { ...instantAccessOf(asked, disk) },
      },
    });
    return { SnapshotId };
  },
});

/** Nothing was ever written to the disks of an instance that was never started. */
async function requireUsed({ db }: WriteContext, disk: Disk): Promise<void> {
  if (disk.instance === null) return;
  const instance = (await instancesOfKeys(db, [disk.instance])).get(disk.instance);
  if (instance?.state !== 'stopped' || instance.startedAt !== null) return;
  if (instance.stopMode === null) throw snapshotFaults.diskInstanceBusy({ disk: disk.key });
}
