// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-replacevpcdhcpoptionsset
import { replaceDhcpOptionSet } from '#resources/dhcp-option-set/verbs/associations.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/replace-vpc-dhcp-options-set.ts';

export const replaceVpcDhcpOptionsSet = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { DhcpOptionsSetId: set, VpcId: vpc }) =>
    replaceDhcpOptionSet(context, { set, vpc, region: context.region }),
});
