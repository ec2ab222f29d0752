// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-createsnatentry
import { snatRuleFaults } from '#resources/nat-gateway/snat-faults.ts';
import { createSnatRules } from '#resources/nat-gateway/verbs/create-snat-rules.ts';
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/create-snat-entry.ts';
import { entryName, gatewayOf, ipsOf, noInterface, snatIps } from './snat-entry-shapes.ts';

export const createSnatEntry = action.write({
  model,
  input: {
    EipAffinity: { default: 0, values: [0, 1] },
    NetworkInterfaceId: noInterface,
    SnatEntryName: entryName(snatRuleFaults.nameMalformed),
    SnatIp: snatIps,
    SourceCIDR: { max: 64 },
    SourceVSwitchId: id('subnet'),
    ClientToken: clientToken,
  },
  rules: [
    { rule: 'one-of', fields: ['SnatIp'], reason: snatRuleFaults.addressMissing },
    {
      rule: 'one-of',
      fields: ['SourceCIDR', 'SourceVSwitchId'],
      reason: snatRuleFaults.sourceMissing,
    },
    {
      rule: 'exclusive',
      fields: ['SourceCIDR', 'SourceVSwitchId'],
      reason: snatRuleFaults.sourceTwice,
    },
  ],
  handle: async (context, input) => {
    const { SourceVSwitchId: subnet, SourceCIDR: cidr } = input;
    const [key] = await createSnatRules(context, {
      gateway: gatewayOf(input.SnatTableId),
      region: context.region,
      rules: [
        {
          source:
            subnet === undefined
              ? { kind: 'block', key: '', cidr }
              : { kind: 'subnet', key: subnet },
          addresses: ipsOf(input.SnatIp ?? ''),
          name: input.SnatEntryName ?? null,
          description: '',
          sticky: input.EipAffinity === 1,
        },
      ],
    });
    return { SnatEntryId: key ?? '' };
  },
});
