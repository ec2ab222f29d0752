/**
 * How Tencent's pages speak of regions and zones: names in both languages, the numeric zone ids,
 * which zones are open. Keyed by Tencent's own names; catalogue/places.ts leads to the neutral
 * ones.
 *
 * Sources, seed 004: Chinese region names L4689-4726, in the form of the DescribeRegions answer
 * (L8042-8159); zone names in both languages and ZoneId 100001-100005 L8276-8470; ZoneId bases of
 * guangzhou, shanghai, hongkong, shanghai-fsi, beijing, singapore, shenzhen-fsi, siliconvalley,
 * chengdu, frankfurt and seoul L51757-51795; sold out zones L39370-39484. English region names,
 * zone names outside guangzhou and the other ZoneId bases are sample data.
 */

export interface LocalName {
  readonly zh: string;
  readonly en: string;
}

/** The name in the language that X-TC-Language asks for. */
export function localName(name: LocalName, language: 'en-US' | 'zh-CN'): string {
  return language === 'zh-CN' ? name.zh : name.en;
}

export type ZoneState = 'AVAILABLE' | 'UNAVAILABLE';

export interface ZoneWords {
  readonly name: LocalName;
  readonly zoneId: string;
  readonly state: ZoneState;
  /** Marked sold out in the list of zones; see `state` for what that means to a launch. */
  readonly listedSoldOut: boolean;
}

/** [region, its area and its city in Chinese and in English, base of the ZoneIds] */
type RegionRow = readonly [string, string, string, string, string, number];

const regionRows: readonly RegionRow[] = [
  ['ap-bangkok', '亚太东南', 'Southeast Asia', '曼谷', 'Bangkok', 230000],
  ['ap-beijing', '华北地区', 'North China', '北京', 'Beijing', 800000],
  ['ap-chengdu', '西南地区', 'Southwest China', '成都', 'Chengdu', 160000],
  ['ap-chongqing', '西南地区', 'Southwest China', '重庆', 'Chongqing', 190000],
  ['ap-guangzhou', '华南地区', 'South China', '广州', 'Guangzhou', 100000],
  ['ap-hongkong', '港澳台地区', 'Hong Kong, Macao and Taiwan', '香港', 'Hong Kong', 300000],
  ['ap-jakarta', '亚太东南', 'Southeast Asia', '雅加达', 'Jakarta', 720000],
  ['ap-nanjing', '华东地区', 'East China', '南京', 'Nanjing', 330000],
  ['ap-seoul', '亚太东北', 'Northeast Asia', '首尔', 'Seoul', 180000],
  ['ap-shanghai', '华东地区', 'East China', '上海', 'Shanghai', 200000],
  ['ap-shanghai-fsi', '华东地区', 'East China', '上海金融', 'Shanghai Finance', 700000],
  ['ap-shenzhen-fsi', '华南地区', 'South China', '深圳金融', 'Shenzhen Finance', 110000],
  ['ap-singapore', '亚太东南', 'Southeast Asia', '新加坡', 'Singapore', 900000],
  ['ap-tokyo', '亚太东北', 'Northeast Asia', '东京', 'Tokyo', 250000],
  ['eu-frankfurt', '欧洲地区', 'Europe', '法兰克福', 'Frankfurt', 170000],
  ['na-ashburn', '美国东部', 'US East', '弗吉尼亚', 'Virginia', 220000],
  ['na-siliconvalley', '美国西部', 'US West', '硅谷', 'Silicon Valley', 150000],
  ['sa-saopaulo', '南美地区', 'South America', '圣保罗', 'Sao Paulo', 740000],
];

/** Cities whose region says more of them than its zones do. */
const citiesOfRegions: ReadonlyMap<string, LocalName> = new Map([
  ['ap-hongkong', { zh: '中国香港', en: 'Hong Kong, China' }],
]);

const soldOutZones: ReadonlySet<string> = new Set([
  'ap-beijing-1',
  'ap-guangzhou-1',
  'ap-guangzhou-2',
  'ap-hongkong-1',
  'ap-shanghai-1',
  'ap-shenzhen-fsi-3',
]);

/**
 * Sold out in the list, yet AVAILABLE in the DescribeZones answer (L8300) and selling in those
 * of DescribeInstanceTypeConfigs (L11349) and DescribeZoneInstanceConfigInfos (L20685).
 */
const openThoughListedSoldOut = 'ap-guangzhou-2';

const chineseDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

const rowsByRegion = new Map(regionRows.map((row) => [row[0], row] as const));

/** The name of a Tencent region ('ap-guangzhou'), or undefined where there is none. */
export function regionWords(region: string): LocalName | undefined {
  const row = rowsByRegion.get(region);
  if (row === undefined) return undefined;
  const [, areaZh, areaEn, zh, en] = row;
  const city = citiesOfRegions.get(region) ?? { zh, en };
  return { zh: `${areaZh}(${city.zh})`, en: `${areaEn}(${city.en})` };
}

/**
 * What is said of a Tencent zone ('ap-guangzhou-3'), or undefined where its region is unknown or
 * its number is not one digit. Whether the zone exists is for catalogue/places.ts to say.
 */
export function zoneWords(zone: string): ZoneWords | undefined {
  const [, region = '', number = ''] = /^(.+)-([1-9])$/.exec(zone) ?? [];
  const row = rowsByRegion.get(region);
  if (row === undefined) return undefined;
  const [, , , cityZh, cityEn, zoneIdBase] = row;
  const ordinal = Number(number);
  const listedSoldOut = soldOutZones.has(zone);
  const isClosed = listedSoldOut && zone !== openThoughListedSoldOut;
  return {
    name: { zh: `${cityZh}${chineseDigits[ordinal] ?? number}区`, en: `${cityEn} Zone ${number}` },
    zoneId: String(zoneIdBase + ordinal),
    state: isClosed ? 'UNAVAILABLE' : 'AVAILABLE',
    listedSoldOut,
  };
}
