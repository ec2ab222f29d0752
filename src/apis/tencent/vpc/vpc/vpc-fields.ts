import { privateRanges } from '#resources/subnet/cidr-rules.ts';
import type { VpcCidrRule } from '#resources/vpc/cidr-rule.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { list, string } from '#wire/builders.ts';

const ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** What creating a network and changing it take alike (215/15774). */
export const vpcFields = {
  VpcName: { max: 60, reasons: { length: vpcFaults.nameTooLong, empty: vpcFaults.empty } },
  EnableMulticast: { values: ['true', 'false'] },
  DnsServers: {
    max: 4,
    reasons: { count: vpcFaults.tooManyNameServers },
    item: { pattern: ADDRESS, reasons: { pattern: vpcFaults.nameServerMalformed } },
  },
  DomainName: { max: 253, reasons: { length: vpcFaults.nameTooLong } },
} as const;

/** The page has 10.0.0.0/12; the console, and what users have, is all of 10.0.0.0/8. */
export const vpcCidrRule: VpcCidrRule = {
  allowed: privateRanges.map((within) => {
    return { within, mask: { bitsMin: Math.max(within.bits, 12), bitsMax: 28 } };
  }),
  excluded: [],
};

/** Blocks of an action that names some of one network. */
export const namedBlocks = list(string({ max: 64 }), {
  max: 100,
  reasons: { count: vpcFaults.tooManyBlocksNamed },
});
