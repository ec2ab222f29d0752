// https://cloud.tencent.com/document/api/213/55230 (seed 004 L18298)
import { action } from '#apis/context.ts';
import { isDiskType, isLocalDisk } from '#catalogue/tencent/disks.ts';
import { dedicatedClusterFaults } from '#resources/dedicated-cluster/faults.ts';
import { instanceDiskFaults } from '#resources/instance/instance-disk-faults.ts';
import { changeMedium, type Medium } from '#resources/instance/verbs/change-medium.ts';
import { each } from '#wire/overlay.ts';
import { instanceIdMeant } from '../../structs/instance/instance-ids.ts';
import { sizesOf } from '../../structs/instance/resized-disk.ts';
import * as model from '../models/modify-instance-disk-type.ts';

/** Of a disk its type alone is told (L18325). */
const silent = { deprecated: true } as const;
const elseSilent = each(['DiskId', 'DiskName', 'Encrypt', 'KmsKeyId', 'DiskSize'], silent);

/** Moves the local disks of a stopped instance to cloud disks. */
export const modifyInstanceDiskType = action.write({
  model,
  input: {
    InstanceId: instanceIdMeant,
    DataDisks: {
      item: {
        fields: {
          ...elseSilent,
          ...each(
            ['DeleteWithInstance', 'SnapshotId', 'ThroughputPerformance', 'BurstPerformance'],
            silent,
          ),
          DiskSize: { required: false, deprecated: true },
          CdcId: { empty: 'absent' },
        },
      },
    },
    SystemDisk: { fields: { ...elseSilent, CdcId: { empty: 'absent' } } },
  },
  handle: async (context, { InstanceId: instance, DataDisks = [], SystemDisk }) => {
    const { region } = context;
    const [data, ...others] = DataDisks;
    if (data === undefined && SystemDisk === undefined) throw instanceDiskFaults.noneNamed();
    if (others.length > 0) throw instanceDiskFaults.severalNamed();
    if (data?.CdcId !== undefined || SystemDisk?.CdcId !== undefined) {
      throw dedicatedClusterFaults.notFound({ message: 'CdcId is not supported.' });
    }
    await changeMedium(context, {
      instance,
      region,
      system: mediumOf('system', SystemDisk),
      data: mediumOf('data', data),
    });
  },
});

function mediumOf(
  role: 'system' | 'data',
  asked: { readonly DiskType?: string | undefined } | undefined,
): Medium | undefined {
  if (asked === undefined) return undefined;
  const category = asked.DiskType ?? '';
  if (!isDiskType(category) || isLocalDisk(category)) throw instanceDiskFaults.mediumUnknown();
  return { category, sizes: sizesOf(role, category) };
}
