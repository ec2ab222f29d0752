// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-getdhcpoptionsset
import { vpcsOfDhcpOptionSets } from '#resources/dhcp-option-set/associations.ts';
import { findDhcpOptionSet } from '#resources/dhcp-option-set/verbs/dhcp-option-sets.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import * as model from '../models/get-dhcp-options-set.ts';
import { showSets } from './dhcp-options-set-shapes.ts';

/** Of a set that is not there the answer has nothing: Terraform takes no Status for "gone". */
export const getDhcpOptionsSet = action.read({
  model,
  output: {
    ...each(['AssociateVpcs', 'CreationTime', 'DhcpOptions', 'OwnerId'], { optional: true }),
    ...each(['DhcpOptionsSetDescription', 'DhcpOptionsSetId'], { optional: true }),
    ...each(['DhcpOptionsSetName', 'Status', 'Tags'], { optional: true }),
    ResourceGroupId: { optional: true },
  },
  handle: async (context, { DhcpOptionsSetId: set }) => {
    const found = await findDhcpOptionSet(context, { set, region: context.region });
    if (found === undefined) return {};
    const vpcs = (await vpcsOfDhcpOptionSets(context.db, [set])).get(set) ?? [];
    const [shown] = await showSets(context, [found]);
    return {
      ...shown,
      AssociateVpcs: vpcs.map((vpc) => ({ AssociateStatus: 'InUse', VpcId: vpc })),
      Status: vpcs.length === 0 ? 'Available' : 'InUse',
    };
  },
});
