import type { Catalogue } from '#resources/cloud.ts';
import { findPublicImage } from '#resources/image/public-images.ts';
import { instanceTypesOf } from '#resources/instance-type/instance-type.ts';
import { aliyunHostTypes } from '#catalogue/aliyun/dedicated-host-types.ts';
import { aliyunDiskKind } from '#catalogue/aliyun/disks.ts';
import { aliyunTypeSource } from '#catalogue/aliyun/types.ts';
import { aliyunId } from './aliyun/ids.ts';
import { vendorZoneName } from '#catalogue/places.ts';
import { tencentHostTypes } from '#catalogue/tencent/dedicated-host-types.ts';
import { tencentDiskKind } from '#catalogue/tencent/disks.ts';
import { tencentTypeSource } from '#catalogue/tencent/types.ts';
import { tencentId } from './tencent/ids.ts';
import { zoneWords } from '#catalogue/tencent/regions.ts';

const hostTypes = new Map(
  [...tencentHostTypes, ...aliyunHostTypes].map((type) => [type.name, type] as const),
);

/** What both vendors offer, as the domain sees it. */
export const catalogue: Catalogue = {
  ...instanceTypesOf([tencentTypeSource, aliyunTypeSource]),
  dedicatedHostType: (name) => hostTypes.get(name),
  image: findPublicImage,
  imported: () => [],
  // A word that neither has is of a disk from before it was taken out: a usual one.
  diskKind: (category, level) =>
    tencentDiskKind(category) ?? aliyunDiskKind(category, level) ?? 'efficiency',
  instanceId: (vendor, key) =>
    (vendor === aliyunTypeSource.catalogue ? aliyunId : tencentId)('instance', key),
  zoneSoldOut(vendor, zone) {
    if (vendor !== tencentTypeSource.catalogue) return false;
    return zoneWords(vendorZoneName('tencent', zone) ?? '')?.state === 'UNAVAILABLE';
  },
};
