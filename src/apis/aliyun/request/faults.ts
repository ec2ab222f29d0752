import type { requestFaults } from '#resources/request/faults.ts';
import type { FaultWords } from '../../fault-words.ts';

/** Idempotence of the ECS pages: the token stands for the parameters it first came with (D17). */
export const requestFaultWords: FaultWords<typeof requestFaults> = {
  codes: {
    tokenMismatch: 'IdempotentParameterMismatch',
    tokenMalformed: 'InvalidClientToken.ValueNotSupported',
    regionMissing: 'MissingParameter.RegionId',
    triedOnly: 'DryRunOperation',
  },
  messages: {
    tokenMismatch: 'The request uses a client token of a previous request but is not identical.',
    triedOnly: 'Request validation has been passed with DryRun flag set.',
  },
};
