// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// CreateAssistantCidr.
import { changeBlocks } from '#resources/vpc/verbs/change-blocks.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-assistant-cidr.ts';
import { showBlocks } from './assistant-cidrs.ts';
import { namedBlocks, vpcCidrRule } from './vpc-fields.ts';

export const createAssistantCidr = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    CidrBlocks: { ...namedBlocks, min: 1, required: true },
  },
  handle: async (context, { VpcId, CidrBlocks }) => {
    const vpc = await changeBlocks(context, {
      vpc: VpcId,
      region: context.region,
      add: CidrBlocks,
      remove: [],
      rule: vpcCidrRule,
    });
    return { AssistantCidrSet: await showBlocks(context, [vpc], CidrBlocks) };
  },
});
