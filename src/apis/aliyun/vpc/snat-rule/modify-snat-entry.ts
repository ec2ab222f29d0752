// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-modifysnatentry
import { snatRuleFaults } from '#resources/nat-gateway/snat-faults.ts';
import { modifySnatRule } from '#resources/nat-gateway/verbs/change-snat-rules.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/modify-snat-entry.ts';
import { entryName, gatewayOf, ipsOf, noInterface, snatIps } from './snat-entry-shapes.ts';

export const modifySnatEntry = action.write({
  model,
  input: {
    EipAffinity: { values: [0, 1] },
    NetworkInterfaceId: noInterface,
    SnatEntryName: entryName(snatRuleFaults.nameMalformed),
    SnatIp: snatIps,
    ClientToken: clientToken,
  },
  handle: (context, input) =>
    modifySnatRule(context, {
      gateway: gatewayOf(input.SnatTableId),
      region: context.region,
      rule: input.SnatEntryId,
      addresses: input.SnatIp === undefined ? undefined : ipsOf(input.SnatIp),
      name: input.SnatEntryName,
      sticky: input.EipAffinity === undefined ? undefined : input.EipAffinity === 1,
    }),
});
