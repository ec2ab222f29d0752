import type { FaultWords } from '#apis/fault-words.ts';
import type { keyPairFaults } from '#resources/key-pair/faults.ts';

/**
 * Codes of the pages of key pairs, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createkeypair.
 */
export const keyPairFaultWords: FaultWords<typeof keyPairFaults> = {
  notFound: {
    codes: ['InvalidKeyPairName.NotFound', 'InvalidKeyPairNames.ValueNotSupported'],
  },
  nameTaken: { codes: ['KeyPair.AlreadyExist'] },
  nameEmpty: { codes: ['InvalidKeyPairName.Malformed'] },
  nameTooLong: { codes: ['InvalidKeyPairName.Malformed'] },
  nameIllegal: { codes: ['InvalidKeyPairName.Malformed'] },
  quotaExceeded: { codes: ['QuotaExceed.KeyPair'] },
  tooMany: {
    codes: ['InstanceKeyPairLimitExceeded', 'InvalidKeyPairNames.ValueNotSupported'],
  },
  publicKeyMalformed: { codes: ['InvalidPublicKeyBody.Malformed'] },
  publicKeyTaken: { codes: ['KeyPair.AlreadyExist'] },
  inUse: { codes: ['InvalidParameter.KeypairAlreadyAttachedInstance'] },
  notForWindows: { codes: ['DependencyViolation.WindowsInstance'] },
  notAttached: { codes: ['InvalidInstanceIds.ValueNotSupported'] },
};
