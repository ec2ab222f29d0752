import type { FaultWords } from '#apis/fault-words.ts';
import type { keyPairFaults } from '#resources/key-pair/faults.ts';

/**
 * Codes of the pages of key pairs, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createkeypair.
 */
export const keyPairFaultWords: FaultWords<typeof keyPairFaults> = {
  codes: {
    notFound: ['InvalidKeyPairName.NotFound', 'InvalidKeyPairNames.ValueNotSupported'],
    nameTaken: 'KeyPair.AlreadyExist',
    nameEmpty: 'InvalidKeyPairName.Malformed',
    nameTooLong: 'InvalidKeyPairName.Malformed',
    nameIllegal: 'InvalidKeyPairName.Malformed',
    quotaExceeded: 'QuotaExceed.KeyPair',
    tooMany: ['InstanceKeyPairLimitExceeded', 'InvalidKeyPairNames.ValueNotSupported'],
    publicKeyMalformed: 'InvalidPublicKeyBody.Malformed',
    publicKeyTaken: 'KeyPair.AlreadyExist',
    inUse: 'InvalidParameter.KeypairAlreadyAttachedInstance',
    notForWindows: [
      'DependencyViolation.WindowsInstance',
      'InvalidParameter.Conflict',
      'InvalidKeyPairName.NotFound',
    ],
    notAttached: 'InvalidInstanceIds.ValueNotSupported',
  },
};
