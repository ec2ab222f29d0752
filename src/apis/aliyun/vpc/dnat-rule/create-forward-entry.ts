// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-createforwardentry
import { dnatRuleFaults } from '#resources/nat-gateway/dnat-faults.ts';
import { createDnatRules } from '#resources/nat-gateway/verbs/dnat-rules.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/create-forward-entry.ts';
import { ipOf } from '../nat-gateway/nat-gateway-shapes.ts';
import { entryName, gatewayOf } from '../snat-rule/snat-entry-shapes.ts';
import {
  policyOf,
  portNamed,
  privateOf,
  protocol,
  protocolNamed,
  shortText,
} from './forward-entry-shapes.ts';

export const createForwardEntry = action.write({
  model,
  input: {
    ExternalIp: shortText,
    ExternalPort: shortText,
    InternalIp: shortText,
    InternalPort: shortText,
    IpProtocol: { ...protocol, required: true },
    ForwardEntryName: entryName(dnatRuleFaults.nameMalformed),
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    const [key] = await createDnatRules(context, {
      gateway: gatewayOf(input.ForwardTableId),
      region: context.region,
      rules: [
        {
          protocol: protocolNamed(input.IpProtocol),
          publicAddress: ipOf(input.ExternalIp),
          publicPort: portNamed(input.ExternalPort),
          privateAddress: privateOf(input.InternalIp),
          privatePort: portNamed(input.InternalPort),
          name: input.ForwardEntryName ?? null,
          description: '',
        },
      ],
      policy: policyOf(input.PortBreak),
    });
    return { ForwardEntryId: key ?? '' };
  },
});
