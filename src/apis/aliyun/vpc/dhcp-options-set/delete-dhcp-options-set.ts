// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletedhcpoptionsset
import { removeDhcpOptionSet } from '#resources/dhcp-option-set/verbs/dhcp-option-sets.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/delete-dhcp-options-set.ts';

export const deleteDhcpOptionsSet = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { DhcpOptionsSetId: set }) =>
    removeDhcpOptionSet(context, { set, region: context.region }),
});
