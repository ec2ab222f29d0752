// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DescribeAssistantCidr.
import { listVpcs } from '#resources/vpc/verbs/list-vpcs.ts';
import { requireVpcs } from '#resources/vpc/verbs/require-vpcs.ts';
import { action } from '../../../context.ts';
import { asks } from '../../structs/filters.ts';
import { idsOrFilters, sliceOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-assistant-cidr.ts';
import { showBlocks } from './assistant-cidrs.ts';

const filters = vpcFilters({ 'vpc-id': asks('keys', filteredId('vpc')) });

const VPCS_MAX = 1_024;

export const describeAssistantCidr = action.read({
  model,
  input: { VpcIds: vpcIds('vpc'), Filters: filters.shape, ...numberedPage },
  rules: [idsOrFilters('VpcIds')],
  handle: async (context, input) => {
    const { region } = context;
    const { VpcIds: ids = [] } = input;
    const query = filters.read(input.Filters, region);
    await requireVpcs(context, ids, region);
    const { items } = await listVpcs(context, {
      region,
      filter: ids.length > 0 ? { keys: ids } : query,
      page: { offset: 0, limit: VPCS_MAX },
    });
    const blocks = await showBlocks(context, items);
    return { TotalCount: blocks.length, AssistantCidrSet: sliceOf(blocks, input) };
  },
});
