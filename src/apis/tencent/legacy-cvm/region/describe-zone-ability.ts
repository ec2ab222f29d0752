// https://cloud.tencent.com/document/api/213/6976 has the common parameters; the page itself is in
// no overview (seed 004 L51959).
import { zonesOfVendor } from '#catalogue/places.ts';
import { action } from '#apis/context.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { id, integer, list, string, structure } from '#wire/builders.ts';

/** Cloud disks and private networks, the two that can be asked for (L51997). */
const ability = string({ values: ['cbs', 'vpc'] });

/** What a zone can do. Every zone here has both, so each that is asked for is supported. */
export const describeZoneAbility = action.read({
  name: 'DescribeZoneAbility',
  input: structure({
    zoneId: id('zone', { required: true, reasons: { malformed: zoneFaults.notInRegion } }),
    capacity: list(ability, { required: true, min: 1 }),
  }),
  output: structure({
    capacitySet: list(structure({ isSupported: integer(), capacity: list(string()) })),
  }),
  handle: async ({ region }, { zoneId, capacity }) => {
    if (!zonesOfVendor('tencent', region).includes(zoneId)) {
      throw zoneFaults.notInRegion({ message: 'The region has no zone of that zoneId.' });
    }
    return {
      capacitySet: [...new Set(capacity)].map((one) => ({ isSupported: 1, capacity: [one] })),
    };
  },
});
