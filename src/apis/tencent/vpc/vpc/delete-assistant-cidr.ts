// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DeleteAssistantCidr.
import { changeBlocks } from '#resources/vpc/verbs/change-blocks.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-assistant-cidr.ts';
import { namedBlocks, vpcCidrRule } from './vpc-fields.ts';

export const deleteAssistantCidr = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    CidrBlocks: { ...namedBlocks, min: 1, required: true },
  },
  handle: async (context, { VpcId, CidrBlocks }) => {
    await changeBlocks(context, {
      vpc: VpcId,
      region: context.region,
      add: [],
      remove: CidrBlocks,
      rule: vpcCidrRule,
    });
  },
});
