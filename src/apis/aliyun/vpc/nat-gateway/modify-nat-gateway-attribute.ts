// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-modifynatgatewayattribute
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { modifyNatGateway } from '#resources/nat-gateway/verbs/modify-nat-gateway.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-nat-gateway-attribute.ts';
import { description, name } from '../parameters.ts';

export const modifyNatGatewayAttribute = action.write({
  model,
  input: {
    Name: name(natGatewayFaults.nameMalformed),
    Description: description(natGatewayFaults.descriptionMalformed),
    // It goes from the mode of several addresses to that of single ones, and never back.
    EipBindMode: { values: ['NAT'] },
    LogDelivery: { fields: { LogDeliveryType: { values: [] }, LogDestination: { values: [] } } },
  },
  handle: (context, input) => {
    // Nothing here logs sessions.
    if (input.EnableSessionLog === true) throw natGatewayFaults.notOffered();
    const { EipBindMode: mode, IcmpReplyEnabled: answersEcho } = input;
    return modifyNatGateway(context, {
      gateway: input.NatGatewayId,
      region: context.region,
      name: input.Name,
      description: input.Description,
      details: {
        ...(mode !== undefined && { bindsSingly: true }),
        ...(answersEcho !== undefined && { answersEcho }),
      },
    });
  },
});
