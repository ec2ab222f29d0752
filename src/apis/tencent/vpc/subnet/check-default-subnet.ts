// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// CheckDefaultSubnet.
import { canHaveDefaultSubnet } from '#resources/subnet/verbs/check-default-subnet.ts';
import { action } from '../../../context.ts';
import { requireZone } from '../../structs/region/zones.ts';
import * as model from '../models/check-default-subnet.ts';

export const checkDefaultSubnet = action.read({
  model,
  // The model lets it be absent; a default subnet is one of a zone.
  input: { Zone: { required: true } },
  handle: async (context, { Zone: zone }) => {
    const { region } = context;
    requireZone(zone, region);
    return { Result: await canHaveDefaultSubnet(context, { region, zone }) };
  },
});
