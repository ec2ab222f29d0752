import {
  regionByVendorName,
  regionsOfVendor,
  vendorRegionName,
  vendorZoneName,
  zonesOfVendor,
} from '../places.ts';
import { regionWords, zoneWords } from './regions.ts';

/**
 * The short codes of regions (seed 004 L51204-51228) and what the later generations call the
 * places: no page pairs them, their names do. Two of them are no place of ours: Toronto, and the
 * open zone of Guangzhou.
 */
const regionCodes: ReadonlyArray<readonly [code: string, name: string]> = [
  ['bj', 'ap-beijing'],
  ['gz', 'ap-guangzhou'],
  ['sh', 'ap-shanghai'],
  ['hk', 'ap-hongkong'],
  ['ca', 'na-toronto'],
  ['sg', 'ap-singapore'],
  ['usw', 'na-siliconvalley'],
  ['cd', 'ap-chengdu'],
  ['de', 'eu-frankfurt'],
  ['kr', 'ap-seoul'],
  ['shjr', 'ap-shanghai-fsi'],
  ['szjr', 'ap-shenzhen-fsi'],
  ['gzopen', 'ap-guangzhou-open'],
];

const regionByCode = new Map(
  regionCodes.flatMap(([code, name]) => {
    const region = regionByVendorName('tencent', name);
    return region === undefined ? [] : [[code, region] as const];
  }),
);
const codeByRegion = new Map([...regionByCode].map(([code, region]) => [region, code]));

/** The neutral region of a short code; undefined where there is none. */
export function regionOfCode(code: string): string | undefined {
  return regionByCode.get(code);
}

/** The short code of a neutral region; undefined where it came later than these codes. */
export function codeOfRegion(region: string): string | undefined {
  return codeByRegion.get(region);
}

/** Every code with the city it stands for, as DescribeProductRegionList has them (L52140-52144). */
export function citiesByCode(): Readonly<Record<string, string>> {
  const cities = [...regionByCode].map(([code, region]) => {
    const { zh } = regionWords(vendorRegionName('tencent', region) ?? '') ?? { zh: code };
    return [code, /\((.+)\)$/.exec(zh)?.[1] ?? zh] as const;
  });
  return Object.fromEntries(cities);
}

let numberByZone: ReadonlyMap<string, string> | undefined;
let zoneByNumber: ReadonlyMap<string, string> | undefined;

/** Numbers of zones (L51757-51797), which API 3.0 still shows as ZoneId; read when first asked. */
function zoneNumbers(): ReadonlyMap<string, string> {
  numberByZone ??= new Map(
    regionsOfVendor('tencent').flatMap((region) =>
      zonesOfVendor('tencent', region).flatMap((zone) => {
        const words = zoneWords(vendorZoneName('tencent', zone) ?? '');
        return words === undefined ? [] : [[zone, words.zoneId] as const];
      }),
    ),
  );
  return numberByZone;
}

/** The number of a neutral zone, as text; undefined for a zone of another vendor. */
export function numberOfZone(zone: string): string | undefined {
  return zoneNumbers().get(zone);
}

/** The neutral zone of a number; undefined where no zone has it. */
export function zoneOfNumber(text: string): string | undefined {
  zoneByNumber ??= new Map([...zoneNumbers()].map(([zone, number]) => [number, zone]));
  return zoneByNumber.get(text);
}
