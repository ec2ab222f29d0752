// https://cloud.tencent.com/document/api/213/15707 (seed 004 L8232)
import { action } from '#apis/context.ts';
import { structure } from '#wire/builders.ts';
import { shownZones } from '../../structs/region/shown-places.ts';
import * as model from '../models/describe-zones.ts';

/** The zones of the region; their names are in the language asked for, English by default. */
export const describeZones = action.read({
  model,
  input: structure({}),
  handle: async (context) => {
    const zones = await shownZones(context);
    return { TotalCount: zones.length, ZoneSet: zones };
  },
});
