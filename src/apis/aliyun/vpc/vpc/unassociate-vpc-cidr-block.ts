// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-unassociatevpccidrblock
import { vpcFaults } from '#resources/vpc/faults.ts';
import { changeBlocks } from '#resources/vpc/verbs/change-blocks.ts';
import { action } from '../../../context.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/unassociate-vpc-cidr-block.ts';
import { vpcCidrRule } from './vpc-shapes.ts';

export const unassociateVpcCidrBlock = action.write({
  model,
  input: {
    SecondaryCidrBlock: { max: 64, required: true, reasons: { length: vpcFaults.cidrMalformed } },
    IPv6CidrBlock: silent,
  },
  handle: async (context, { VpcId: vpc, SecondaryCidrBlock: block }) => {
    const { region } = context;
    await changeBlocks(context, { vpc, region, add: [], remove: [block], rule: vpcCidrRule });
  },
});
