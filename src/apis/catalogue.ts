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

const HOUR_MS = 3_600_000;
const FIFTEEN_DAYS_MS = 15 * 24 * HOUR_MS;

/** https://intl.cloud.tencent.com/document/product/213/2181 */
const tencentArrears = {
  graceMs: 2 * HOUR_MS,
  keptMs: FIFTEEN_DAYS_MS,
  comesBack: 'by itself',
} as const;

/** https://www.alibabacloud.com/help/en/ecs/product-overview/overdue-payments */
const aliyunArrears = {
  graceMs: FIFTEEN_DAYS_MS,
  keptMs: FIFTEEN_DAYS_MS,
  comesBack: 'when asked',
} as const;
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
  arrearsRule: (vendor) => (vendor === aliyunTypeSource.catalogue ? aliyunArrears : tencentArrears),
  zoneSoldOut(vendor, zone) {
    if (vendor !== tencentTypeSource.catalogue) return false;
    return zoneWords(vendorZoneName('tencent', zone) ?? '')?.state === 'UNAVAILABLE';
  },
};
