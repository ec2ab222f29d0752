// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createdefaultvswitch
import { makeDefaultSubnet } from '#resources/subnet/verbs/make-default-subnet.ts';
import { action } from '../../../context.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/create-default-v-switch.ts';

export const createDefaultVSwitch = action.write({
  model,
  input: { Ipv6CidrBlock: silent, ClientToken: clientToken },
  handle: async (context, { ZoneId: zone }) => {
    const { subnet } = await makeDefaultSubnet(context, { region: context.region, zone });
    return { VSwitchId: subnet };
  },
});
