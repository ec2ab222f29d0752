// https://cloud.tencent.com/document/api/1596/77929 and models/region.json DescribeZones.
import { action } from '#apis/context.ts';
import { each } from '#wire/overlay.ts';
import { productAsked, sceneAsked } from '../../structs/region/product.ts';
import { shownZones } from '../../structs/region/shown-places.ts';
import * as model from '../models/describe-zones.ts';

/** Of edge zones and of the vendor's console alone: null in the samples of ordinary zones. */
const ofOthers = [
  'ParentZone',
  'ParentZoneId',
  'ParentZoneName',
  'ZoneType',
  'MachineRoomTypeMC',
  'ZoneIdMC',
] as const;

/** The zones of the region that a product is in, which is all of them. */
export const describeZones = action.read({
  model,
  input: { Product: productAsked, Scene: sceneAsked },
  output: { ZoneSet: { item: { fields: each(ofOthers, { nullable: true }) } } },
  handle: async (context) => {
    const zones = (await shownZones(context)).map((zone) => ({
      ...zone,
      ParentZone: null,
      ParentZoneId: null,
      ParentZoneName: null,
      ZoneType: null,
      MachineRoomTypeMC: null,
      ZoneIdMC: null,
    }));
    return { TotalCount: zones.length, ZoneSet: zones };
  },
});
