import type { requestFaults } from '#resources/request/faults.ts';
import type { FaultWords } from '../../fault-words.ts';

/** Idempotence of the ECS pages: the token stands for the parameters it first came with (D17). */
export const requestFaultWords: FaultWords<typeof requestFaults> = {
  tokenMismatch: {
    codes: ['IdempotentParameterMismatch'],
    message: () => 'The request uses a client token of a previous request but is not identical.',
  },
  tokenMalformed: { codes: ['InvalidClientToken.ValueNotSupported'] },
  regionMissing: { codes: ['MissingParameter.RegionId'] },
  resourceGroupNotFound: { codes: ['InvalidResourceGroup.NotFound 404', 'InvalidResourceGroupId'] },
  triedOnly: {
    codes: ['DryRunOperation'],
    message: () => 'Request validation has been passed with DryRun flag set.',
  },
};
