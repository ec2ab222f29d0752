// https://cloud.tencent.com/document/api/362/15664 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskTypes, isLocalDisk } from '#catalogue/tencent/disks.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { each } from '#wire/overlay.ts';
import { requireZone } from '../../structs/region/zones.ts';
import * as model from '../models/describe-disk-config-quota.ts';
import { diskConfigs } from './disk-configs.ts';
import { priceFields } from './shown-price.ts';

const cloudDiskTypes = diskTypes.filter((type) => !isLocalDisk(type));

/** What the document lets be null in a configuration and in its price. */
const nullable = { nullable: true } as const;

/** Which disks can be had: by themselves, or with which instances. */
export const describeDiskConfigQuota = action.read({
  model,
  input: {
    InquiryType: { values: ['INQUIRY_CBS_CONFIG', 'INQUIRY_CVM_CONFIG'] },
    DiskChargeType: { values: ['PREPAID', 'POSTPAID_BY_HOUR'] },
    DiskUsage: { values: ['SYSTEM_DISK', 'DATA_DISK'] },
    DiskTypes: { max: 100, item: { values: cloudDiskTypes } },
    InstanceFamilies: { max: 100 },
    Zones: { max: 100 },
    CPU: { min: 0 },
    Memory: { min: 0 },
  },
  output: {
    DiskConfigSet: {
      item: {
        fields: {
          ...each(['InstanceFamily', 'ExtraPerformanceRange', 'DeviceClass'], nullable),
          Price: { fields: each(priceFields, nullable) },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { Zones: zones = zonesOfVendor('tencent', context.region), ...asked } = input;
    for (const zone of zones) requireZone(zone, context.region);
    // No disk is in a dedicated cluster, since there is none.
    const none = asked.DedicatedClusterId !== undefined;
    const DiskConfigSet = await diskConfigs(context, {
      zones: none ? [] : zones,
      withInstances: asked.InquiryType === 'INQUIRY_CVM_CONFIG',
      families: asked.InstanceFamilies,
      cpu: asked.CPU,
      memoryGiB: asked.Memory,
      types: asked.DiskTypes ?? cloudDiskTypes,
      usages: asked.DiskUsage === undefined ? undefined : [asked.DiskUsage],
      charges: asked.DiskChargeType === undefined ? undefined : [asked.DiskChargeType],
    });
    return { DiskConfigSet };
  },
});
