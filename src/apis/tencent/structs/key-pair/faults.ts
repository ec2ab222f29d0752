import type { keyPairFaults } from '#resources/key-pair/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about key pairs (seed 004 L9545-9865). */
export const keyPairFaultWords: FaultWords<typeof keyPairFaults> = {
  malformed: { codes: ['InvalidKeyPairId.Malformed'] },
  notFound: { codes: ['InvalidParameterValue.KeyPairNotFound', 'InvalidKeyPairId.NotFound'] },
  notForWindows: {
    codes: ['UnsupportedOperation.KeyPairUnsupportedWindows', 'InvalidParameterCombination'],
  },
};
