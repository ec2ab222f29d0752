// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-describenatgateways
import { listNatGateways } from '#resources/nat-gateway/verbs/list-nat-gateways.ts';
import { id, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { silent } from '../../parameters.ts';
import { isOtherGroup } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-nat-gateways.ts';
import { showNatGateways, sizes } from './nat-gateway-shapes.ts';

const states = ['Creating', 'Available', 'Modifying', 'Deleting', 'Converting'] as const;

export const describeNatGateways = action.read({
  model,
  input: {
    AvailabilityMode: silent,
    InstanceChargeType: { values: ['PostPaid', 'PrePaid'] },
    NatType: { values: ['Enhanced', 'Normal'] },
    NetworkType: { values: ['internet', 'intranet'] },
    Spec: { values: sizes },
    Status: { values: states },
    ZoneId: id('zone'),
    Tag: tagFilters,
    ...numbered(50),
  },
  output: {
    NatGateways: {
      item: {
        fields: {
          ExpiredTime: string(),
          NatGatewayPrivateInfo: {
            fields: { EniInstanceId: string(), VswitchId: id('subnet') },
          },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { NatGatewayId: key, VpcId: vpc, Name: name, ZoneId: zone, Spec: size } = input;
    // Every gateway here is of the internet, available and paid by what passes it.
    const none =
      input.NetworkType === 'intranet' ||
      input.InstanceChargeType === 'PrePaid' ||
      (input.Status !== undefined && input.Status !== 'Available') ||
      size !== undefined ||
      isOtherGroup(context.account, input.ResourceGroupId);
    const keys = key === undefined ? undefined : [key];
    const { NatType: type } = input;
    const { total, items } = await listNatGateways(context, {
      region: context.region,
      filter: {
        keys: none ? [] : keys,
        vpcs: vpc === undefined ? undefined : [vpc],
        names: name === undefined ? undefined : [name],
        zones: zone === undefined ? undefined : [zone],
        isPlaced: type && type === 'Enhanced',
        tags: tagFiltersOf(input.Tag),
      },
      page: offsetAndLimit(input),
    });
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      NatGateways: await showNatGateways(context, items),
    };
  },
});
