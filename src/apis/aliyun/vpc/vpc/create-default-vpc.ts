// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createdefaultvpc
import { assignIpv6Block } from '#resources/vpc/verbs/ipv6-block.ts';
import { makeDefaultVpc } from '#resources/vpc/verbs/make-default-vpc.ts';
import { action } from '../../../context.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/create-default-vpc.ts';

export const createDefaultVpc = action.write({
  model,
  input: { Ipv6CidrBlock: silent, ClientToken: clientToken },
  handle: async (context, { ResourceGroupId: resourceGroup, EnableIpv6: ipv6 }) => {
    const { region } = context;
    const { key } = await makeDefaultVpc(context, { region, resourceGroup });
    if (ipv6 === true) await assignIpv6Block(context, { vpc: key, region });
    return { VpcId: key, VRouterId: key, RouteTableId: key };
  },
});
