import type { requestFaults } from '#resources/request/faults.ts';
import type { FaultWords } from '../../fault-words.ts';

/** Idempotence of the ECS pages: the token stands for the parameters it first came with (D17). */
export const requestFaultWords: FaultWords<typeof requestFaults> = {
  tokenMismatch: {
    code: 'IdempotentParameterMismatch',
    message: () => 'The request uses a client token of a previous request but is not identical.',
  },
};
