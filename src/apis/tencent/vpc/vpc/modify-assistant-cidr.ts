// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// ModifyAssistantCidr.
import { vpcFaults } from '#resources/vpc/faults.ts';
import { changeBlocks } from '#resources/vpc/verbs/change-blocks.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/modify-assistant-cidr.ts';
import { showBlocks } from './assistant-cidrs.ts';
import { namedBlocks, vpcCidrRule } from './vpc-fields.ts';

/** Takes blocks away and adds others in one step; answers all that the VPC then has. */
export const modifyAssistantCidr = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    NewCidrBlocks: namedBlocks,
    OldCidrBlocks: namedBlocks,
  },
  handle: async (context, input) => {
    const { VpcId, NewCidrBlocks: add = [], OldCidrBlocks: remove = [] } = input;
    if (add.length + remove.length === 0) throw vpcFaults.blocksUnnamed();
    const { region } = context;
    const vpc = await changeBlocks(context, { vpc: VpcId, region, add, remove, rule: vpcCidrRule });
    return { AssistantCidrSet: await showBlocks(context, [vpc]) };
  },
});
