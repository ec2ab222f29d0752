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

/** [region, Chinese name, English name, Chinese and English city of its zones, ZoneId base] */
type RegionRow = readonly [string, string, string, string, string, number];

const regionRows: readonly RegionRow[] = [
  ['ap-bangkok', '亚太东南(曼谷)', 'Southeast Asia(Bangkok)', '曼谷', 'Bangkok', 230000],
  ['ap-beijing', '华北地区(北京)', 'North China(Beijing)', '北京', 'Beijing', 800000],
  ['ap-chengdu', '西南地区(成都)', 'Southwest China(Chengdu)', '成都', 'Chengdu', 160000],
  ['ap-chongqing', '西南地区(重庆)', 'Southwest China(Chongqing)', '重庆', 'Chongqing', 190000],
  ['ap-guangzhou', '华南地区(广州)', 'South China(Guangzhou)', '广州', 'Guangzhou', 100000],
  [
    'ap-hongkong',
    '港澳台地区(中国香港)',
    'Hong Kong, Macao and Taiwan(Hong Kong, China)',
    '香港',
    'Hong Kong',
    300000,
  ],
  ['ap-jakarta', '亚太东南(雅加达)', 'Southeast Asia(Jakarta)', '雅加达', 'Jakarta', 720000],
  ['ap-nanjing', '华东地区(南京)', 'East China(Nanjing)', '南京', 'Nanjing', 330000],
  ['ap-seoul', '亚太东北(首尔)', 'Northeast Asia(Seoul)', '首尔', 'Seoul', 180000],
  ['ap-shanghai', '华东地区(上海)', 'East China(Shanghai)', '上海', 'Shanghai', 200000],
  [
    'ap-shanghai-fsi',
    '华东地区(上海金融)',
    'East China(Shanghai Finance)',
    '上海金融',
    'Shanghai Finance',
    700000,
  ],
  [
    'ap-shenzhen-fsi',
    '华南地区(深圳金融)',
    'South China(Shenzhen Finance)',
    '深圳金融',
    'Shenzhen Finance',
    110000,
  ],
  ['ap-singapore', '亚太东南(新加坡)', 'Southeast Asia(Singapore)', '新加坡', 'Singapore', 900000],
  ['ap-tokyo', '亚太东北(东京)', 'Northeast Asia(Tokyo)', '东京', 'Tokyo', 250000],
  ['eu-frankfurt', '欧洲地区(法兰克福)', 'Europe(Frankfurt)', '法兰克福', 'Frankfurt', 170000],
  ['na-ashburn', '美国东部(弗吉尼亚)', 'US East(Virginia)', '弗吉尼亚', 'Virginia', 220000],
  [
    'na-siliconvalley',
    '美国西部(硅谷)',
    'US West(Silicon Valley)',
    '硅谷',
    'Silicon Valley',
    150000,
  ],
  ['sa-saopaulo', '南美地区(圣保罗)', 'South America(Sao Paulo)', '圣保罗', 'Sao Paulo', 740000],
];

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
  return row === undefined ? undefined : { zh: row[1], en: row[2] };
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
