// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-detachdhcpoptionssetfromvpc
import { dissociateDhcpOptionSet } from '#resources/dhcp-option-set/verbs/associations.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/detach-dhcp-options-set-from-vpc.ts';

export const detachDhcpOptionsSetFromVpc = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { DhcpOptionsSetId: set, VpcId: vpc }) =>
    dissociateDhcpOptionSet(context, { set, vpc, region: context.region }),
});
