// https://cloud.tencent.com/document/api/362/16312 and models/tencent/cbs.json CreateDisks.
import { action, type WriteContext } from '#apis/context.ts';
import { dedicatedClusterFaults } from '#resources/dedicated-cluster/faults.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { buyDisks } from '#resources/disk/verbs/buy-disks.ts';
import { projectFaults } from '#resources/project/faults.ts';
import { requestFaults } from '#resources/request/faults.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { requireSnapshot } from '#resources/snapshot/require.ts';
import type { Snapshot } from '#resources/snapshot/snapshot.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { id, list } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { requireZone } from '../../structs/region/zones.ts';
import { checkedTags } from '../../structs/tag/tags.ts';
import * as model from '../models/create-disks.ts';
import { chargePrepaid, prepaidOf } from './disk-charge.ts';
import { newDiskOf } from './new-disk.ts';

/** The page leaves the bound to another one: ours. */
const COUNT_MAX = 100;

/** Data disks, alike, each with a life of its own. */
export const createDisks = action.write({
  model,
  token: 'ClientToken',
  input: {
    Placement: {
      fields: {
        Zone: { reasons: { malformed: zoneFaults.notInRegion } },
        ProjectId: { min: 0, default: 0, reasons: { range: projectFaults.notFound } },
        ...each(['CdcName', 'ProjectName'], { deprecated: true }),
        ...each(['CageId', 'CdcId', 'DedicatedClusterId'], { empty: 'absent' }),
      },
    },
    DiskChargeType: { values: ['PREPAID', 'POSTPAID_BY_HOUR'] },
    DiskType: { values: ['CLOUD_PREMIUM', 'CLOUD_BSSD', 'CLOUD_SSD', 'CLOUD_HSSD', 'CLOUD_TSSD'] },
    DiskCount: {
      default: 1,
      min: 1,
      max: COUNT_MAX,
      reasons: { range: diskFaults.tooManyCreated },
    },
    DiskChargePrepaid: chargePrepaid,
    ThroughputPerformance: { default: 0, min: 0, max: 10_000 },
    KmsKeyId: { empty: 'absent', max: 128 },
    Encrypt: { values: ['ENCRYPT'], empty: 'absent' },
    EncryptType: { values: ['ENCRYPT_V1', 'ENCRYPT_V2'], empty: 'absent' },
    SnapshotId: { empty: 'absent', reasons: { malformed: snapshotFaults.malformed } },
    Shareable: { default: false },
    DeleteSnapshot: { values: [0, 1], default: 0 },
    DiskBackupQuota: { min: 1, max: 1024 },
    BurstPerformance: { default: false },
    // Refused as a whole: guests mount nothing here.
    AutoMountConfiguration: {
      fields: each(['MountPoint', 'FileSystemType'], { deprecated: true }),
    },
    ClientToken: {
      empty: 'absent',
      pattern: /^[ -~]*$/,
      max: 64,
      reasons: { length: requestFaults.tokenTooLong },
    },
  },
  rules: [
    { rule: 'one-of', fields: ['DiskSize', 'SnapshotId'] },
    {
      rule: 'requires',
      field: 'DiskChargePrepaid',
      when: { field: 'DiskChargeType', is: ['PREPAID'] },
    },
  ],
  output: { DiskIdSet: list(id('disk')) },
  handle: async (context, input) => {
    const { region } = context;
    const { Placement: place, DiskChargePrepaid: charge } = input;
    requireZone(place.Zone, region);
    if ([place.CageId, place.CdcId, place.DedicatedClusterId].some((one) => one !== undefined)) {
      throw dedicatedClusterFaults.notFound({ message: 'There are no dedicated clusters here.' });
    }
    const snapshot = await sourceOf(context, input);
    const isPrepaid = input.DiskChargeType === 'PREPAID' && charge !== undefined;
    const { keys } = await buyDisks(context, {
      createdBy: 'tencent',
      region,
      zone: place.Zone,
      count: input.DiskCount,
      chargeType: isPrepaid ? 'prepaid' : 'postpaid',
      prepaid: isPrepaid ? prepaidOf(charge) : null,
      project: place.ProjectId,
      tags: checkedTags(input.Tags),
      deleteAutoSnapshot: input.DeleteSnapshot === 1,
      backupQuota: input.DiskBackupQuota,
      snapshot: snapshot?.key,
      ...newDiskOf({
        ...input,
        DiskSize: input.DiskSize ?? snapshot?.sizeGiB,
        // What comes from an encrypted snapshot is encrypted.
        ...(snapshot?.encrypted === true && { Encrypt: 'ENCRYPT' }),
      }),
    });
    return { DiskIdSet: keys };
  },
});

/** The snapshot of a data disk that the disks are made from. @throws Fault of snapshot or disk */
async function sourceOf(
  context: WriteContext,
  asked: { readonly SnapshotId?: string | undefined; readonly DiskSize?: number | undefined },
): Promise<Snapshot | undefined> {
  if (asked.SnapshotId === undefined) return undefined;
  const { region } = context;
  const found = await requireSnapshot(context, { snapshot: asked.SnapshotId, region });
  if (found.role === 'system') throw diskFaults.systemSnapshot();
  const { sizeGiB: minGiB } = found;
  if ((asked.DiskSize ?? minGiB) < minGiB) throw diskFaults.smallerThanSnapshot({ minGiB });
  return found;
}
