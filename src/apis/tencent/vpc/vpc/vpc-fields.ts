import { vpcFaults } from '#resources/vpc/faults.ts';

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
