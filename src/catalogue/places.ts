/**
 * Which places of the two vendors are the same place: the one explicit table of pairs (D14).
 * A pair is by place, never by order; null means that the vendor has no such place, which is then
 * seen through the other vendor alone.
 *
 * Tencent's names: seed 004 L4689-4726 (18 regions) and L39370-39484 (zones). That list also holds
 * ap-mumbai-1 and ap-mumbai-2, whose region does not exist: left out. ap-guangzhou-5 is in the
 * samples of DescribeZones and others (L8372, L22298) and not in the list: it is there, so that
 * what is copied from a sample works, which makes 54 zones.
 *
 * Alibaba's names, and which zones are called the same, are sample data.
 */

import { findRegion } from '#resources/region/region.ts';

export type Vendor = 'tencent' | 'aliyun';

/** [neutral, Tencent's name, Alibaba's name] */
type Pair = readonly [place: string, tencent: string | null, aliyun: string | null];

const regionPairs: readonly Pair[] = [
  ['bangkok', 'ap-bangkok', 'ap-southeast-7'],
  ['beijing', 'ap-beijing', 'cn-beijing'],
  ['chengdu', 'ap-chengdu', 'cn-chengdu'],
  ['chongqing', 'ap-chongqing', null],
  ['guangzhou', 'ap-guangzhou', 'cn-guangzhou'],
  ['hongkong', 'ap-hongkong', 'cn-hongkong'],
  ['jakarta', 'ap-jakarta', 'ap-southeast-5'],
  ['nanjing', 'ap-nanjing', 'cn-nanjing'],
  ['seoul', 'ap-seoul', 'ap-northeast-2'],
  ['shanghai', 'ap-shanghai', 'cn-shanghai'],
  ['shanghai-fsi', 'ap-shanghai-fsi', null],
  ['shenzhen-fsi', 'ap-shenzhen-fsi', null],
  ['singapore', 'ap-singapore', 'ap-southeast-1'],
  ['tokyo', 'ap-tokyo', 'ap-northeast-1'],
  ['frankfurt', 'eu-frankfurt', 'eu-central-1'],
  ['ashburn', 'na-ashburn', 'us-east-1'],
  ['siliconvalley', 'na-siliconvalley', 'us-west-1'],
  ['saopaulo', 'sa-saopaulo', null],
  ['hangzhou', null, 'cn-hangzhou'],
  ['qingdao', null, 'cn-qingdao'],
  ['zhangjiakou', null, 'cn-zhangjiakou'],
  ['huhehaote', null, 'cn-huhehaote'],
  ['wulanchabu', null, 'cn-wulanchabu'],
  ['shenzhen', null, 'cn-shenzhen'],
  ['heyuan', null, 'cn-heyuan'],
  ['fuzhou', null, 'cn-fuzhou'],
  ['wuhan', null, 'cn-wuhan-lr'],
  ['kualalumpur', null, 'ap-southeast-3'],
  ['manila', null, 'ap-southeast-6'],
  ['london', null, 'eu-west-1'],
  ['dubai', null, 'me-east-1'],
  ['riyadh', null, 'me-central-1'],
  ['mexico', null, 'na-south-1'],
];

const zonePairs: readonly Pair[] = [
  ['bangkok-1', 'ap-bangkok-1', 'ap-southeast-7a'],
  ['bangkok-2', 'ap-bangkok-2', 'ap-southeast-7b'],
  ['beijing-1', 'ap-beijing-1', null],
  ['beijing-2', 'ap-beijing-2', 'cn-beijing-c'],
  ['beijing-3', 'ap-beijing-3', 'cn-beijing-d'],
  ['beijing-4', 'ap-beijing-4', 'cn-beijing-e'],
  ['beijing-5', 'ap-beijing-5', 'cn-beijing-f'],
  ['beijing-6', 'ap-beijing-6', 'cn-beijing-g'],
  ['beijing-7', 'ap-beijing-7', 'cn-beijing-h'],
  ['beijing-a', null, 'cn-beijing-a'],
  ['beijing-b', null, 'cn-beijing-b'],
  ['beijing-i', null, 'cn-beijing-i'],
  ['beijing-j', null, 'cn-beijing-j'],
  ['beijing-k', null, 'cn-beijing-k'],
  ['beijing-l', null, 'cn-beijing-l'],
  ['chengdu-1', 'ap-chengdu-1', 'cn-chengdu-a'],
  ['chengdu-2', 'ap-chengdu-2', 'cn-chengdu-b'],
  ['chongqing-1', 'ap-chongqing-1', null],
  ['guangzhou-1', 'ap-guangzhou-1', null],
  ['guangzhou-2', 'ap-guangzhou-2', null],
  ['guangzhou-3', 'ap-guangzhou-3', 'cn-guangzhou-a'],
  ['guangzhou-4', 'ap-guangzhou-4', 'cn-guangzhou-b'],
  ['guangzhou-5', 'ap-guangzhou-5', null],
  ['guangzhou-6', 'ap-guangzhou-6', null],
  ['guangzhou-7', 'ap-guangzhou-7', null],
  ['hongkong-1', 'ap-hongkong-1', null],
  ['hongkong-2', 'ap-hongkong-2', 'cn-hongkong-b'],
  ['hongkong-3', 'ap-hongkong-3', 'cn-hongkong-c'],
  ['hongkong-d', null, 'cn-hongkong-d'],
  ['jakarta-1', 'ap-jakarta-1', 'ap-southeast-5a'],
  ['jakarta-2', 'ap-jakarta-2', 'ap-southeast-5b'],
  ['jakarta-c', null, 'ap-southeast-5c'],
  ['nanjing-1', 'ap-nanjing-1', 'cn-nanjing-a'],
  ['nanjing-2', 'ap-nanjing-2', null],
  ['nanjing-3', 'ap-nanjing-3', null],
  ['seoul-1', 'ap-seoul-1', 'ap-northeast-2a'],
  ['seoul-2', 'ap-seoul-2', 'ap-northeast-2b'],
  ['shanghai-1', 'ap-shanghai-1', null],
  ['shanghai-2', 'ap-shanghai-2', 'cn-shanghai-b'],
  ['shanghai-3', 'ap-shanghai-3', 'cn-shanghai-e'],
  ['shanghai-4', 'ap-shanghai-4', 'cn-shanghai-f'],
  ['shanghai-5', 'ap-shanghai-5', 'cn-shanghai-g'],
  ['shanghai-8', 'ap-shanghai-8', 'cn-shanghai-l'],
  ['shanghai-a', null, 'cn-shanghai-a'],
  ['shanghai-m', null, 'cn-shanghai-m'],
  ['shanghai-n', null, 'cn-shanghai-n'],
  ['shanghai-fsi-1', 'ap-shanghai-fsi-1', null],
  ['shanghai-fsi-2', 'ap-shanghai-fsi-2', null],
  ['shanghai-fsi-3', 'ap-shanghai-fsi-3', null],
  ['shenzhen-fsi-1', 'ap-shenzhen-fsi-1', null],
  ['shenzhen-fsi-2', 'ap-shenzhen-fsi-2', null],
  ['shenzhen-fsi-3', 'ap-shenzhen-fsi-3', null],
  ['singapore-1', 'ap-singapore-1', 'ap-southeast-1a'],
  ['singapore-2', 'ap-singapore-2', 'ap-southeast-1b'],
  ['singapore-3', 'ap-singapore-3', 'ap-southeast-1c'],
  ['singapore-4', 'ap-singapore-4', null],
  ['tokyo-1', 'ap-tokyo-1', 'ap-northeast-1a'],
  ['tokyo-2', 'ap-tokyo-2', 'ap-northeast-1b'],
  ['tokyo-c', null, 'ap-northeast-1c'],
  ['frankfurt-1', 'eu-frankfurt-1', 'eu-central-1a'],
  ['frankfurt-2', 'eu-frankfurt-2', 'eu-central-1b'],
  ['frankfurt-c', null, 'eu-central-1c'],
  ['ashburn-1', 'na-ashburn-1', 'us-east-1a'],
  ['ashburn-2', 'na-ashburn-2', 'us-east-1b'],
  ['siliconvalley-1', 'na-siliconvalley-1', 'us-west-1a'],
  ['siliconvalley-2', 'na-siliconvalley-2', 'us-west-1b'],
  ['saopaulo-1', 'sa-saopaulo-1', null],
  ['hangzhou-b', null, 'cn-hangzhou-b'],
  ['hangzhou-f', null, 'cn-hangzhou-f'],
  ['hangzhou-g', null, 'cn-hangzhou-g'],
  ['hangzhou-h', null, 'cn-hangzhou-h'],
  ['hangzhou-i', null, 'cn-hangzhou-i'],
  ['hangzhou-j', null, 'cn-hangzhou-j'],
  ['hangzhou-k', null, 'cn-hangzhou-k'],
  ['qingdao-b', null, 'cn-qingdao-b'],
  ['qingdao-c', null, 'cn-qingdao-c'],
  ['zhangjiakou-a', null, 'cn-zhangjiakou-a'],
  ['zhangjiakou-b', null, 'cn-zhangjiakou-b'],
  ['zhangjiakou-c', null, 'cn-zhangjiakou-c'],
  ['huhehaote-a', null, 'cn-huhehaote-a'],
  ['huhehaote-b', null, 'cn-huhehaote-b'],
  ['wulanchabu-a', null, 'cn-wulanchabu-a'],
  ['wulanchabu-b', null, 'cn-wulanchabu-b'],
  ['wulanchabu-c', null, 'cn-wulanchabu-c'],
  ['shenzhen-a', null, 'cn-shenzhen-a'],
  ['shenzhen-b', null, 'cn-shenzhen-b'],
  ['shenzhen-c', null, 'cn-shenzhen-c'],
  ['shenzhen-d', null, 'cn-shenzhen-d'],
  ['shenzhen-e', null, 'cn-shenzhen-e'],
  ['shenzhen-f', null, 'cn-shenzhen-f'],
  ['heyuan-a', null, 'cn-heyuan-a'],
  ['heyuan-b', null, 'cn-heyuan-b'],
  ['fuzhou-a', null, 'cn-fuzhou-a'],
  ['wuhan-a', null, 'cn-wuhan-lr-a'],
  ['kualalumpur-a', null, 'ap-southeast-3a'],
  ['kualalumpur-b', null, 'ap-southeast-3b'],
  ['kualalumpur-c', null, 'ap-southeast-3c'],
  ['manila-a', null, 'ap-southeast-6a'],
  ['manila-b', null, 'ap-southeast-6b'],
  ['london-a', null, 'eu-west-1a'],
  ['london-b', null, 'eu-west-1b'],
  ['dubai-a', null, 'me-east-1a'],
  ['riyadh-a', null, 'me-central-1a'],
  ['riyadh-b', null, 'me-central-1b'],
  ['mexico-a', null, 'na-south-1a'],
];

interface Names {
  readonly neutralOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
}

function namesOf(pairs: readonly Pair[], column: 1 | 2): Names {
  const neutralOf = new Map<string, string>();
  const nameOf = new Map<string, string>();
  for (const pair of pairs) {
    const name = pair[column];
    if (name === null) continue;
    neutralOf.set(name, pair[0]);
    nameOf.set(pair[0], name);
  }
  return { neutralOf, nameOf };
}

const regionNames: Readonly<Record<Vendor, Names>> = {
  tencent: namesOf(regionPairs, 1),
  aliyun: namesOf(regionPairs, 2),
};

const zoneNames: Readonly<Record<Vendor, Names>> = {
  tencent: namesOf(zonePairs, 1),
  aliyun: namesOf(zonePairs, 2),
};

/** The neutral region of a vendor's region name, or undefined where the vendor has none. O(1). */
export function regionByVendorName(vendor: Vendor, name: string): string | undefined {
  return regionNames[vendor].neutralOf.get(name);
}

/** The neutral zone of a vendor's zone name, or undefined where the vendor has none. O(1). */
export function zoneByVendorName(vendor: Vendor, name: string): string | undefined {
  return zoneNames[vendor].neutralOf.get(name);
}

/** What the vendor calls a neutral region, or undefined where the vendor does not have it. O(1). */
export function vendorRegionName(vendor: Vendor, region: string): string | undefined {
  return regionNames[vendor].nameOf.get(region);
}

/** What the vendor calls a neutral zone, or undefined where the vendor does not have it. O(1). */
export function vendorZoneName(vendor: Vendor, zone: string): string | undefined {
  return zoneNames[vendor].nameOf.get(zone);
}

/** The neutral regions a vendor has, in the order of the table. */
export function regionsOfVendor(vendor: Vendor): readonly string[] {
  return [...regionNames[vendor].nameOf.keys()];
}

/** The neutral zones a vendor has in a neutral region, in the order of the catalogue. */
export function zonesOfVendor(vendor: Vendor, region: string): readonly string[] {
  const zones = findRegion(region)?.zones ?? [];
  return zones.filter((zone) => zoneNames[vendor].nameOf.has(zone));
}
