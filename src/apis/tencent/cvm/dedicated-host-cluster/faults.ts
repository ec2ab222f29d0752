import type { FaultWords } from '#apis/fault-words.ts';
import type { dedicatedHostClusterFaults } from '#resources/dedicated-host-cluster/faults.ts';

/** This vendor knows no clusters of hosts (seed 004 L38369): no request of its can name one. */
export const dedicatedHostClusterFaultWords: FaultWords<typeof dedicatedHostClusterFaults> = {
  codes: { notFound: 'InvalidParameterValue', unusable: 'InvalidParameterValue' },
  messages: {
    notFound: 'The cluster of dedicated hosts does not exist.',
    unusable: 'No dedicated host of the cluster takes the instances.',
  },
};
