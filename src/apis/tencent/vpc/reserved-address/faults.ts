import type { reservedAddressFaults } from '#resources/reserved-address/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of https://cloud.tencent.com/document/product/215 about reserved IPs. */
export const reservedAddressFaultWords: FaultWords<typeof reservedAddressFaults> = {
  codes: {
    notFound: ['InvalidParameterValue.ResourceNotFound', 'ResourceNotFound'],
    notInVpc: ['InvalidParameterValue.ParameterMismatch', 'InvalidParameterValue.ResourceNotFound'],
    malformed: 'InvalidParameterValue.Malformed',
    addressMalformed: ['InvalidParameterValue.Malformed', 'InvalidParameterValue'],
    nameTooLong: ['InvalidParameterValue.TooLong', 'InvalidParameterValue'],
    countMissing: 'MissingParameter',
    namedAndCounted: 'InvalidParameterValue',
    countOutOfRange: 'InvalidParameterValue',
    subnetMissing: 'MissingParameter',
  },
  messages: {
    notFound: 'The reserved IP `{reserved-address}` does not exist.',
    notInVpc: 'The reserved IP `{reserved-address}` is not in the VPC `{vpc}`.',
    addressMalformed: '`{address}` is not an IPv4 address.',
  },
};
