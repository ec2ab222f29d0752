// https://cloud.tencent.com/document/api/215/36034 and models/tencent/vpc.json DescribeNatGateways.
import { listNatGateways } from '#resources/nat-gateway/verbs/list-nat-gateways.ts';
import { action } from '../../../context.ts';
import { asks, asksForNone } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-nat-gateways.ts';
import { showNatGateways } from './nat-gateway-shapes.ts';

const filters = vpcFilters({
  'nat-gateway-id': asks('keys', filteredId('nat-gateway')),
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'nat-gateway-name': asks('names'),
  // Every gateway here is there at once.
  'nat-state': asksForNone('available'),
});

export const describeNatGateways = action.read({
  model,
  input: { NatGatewayIds: vpcIds('nat-gateway'), Filters: filters.shape, ...numberedPage },
  rules: [idsOrFilters('NatGatewayIds')],
  handle: async (context, input) => {
    const { region } = context;
    const { NatGatewayIds: ids = [] } = input;
    const query = filters.read(input.Filters, region);
    // An id that names nothing is left out: clients wait for a gateway to be gone so.
    const { total, items } = await listNatGateways(context, {
      region,
      filter: ids.length > 0 ? { ...query, keys: ids } : query,
      page: pageOf(input),
    });
    return {
      TotalCount: total,
      NatGatewaySet: await showNatGateways(context, items),
      VerboseLevel: 'DETAIL',
    };
  },
});
