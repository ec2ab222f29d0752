import type { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about clusters for high performance computing (seed 004 L9545-9865). */
export const hpcClusterFaultWords: FaultWords<typeof hpcClusterFaults> = {
  codes: {
    notFound: 'ResourceNotFound.HpcCluster',
    missing: 'InvalidParameterValue.InstanceTypeRequiredHpcCluster',
    notForType: 'InvalidParameterValue.InstanceTypeNotSupportHpcCluster',
  },
  messages: {
    notFound: 'The HPC cluster does not exist.',
    missing: 'The instance type needs an HpcClusterId.',
    notForType: 'The instance type does not support an HpcClusterId.',
  },
};
