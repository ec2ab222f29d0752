// https://cloud.tencent.com/document/api/215/43277 and models/tencent/vpc.json
// CheckAssistantCidr.
import { vpcFaults } from '#resources/vpc/faults.ts';
import { checkBlocks } from '#resources/vpc/verbs/check-blocks.ts';
import { action } from '../../../context.ts';
import { tencentId } from '../../ids.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/check-assistant-cidr.ts';
import { namedBlocks, vpcCidrRule } from './vpc-fields.ts';

/** Finds the blocks and routes of a VPC that overlap new blocks; it has no peers here. */
export const checkAssistantCidr = action.read({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    NewCidrBlocks: namedBlocks,
    OldCidrBlocks: namedBlocks,
  },
  handle: async (context, input) => {
    const { VpcId: vpc, NewCidrBlocks: add = [], OldCidrBlocks: remove = [] } = input;
    if (add.length + remove.length === 0) throw vpcFaults.blocksUnnamed();
    const { region } = context;
    const found = await checkBlocks(context, { vpc, region, add, remove, rule: vpcCidrRule });
    const id = tencentId('vpc', vpc);
    return {
      ConflictSourceSet: found.map(({ kind, key, source, cidr }) => ({
        ConflictSourceId: tencentId(kind, key),
        SourceItem: source,
        ConflictItemSet: [{ ConfilctId: id, ConflictId: id, DestinationItem: cidr }],
      })),
    };
  },
});
