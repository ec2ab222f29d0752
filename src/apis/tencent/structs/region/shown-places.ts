import type { ReadContext } from '#apis/context.ts';
import {
  regionsOfVendor,
  vendorRegionName,
  vendorZoneName,
  zonesOfVendor,
} from '#catalogue/places.ts';
import { localName, regionWords, zoneWords } from '#catalogue/tencent/regions.ts';
import { soldOutZones } from '#resources/instance/stock.ts';

/** RegionSet: the regions of the catalogue, in the language asked for (seed 004 L8042-8159). */
export function shownRegions({ language }: Pick<ReadContext, 'language'>) {
  return regionsOfVendor('tencent').map((region) => {
    const name = vendorRegionName('tencent', region) ?? '';
    const words = regionWords(name);
    return {
      Region: region,
      RegionName: words === undefined ? name : localName(words, language),
      RegionState: 'AVAILABLE',
    };
  });
}

/** ZoneSet: the zones of the region that is asked, and whether they sell (L8276-8470). */
export async function shownZones(context: ReadContext) {
  const { region, language } = context;
  const all = zonesOfVendor('tencent', region);
  const soldOut = await soldOutZones(context, 'tencent', all);
  return all.flatMap((zone) => {
    const words = zoneWords(vendorZoneName('tencent', zone) ?? '');
    if (words === undefined) return [];
    return {
      Zone: zone,
      ZoneName: localName(words.name, language),
      ZoneId: words.zoneId,
      ZoneState: soldOut.has(zone) ? 'UNAVAILABLE' : 'AVAILABLE',
    };
  });
}
