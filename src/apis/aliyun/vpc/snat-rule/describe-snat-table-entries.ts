// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-describesnattableentries
import { getNatGateway } from '#resources/nat-gateway/verbs/get-nat-gateway.ts';
import { listSnatRules } from '#resources/nat-gateway/verbs/list-rules.ts';
import { id, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-snat-table-entries.ts';
import { gatewayOf, ipsOf, shownSnatEntry, snatIps } from './snat-entry-shapes.ts';

export const describeSnatTableEntries = action.read({
  model,
  input: {
    NetworkInterfaceIds: { max: 50, item: string({ max: 64 }) },
    SnatIp: snatIps,
    SourceCIDR: { max: 64 },
    SourceVSwitchId: id('subnet'),
    SnatEntryName: { max: 128 },
    ...numbered(50),
  },
  output: {
    SnatTableEntries: {
      item: { fields: { NetworkInterfaceId: string(), SourceVSwitchId: id('subnet') } },
    },
  },
  rules: [{ rule: 'one-of', fields: ['SnatTableId', 'NatGatewayId'] }],
  handle: async (context, input) => {
    const { region } = context;
    const { SnatTableId: table, NatGatewayId: named, SnatEntryId: key } = input;
    const gateway = table === undefined ? (named ?? '?') : gatewayOf(table);
    await getNatGateway(context, { gateway, region });
    // No entry here is of an interface, and a gateway has one table.
    const none = input.NetworkInterfaceIds !== undefined || (named ?? gateway) !== gateway;
    const keys = key === undefined ? undefined : [key];
    const { SourceVSwitchId: subnet, SourceCIDR: cidr, SnatEntryName: name } = input;
    const { total, items } = await listSnatRules(context, {
      region,
      filter: {
        keys: none ? [] : keys,
        gateways: [gateway],
        sources: subnet === undefined ? undefined : [subnet],
        cidrs: cidr === undefined ? undefined : [cidr],
        names: name === undefined ? undefined : [name],
      },
      publicAddresses: input.SnatIp === undefined ? undefined : ipsOf(input.SnatIp),
      page: offsetAndLimit(input),
    });
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      SnatTableEntries: items.map(shownSnatEntry),
    };
  },
});
