import type { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of https://cloud.tencent.com/document/api/215/15817. */
export const networkInterfaceFaultWords: FaultWords<typeof networkInterfaceFaults> = {
  codes: {
    notFound: [
      'InvalidNetworkInterfaceId.NotFound',
      'InvalidParameterValue.NetworkInterfaceNotFound',
      'ResourceNotFound',
    ],
    malformed: [
      'InvalidParameterValue.NetworkInterfaceIdMalformed',
      'InvalidParameterValue.Malformed',
    ],
  },
  messages: {},
};
