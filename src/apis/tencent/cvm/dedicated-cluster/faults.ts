import type { dedicatedClusterFaults } from '#resources/dedicated-cluster/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about clusters and servers of one\'s own (seed 004 L9545-9865, L39797). */
export const dedicatedClusterFaultWords: FaultWords<typeof dedicatedClusterFaults> = {
  codes: {
    notFound: 'InvalidParameter.CdcNotSupported',
  },
  messages: {
    notFound: 'The dedicated cluster does not exist.',
  },
};
