// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createdefaultvpc
import { makeDefaultVpc } from '#resources/vpc/verbs/make-default-vpc.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/create-default-vpc.ts';

export const createDefaultVpc = action.write({
  model,
  input: { ...each(['EnableIpv6', 'Ipv6CidrBlock'], silent), ClientToken: clientToken },
  handle: async (context, { ResourceGroupId: resourceGroup }) => {
    const { region } = context;
    const { key } = await makeDefaultVpc(context, { region, resourceGroup });
    return { VpcId: key, VRouterId: key, RouteTableId: key };
  },
});
