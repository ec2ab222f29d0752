// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-attachdhcpoptionssettovpc
import { associateDhcpOptionSet } from '#resources/dhcp-option-set/verbs/associations.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/attach-dhcp-options-set-to-vpc.ts';

export const attachDhcpOptionsSetToVpc = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { DhcpOptionsSetId: set, VpcId: vpc }) =>
    associateDhcpOptionSet(context, { set, vpc, region: context.region }),
});
