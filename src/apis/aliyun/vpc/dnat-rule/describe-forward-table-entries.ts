// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-describeforwardtableentries
import { getNatGateway } from '#resources/nat-gateway/verbs/get-nat-gateway.ts';
import { listDnatRules } from '#resources/nat-gateway/verbs/list-rules.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-forward-table-entries.ts';
import { ipOf } from '../nat-gateway/nat-gateway-shapes.ts';
import { gatewayOf } from '../snat-rule/snat-entry-shapes.ts';
import {
  portNamed,
  privateOf,
  protocol,
  protocolNamed,
  shortText,
  shownForwardEntry,
} from './forward-entry-shapes.ts';

export const describeForwardTableEntries = action.read({
  model,
  input: {
    ExternalIp: shortText,
    ExternalPort: shortText,
    InternalIp: shortText,
    InternalPort: shortText,
    IpProtocol: protocol,
    ForwardEntryName: { max: 128 },
    ...numbered(50),
  },
  rules: [{ rule: 'one-of', fields: ['ForwardTableId', 'NatGatewayId'] }],
  handle: async (context, input) => {
    const { region } = context;
    const { ForwardTableId: table, NatGatewayId: named, ForwardEntryId: key } = input;
    const gateway = table === undefined ? (named ?? '?') : gatewayOf(table);
    await getNatGateway(context, { gateway, region });
    // A gateway has one table.
    const none = (named ?? gateway) !== gateway;
    const { total, items } = await listDnatRules(context, {
      region,
      filter: {
        keys: none ? [] : one(key),
        gateways: [gateway],
        protocols: one(input.IpProtocol)?.map(protocolNamed),
        publicAddresses: one(input.ExternalIp)?.map(ipOf),
        publicPorts: one(input.ExternalPort)?.map(portNamed),
        privateAddresses: one(input.InternalIp)?.map(privateOf),
        privatePorts: one(input.InternalPort)?.map(portNamed),
        names: one(input.ForwardEntryName),
      },
      page: offsetAndLimit(input),
    });
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      ForwardTableEntries: items.map(shownForwardEntry),
    };
  },
});

/** What a list is narrowed to by one value, if there is one. */
function one<Value>(value: Value | undefined): readonly Value[] | undefined {
  return value === undefined ? undefined : [value];
}
