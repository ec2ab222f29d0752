import type { keyPairFaults } from '#resources/key-pair/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';
import { said } from '../../../said.ts';

/** Codes about key pairs (seed 004 L28470-30060 and L9545-9865, 2017: L48901-49850). */
export const keyPairFaultWords: FaultWords<typeof keyPairFaults> = {
  malformed: { codes: ['InvalidKeyPairId.Malformed'] },
  notFound: {
    codes: ['InvalidParameterValue.KeyPairNotFound', 'InvalidKeyPairId.NotFound'],
    message: (detail) => `The key pair \`${said(detail['key-pair'])}\` does not exist.`,
  },
  nameTaken: {
    codes: ['InvalidKeyPairName.Duplicate'],
    message: ({ name }) => `There is a key pair of the name \`${said(name)}\` already.`,
  },
  nameEmpty: { codes: ['InvalidKeyPairNameEmpty'] },
  nameTooLong: { codes: ['InvalidKeyPairNameTooLong'] },
  nameIllegal: { codes: ['InvalidKeyPairNameIncludeIllegalChar'] },
  descriptionTooLong: { codes: ['InvalidKeyPairDescriptionTooLong', 'InvalidParameterValue'] },
  nothingToModify: { codes: ['MissingParameter'] },
  quotaExceeded: {
    codes: ['InvalidKeyPair.LimitExceeded'],
    message: ({ limit }) => `The quota of ${said(limit)} key pairs in one region is used up.`,
  },
  tooMany: { codes: ['InvalidKeyPair.LimitExceeded', 'InvalidParameterValue.LimitExceeded'] },
  publicKeyMalformed: {
    codes: ['InvalidPublicKey.Malformed'],
    message: () => 'The public key is not in the OpenSSH RSA format.',
  },
  publicKeyTaken: {
    codes: ['InvalidPublicKey.Duplicate'],
    message: (detail) => `The key pair \`${said(detail['key-pair'])}\` has that public key.`,
  },
  inUse: {
    codes: ['InvalidParameterValue.KeyPairNotSupported'],
    message: (detail) => `The key pair \`${said(detail['key-pair'])}\` is bound to instances.`,
  },
  notForWindows: {
    codes: [
      'UnsupportedOperation.KeyPairUnsupportedWindows',
      'UnsupportedOperation.InstanceOsWindows',
      'InvalidInstance.NotSupported',
      'InvalidParameterCombination',
    ],
    message: () => 'Windows takes no key pairs.',
  },
  notAttached: {
    codes: ['InvalidParameterValue.KeyPairNotSupported', 'InvalidParameterValue'],
    message: (detail) =>
      `The key pair \`${said(detail['key-pair'])}\` is not bound to the instance ` +
      `\`${said(detail['instance'])}\`.`,
  },
};
