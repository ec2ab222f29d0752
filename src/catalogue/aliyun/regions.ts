/**
 * How Alibaba's pages speak of regions and zones: LocalName in Chinese and English, the endpoint,
 * the zone type. Keyed by Alibaba's own names; catalogue/places.ts leads to the neutral ones.
 *
 * Sample data: no document of ours lists Alibaba's places. The shape of the endpoints is the one
 * the official SDK computes; cn-hangzhou keeps the central endpoint, as seeds 001 and 002 use it.
 */

export interface LocalName {
  readonly zh: string;
  readonly en: string;
}

export interface RegionWords {
  readonly name: LocalName;
  readonly endpoint: string;
}

/** [region, Chinese name, English name, Chinese and English city of its zones] */
type RegionRow = readonly [string, string, string, string, string];

const regionRows: readonly RegionRow[] = [
  ['cn-qingdao', '华北1（青岛）', 'China (Qingdao)', '青岛', 'Qingdao'],
  ['cn-beijing', '华北2（北京）', 'China (Beijing)', '北京', 'Beijing'],
  ['cn-zhangjiakou', '华北3（张家口）', 'China (Zhangjiakou)', '张家口', 'Zhangjiakou'],
  ['cn-huhehaote', '华北5（呼和浩特）', 'China (Hohhot)', '呼和浩特', 'Hohhot'],
  ['cn-wulanchabu', '华北6（乌兰察布）', 'China (Ulanqab)', '乌兰察布', 'Ulanqab'],
  ['cn-hangzhou', '华东1（杭州）', 'China (Hangzhou)', '杭州', 'Hangzhou'],
  ['cn-shanghai', '华东2（上海）', 'China (Shanghai)', '上海', 'Shanghai'],
  ['cn-nanjing', '华东5（南京-本地地域）', 'China (Nanjing - Local Region)', '南京', 'Nanjing'],
  ['cn-fuzhou', '华东6（福州-本地地域）', 'China (Fuzhou - Local Region)', '福州', 'Fuzhou'],
  ['cn-wuhan-lr', '华中1（武汉-本地地域）', 'China (Wuhan - Local Region)', '武汉', 'Wuhan'],
  ['cn-shenzhen', '华南1（深圳）', 'China (Shenzhen)', '深圳', 'Shenzhen'],
  ['cn-heyuan', '华南2（河源）', 'China (Heyuan)', '河源', 'Heyuan'],
  ['cn-guangzhou', '华南3（广州）', 'China (Guangzhou)', '广州', 'Guangzhou'],
  ['cn-chengdu', '西南1（成都）', 'China (Chengdu)', '成都', 'Chengdu'],
  ['cn-hongkong', '中国香港', 'China (Hong Kong)', '香港', 'Hong Kong'],
  ['ap-northeast-1', '日本（东京）', 'Japan (Tokyo)', '东京', 'Tokyo'],
  ['ap-northeast-2', '韩国（首尔）', 'South Korea (Seoul)', '首尔', 'Seoul'],
  ['ap-southeast-1', '新加坡', 'Singapore', '新加坡', 'Singapore'],
  ['ap-southeast-3', '马来西亚（吉隆坡）', 'Malaysia (Kuala Lumpur)', '吉隆坡', 'Kuala Lumpur'],
  ['ap-southeast-5', '印度尼西亚（雅加达）', 'Indonesia (Jakarta)', '雅加达', 'Jakarta'],
  ['ap-southeast-6', '菲律宾（马尼拉）', 'Philippines (Manila)', '马尼拉', 'Manila'],
  ['ap-southeast-7', '泰国（曼谷）', 'Thailand (Bangkok)', '曼谷', 'Bangkok'],
  ['us-east-1', '美国（弗吉尼亚）', 'US (Virginia)', '弗吉尼亚', 'Virginia'],
  ['us-west-1', '美国（硅谷）', 'US (Silicon Valley)', '硅谷', 'Silicon Valley'],
  ['na-south-1', '墨西哥', 'Mexico', '墨西哥', 'Mexico'],
  ['eu-central-1', '德国（法兰克福）', 'Germany (Frankfurt)', '法兰克福', 'Frankfurt'],
  ['eu-west-1', '英国（伦敦）', 'UK (London)', '伦敦', 'London'],
  ['me-east-1', '阿联酋（迪拜）', 'UAE (Dubai)', '迪拜', 'Dubai'],
  ['me-central-1', '沙特（利雅得）', 'SAU (Riyadh)', '利雅得', 'Riyadh'],
];

const rowsByRegion = new Map(regionRows.map((row) => [row[0], row] as const));

/** ZoneType of every zone here; edge and local zones have no counterpart. */
export const zoneType = 'AvailabilityZone';

/** Names and endpoint of an Alibaba region ('cn-hangzhou'), or undefined where there is none. */
export function regionWords(region: string): RegionWords | undefined {
  const row = rowsByRegion.get(region);
  if (row === undefined) return undefined;
  const [, zh, en] = row;
  const endpoint = region === 'cn-hangzhou' ? 'ecs.aliyuncs.com' : `ecs.${region}.aliyuncs.com`;
  return { name: { zh, en }, endpoint };
}

/**
 * LocalName of an Alibaba zone ('cn-hangzhou-g', 'ap-southeast-1a'), or undefined where its region
 * is unknown. Whether the zone exists is for catalogue/places.ts to say.
 */
export function zoneWords(zone: string): LocalName | undefined {
  const letter = zone.slice(-1);
  const isHyphened = zone.endsWith(`-${letter}`);
  const region = zone.slice(0, isHyphened ? -2 : -1);
  // A region name that ends in a digit takes the letter at once, any other after a hyphen.
  if (!/[a-z]/.test(letter) || isHyphened === /\d$/.test(region)) return undefined;
  const row = rowsByRegion.get(region);
  if (row === undefined) return undefined;
  const [, , , cityZh, cityEn] = row;
  const capital = letter.toUpperCase();
  return { zh: `${cityZh} 可用区${capital}`, en: `${cityEn} Zone ${capital}` };
}
