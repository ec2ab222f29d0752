import type { WriteContext } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import type { DiskCreation } from '#resources/disk/verbs/create-disks.ts';
import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { groupForNew } from '../../resource-group.ts';
import { refuseDisk } from '../instance/launch/disk-refusals.ts';
import { dataDisk, encryption } from '../instance/launch/launch-fields.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import { request } from '../models/create-disk.ts';
import { dataDisksMax, levelOf, requireDataSize, requireDiskTexts } from './data-disk-rules.ts';
import { sourceSnapshot } from './source-snapshot.ts';

/** What a new disk may be; the last three are not sold in any zone. */
const categories = [
  'cloud',
  'cloud_efficiency',
  'cloud_ssd',
  'cloud_essd',
  'cloud_auto',
  'cloud_essd_entry',
  'cloud_regional_disk_auto',
  'elastic_ephemeral_disk_standard',
  'elastic_ephemeral_disk_premium',
] as const;
const unsold: readonly string[] = categories.slice(6);

export const newDiskFields = {
  DiskCategory: {
    values: categories,
    default: 'cloud',
    reasons: { value: diskFaults.dataCategoryUnknown },
  },
  Size: dataDisk.Size,
  PerformanceLevel: dataDisk.PerformanceLevel,
  ...encryption,
  MultiAttach: {
    values: ['Disabled', 'Enabled'],
    default: 'Disabled',
    reasons: { value: diskFaults.sharingUnknown },
  },
  StorageSetPartitionNumber: { min: 2, reasons: placementGroupFaults.storagePartOutOfRange },
  Tag: givenTags,
} as const;

const input = overlay(request, newDiskFields);
type Asked = InferIn<typeof input>;

/** The disk that CreateDisk asks for, checked against the rules of its page. */
export async function newDiskOf(context: WriteContext, asked: Asked): Promise<DiskCreation> {
  const { DiskCategory: category, Size: size } = asked;
  requireDiskTexts(asked);
  if (asked.MultiAttach === 'Enabled') throw sharingRefused(asked);
  const level = levelOf(category, asked.PerformanceLevel);
  refuseDisk({ ...asked, category, located: true });
  if (unsold.includes(category)) throw diskFaults.optionNotForCategory({ category });
  if (asked.StorageSetId !== undefined) throw placementGroupFaults.storageSetNotFound();
  const { SnapshotId: source } = asked;
  const snapshot = source === undefined ? undefined : await sourceSnapshot(context, source);
  const sizeGiB = Math.max(size ?? 0, snapshot?.sizeGiB ?? 0);
  requireDataSize(sizeGiB, { category, level });
  const { ProvisionedIops, BurstingEnabled, Description: description } = asked;
  return {
    ...(await placeOf(context, asked)),
    createdBy: 'aliyun',
    region: context.region,
    count: 1,
    category,
    sizeGiB,
    name: asked.DiskName ?? null,
    prepaid: null,
    snapshot: snapshot?.key,
    doc: {
      own: { ProvisionedIops, BurstingEnabled },
      // What comes from an encrypted snapshot is encrypted.
      encrypted: asked.Encrypted || snapshot?.encrypted === true,
      ...(description !== undefined && { description }),
      ...(level !== undefined && { performanceLevel: level }),
    },
  };
}

/**
 * Where it is, and what of its belongings that decides: with an instance that is paid in advance it
 * is paid and released, and ResourceGroupId and Tag are ignored.
 */
async function placeOf(context: WriteContext, { ZoneId: zone, InstanceId, ...asked }: Asked) {
  if (InstanceId === undefined) {
    const zones = zonesOfVendor('aliyun', context.region);
    if (zone === undefined || !zones.includes(zone)) throw zoneFaults.notFound();
    const resourceGroup = await groupForNew(context, asked.ResourceGroupId);
    return { zone, resourceGroup, chargeType: 'postpaid', tags: checkedTags(asked.Tag) } as const;
  }
  const instance = await unexpiredInstance(context, InstanceId, context.region);
  if (instance.chargeType !== 'prepaid') throw diskFaults.instanceNotPrepaid();
  const attachTo = { instance: instance.key, dataDisksMax };
  return { zone: instance.zone, attachTo, chargeType: null, deleteWithInstance: true } as const;
}

/** Disks that several instances share are not sold in any zone. */
function sharingRefused({ InstanceId, DiskCategory }: Asked) {
  if (InstanceId !== undefined) return diskFaults.sharedNotForInstance();
  if (DiskCategory !== 'cloud_essd') return diskFaults.sharedNotForCategory();
  return diskFaults.sharedNotInZone();
}
