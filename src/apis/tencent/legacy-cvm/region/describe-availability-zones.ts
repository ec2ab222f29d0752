// https://cloud.tencent.com/document/api/213/6976 has the common parameters; the page itself is in
// no overview (seed 004 L51732).
import { action } from '#apis/context.ts';
import { id, integer, list, string, structure } from '#wire/builders.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { zoneNameOf } from './zone-name.ts';

const centre = structure({ idcId: integer(), idcName: string() });

/** The zones of the region, by number. Nobody knows of any data centres in them. */
export const describeAvailabilityZones = action.read({
  name: 'DescribeAvailabilityZones',
  input: structure({ zoneId: id('zone') }),
  output: structure({
    totalCount: integer(),
    zoneSet: list(
      structure({
        zoneName: string(),
        idcList: list(centre),
        zoneId: id('zone', { asNumber: true }),
      }),
    ),
  }),
  handle: async ({ region }, { zoneId }) => {
    const all = zonesOfVendor('tencent', region);
    const zones = zoneId === undefined ? all : all.filter((zone) => zone === zoneId);
    const shown = zones.map((zone) => ({ zoneName: zoneNameOf(zone), idcList: [], zoneId: zone }));
    return { totalCount: zones.length, zoneSet: shown };
  },
});
