// https://cloud.tencent.com/document/api/213/15707 (seed 004 L8232)
import { action } from '#apis/context.ts';
import { soldOutZones } from '#resources/instance/stock.ts';
import { structure } from '#wire/builders.ts';
import { vendorZoneName, zonesOfVendor } from '#catalogue/places.ts';
import { localName, zoneWords } from '#catalogue/tencent/regions.ts';
import * as model from '../models/describe-zones.ts';

/** The zones of the region; their names are in the language asked for, English by default. */
export const describeZones = action.read({
  model,
  input: structure({}),
  handle: async (context) => {
    const { region, language } = context;
    const all = zonesOfVendor('tencent', region);
    const soldOut = await soldOutZones(context, 'tencent', all);
    const zones = all.flatMap((zone) => {
      const words = zoneWords(vendorZoneName('tencent', zone) ?? '');
      if (words === undefined) return [];
      return {
        Zone: zone,
        ZoneName: localName(words.name, language),
        ZoneId: words.zoneId,
        ZoneState: soldOut.has(zone) ? 'UNAVAILABLE' : 'AVAILABLE',
      };
    });
    return { TotalCount: zones.length, ZoneSet: zones };
  },
});
