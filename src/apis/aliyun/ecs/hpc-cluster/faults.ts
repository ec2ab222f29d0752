import type { FaultWords } from '#apis/fault-words.ts';
import type { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const hpcClusterFaultWords: FaultWords<typeof hpcClusterFaults> = {
  codes: {
    notFound: ['InvalidHpcClusterId.NotFound', 'HpcClusterNotExists', 'NotExists.HpcCluster'],
    missing: ['InvalidHpcClusterId.Necessary', 'InvalidVSwitchId.Necessary'],
    notForType: 'InvalidHpcClusterId.Unnecessary',
    nameMalformed: 'InvalidHpcClusterName.Malformed',
    descriptionMalformed: 'InvalidHpcClusterDescription.Malformed',
    tooManyNamed: 'InvalidHpcClusterIds.ExceedLimit',
    idsMalformed: 'InvalidHpcClusterIds.Malformed',
    nothingToModify: 'InvalidModifyInfo',
    // No page has a code for a cluster that is in another zone, or full.
    zoneMismatch: 'InvalidHpcClusterId.NotFound',
    membersExceeded: 'OperationDenied.NoStock',
    quotaExceeded: 'InternalError 404',
    notEmpty: 'NotEmpty.HpcCluster',
  },
  messages: {
    zoneMismatch: 'The HPC cluster is in another zone.',
    membersExceeded: 'The HPC cluster may have {limit} instances.',
    quotaExceeded: 'Failed to create hpc cluster: the quota of {limit} is used up.',
  },
};
