// https://cloud.tencent.com/document/api/215/17876 and models/tencent/vpc.json
// CreateDefaultVpc.
import { subnetFaults } from '#resources/subnet/faults.ts';
import { defaultNetwork } from '#resources/subnet/verbs/default-network.ts';
import { getSubnet } from '#resources/subnet/verbs/get-subnet.ts';
import { getVpc } from '#resources/vpc/verbs/get-vpc.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { action } from '../../../context.ts';
import { requireZone } from '../../structs/region/zones.ts';
import * as model from '../models/create-default-vpc.ts';
import { defaultSubnetName } from '../subnet/subnet-shapes.ts';
import { defaultVpcName } from './vpc-shapes.ts';

/**
 * Answers the default network and its default subnet of a zone; what is missing is made. Every
 * account has private networks alone, so Force asks for what is answered anyway.
 */
export const createDefaultVpc = action.write({
  model,
  input: { Force: { deprecated: true } },
  handle: async (context, input) => {
    const { region } = context;
    const { Zone: zone = zonesOfVendor('tencent', region)[0] } = input;
    if (zone === undefined) throw subnetFaults.zoneNotInRegion({});
    requireZone(zone, region);
    const place = await defaultNetwork(context, { region, zone });
    const vpc = await getVpc(context, place);
    const subnet = await getSubnet(context, place);
    return {
      Vpc: {
        VpcId: vpc.key,
        SubnetId: subnet.key,
        VpcName: vpc.name ?? defaultVpcName,
        SubnetName: subnet.name ?? defaultSubnetName,
        CidrBlock: subnet.cidr,
      },
    };
  },
});
