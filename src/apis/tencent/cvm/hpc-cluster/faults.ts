import type { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about clusters for high performance computing (seed 004 L9545-9865, L35020-35760). */
export const hpcClusterFaultWords: FaultWords<typeof hpcClusterFaults> = {
  codes: {
    malformed: 'ResourceNotFound.HpcCluster',
    notFound: 'ResourceNotFound.HpcCluster',
    missing: 'InvalidParameterValue.InstanceTypeRequiredHpcCluster',
    notForType: 'InvalidParameterValue.InstanceTypeNotSupportHpcCluster',
    nameMissing: 'InvalidParameterValue',
    nameTooLong: 'InvalidParameterValue',
    descriptionMalformed: 'InvalidParameterValue',
    kindUnknown: 'InvalidParameterValue',
    tooManyNamed: 'InvalidParameterValue',
    zoneMismatch: 'InvalidParameterValue.HpcClusterIdZoneIdNotMatch',
    zoneNotSold: 'UnsupportedOperation.InvalidZone',
    quotaExceeded: 'LimitExceeded.HpcClusterQuota',
    membersExceeded: 'LimitExceeded.InstanceQuota',
    notEmpty: 'ResourceInUse.HpcCluster',
  },
  messages: {
    malformed: 'That is no id of an HPC cluster.',
    notFound: 'The HPC cluster `{hpc-cluster}` does not exist.',
    missing: 'The instance type needs an HpcClusterId.',
    notForType: 'The instance type does not support an HpcClusterId.',
    zoneMismatch: 'The HPC cluster `{hpc-cluster}` is in another zone.',
    quotaExceeded: 'The quota of {limit} HPC clusters in one region is used up.',
    membersExceeded: 'The HPC cluster `{hpc-cluster}` may have {limit} instances.',
    notEmpty: 'The HPC cluster `{hpc-cluster}` has instances.',
  },
};
