// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsnapshotgroup
import { action, type WriteContext } from '#apis/context.ts';
import { diskCategoryOf } from '#catalogue/aliyun/disks.ts';
import type { Key } from '#kernel/key.ts';
import { type Disk, disksOf } from '#resources/disk/disk.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';
import { createSnapshotGroup as make } from '#resources/snapshot-group/verbs/change-groups.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/create-snapshot-group.ts';
import { instantAccess, newDescription } from '../snapshot/snapshot-fields.ts';
import { groupName } from './group-fields.ts';

const DISKS_MAX = 128;
const TIB_MAX = 256;
const ESSDS: readonly string[] = ['cloud_essd', 'cloud_auto', 'cloud_essd_entry'];

/** Makes snapshots at the same moment of disks of one instance, or of one zone. */
export const createSnapshotGroup = action.write({
  model,
  input: {
    DiskId: { max: DISKS_MAX, reasons: { count: snapshotGroupFaults.tooMany } },
    ExcludeDiskId: { max: DISKS_MAX, reasons: { count: snapshotGroupFaults.tooMany } },
    Name: groupName,
    Description: newDescription,
    ...instantAccess,
    // Not open to use.
    StorageLocationArn: silent,
    Tag: givenTags,
    ClientToken: clientToken,
  },
  rules: [
    { rule: 'exclusive', fields: ['DiskId', 'ExcludeDiskId'] },
    { rule: 'one-of', fields: ['InstanceId', 'DiskId'] },
  ],
  handle: async (context, asked) => {
    const { region } = context;
    const disks = await disksMeant(context, asked);
    requireGroupable(disks);
    const { InstantAccess, InstantAccessRetentionDays: days } = asked;
    const SnapshotGroupId = await make(context, {
      region,
      disks: disks.map(({ key }) => key),
      name: asked.Name ?? null,
      description: asked.Description ?? null,
      memberName: () => null,
      resourceGroup: await groupForNew(context, asked.ResourceGroupId),
      tags: checkedTags(asked.Tag),
      everAttached: true,
      within: 'zone',
      doc: InstantAccess
        ? { own: { InstantAccess, ...(days && { InstantAccessRetentionDays: days }) } }
        : {},
    });
    return { SnapshotGroupId };
  },
});

interface DisksAsked {
  readonly InstanceId?: Key<'instance'> | undefined;
  readonly DiskId?: ReadonlyArray<Key<'disk'>> | undefined;
  readonly ExcludeDiskId?: ReadonlyArray<Key<'disk'>> | undefined;
}

/** Those named, or those of the instance without the ones that are excluded. */
async function disksMeant(context: WriteContext, asked: DisksAsked): Promise<readonly Disk[]> {
  const { InstanceId, DiskId: named, ExcludeDiskId: excluded = [] } = asked;
  const { region } = context;
  if (InstanceId === undefined) return requireDisks(context, named ?? [], region);
  const { key: instance } = await namedInstance(context, InstanceId, region);
  const attached = ((await disksOf(context.db, [instance])).get(instance) ?? []).map(
    ({ key }) => key,
  );
  const stranger = [...(named ?? []), ...excluded].find((key) => !attached.includes(key));
  if (stranger !== undefined) {
    await requireDisks(context, [stranger], region);
    throw snapshotGroupFaults.diskApart({ disk: stranger });
  }
  const meant = named ?? attached.filter((key) => !excluded.includes(key));
  if (meant.length === 0) throw snapshotGroupFaults.noDisks();
  return requireDisks(context, meant, region);
}

/** @throws snapshot.diskNotSupported, snapshot-group.tooLarge */
function requireGroupable(disks: readonly Disk[]): void {
  const other = disks.find(({ category }) => !ESSDS.includes(diskCategoryOf(category)));
  if (other !== undefined) throw snapshotFaults.diskNotSupported({ disk: other.key });
  const totalGiB = disks.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
  if (totalGiB > TIB_MAX * 1024) throw snapshotGroupFaults.tooLarge({ limit: TIB_MAX });
}
