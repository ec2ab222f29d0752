import type { keyPairFaults } from '#resources/key-pair/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about key pairs (seed 004 L28470-30060 and L9545-9865, 2017: L48901-49850). */
export const keyPairFaultWords: FaultWords<typeof keyPairFaults> = {
  codes: {
    malformed: 'InvalidKeyPairId.Malformed',
    notFound: ['InvalidParameterValue.KeyPairNotFound', 'InvalidKeyPairId.NotFound'],
    nameTaken: 'InvalidKeyPairName.Duplicate',
    nameEmpty: 'InvalidKeyPairNameEmpty',
    nameTooLong: 'InvalidKeyPairNameTooLong',
    nameIllegal: 'InvalidKeyPairNameIncludeIllegalChar',
    descriptionTooLong: ['InvalidKeyPairDescriptionTooLong', 'InvalidParameterValue'],
    nothingToModify: 'MissingParameter',
    quotaExceeded: 'InvalidKeyPair.LimitExceeded',
    tooMany: ['InvalidKeyPair.LimitExceeded', 'InvalidParameterValue.LimitExceeded'],
    publicKeyMalformed: 'InvalidPublicKey.Malformed',
    publicKeyTaken: 'InvalidPublicKey.Duplicate',
    inUse: 'InvalidParameterValue.KeyPairNotSupported',
    notForWindows: [
      'UnsupportedOperation.KeyPairUnsupportedWindows',
      'UnsupportedOperation.InstanceOsWindows',
      'InvalidInstance.NotSupported',
      'InvalidParameterCombination',
    ],
    notAttached: ['InvalidParameterValue.KeyPairNotSupported', 'InvalidParameterValue'],
  },
  messages: {
    notFound: 'The key pair `{key-pair}` does not exist.',
    nameTaken: 'There is a key pair of the name `{name}` already.',
    quotaExceeded: 'The quota of {limit} key pairs in one region is used up.',
    publicKeyMalformed: 'The public key is not in the OpenSSH RSA format.',
    publicKeyTaken: 'The key pair `{key-pair}` has that public key.',
    inUse: 'The key pair `{key-pair}` is bound to instances.',
    notForWindows: 'Windows takes no key pairs.',
    notAttached: 'The key pair `{key-pair}` is not bound to the instance `{instance}`.',
  },
};
