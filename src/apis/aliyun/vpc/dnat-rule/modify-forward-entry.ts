// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-modifyforwardentry
import { dnatRuleFaults } from '#resources/nat-gateway/dnat-faults.ts';
import { modifyDnatRule } from '#resources/nat-gateway/verbs/dnat-rules.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/modify-forward-entry.ts';
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

export const modifyForwardEntry = action.write({
  model,
  input: {
    ExternalIp: shortText,
    ExternalPort: shortText,
    InternalIp: shortText,
    InternalPort: shortText,
    IpProtocol: protocol,
    ForwardEntryName: entryName(dnatRuleFaults.nameMalformed),
    ClientToken: clientToken,
  },
  handle: (context, input) => {
    const { ExternalIp: outer, InternalIp: inner, IpProtocol: word } = input;
    const { ExternalPort: outerPort, InternalPort: innerPort, ForwardEntryName: name } = input;
    return modifyDnatRule(context, {
      gateway: gatewayOf(input.ForwardTableId),
      region: context.region,
      rule: { key: input.ForwardEntryId },
      to: {
        ...(word !== undefined && { protocol: protocolNamed(word) }),
        ...(outer !== undefined && { publicAddress: ipOf(outer) }),
        ...(outerPort !== undefined && { publicPort: portNamed(outerPort) }),
        ...(inner !== undefined && { privateAddress: privateOf(inner) }),
        ...(innerPort !== undefined && { privatePort: portNamed(innerPort) }),
        ...(name !== undefined && { name }),
      },
      policy: policyOf(input.PortBreak),
    });
  },
});
