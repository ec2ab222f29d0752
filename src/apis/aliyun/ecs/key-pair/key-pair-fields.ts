import { keyPairFaults } from '#resources/key-pair/faults.ts';
import { givenTags } from '../../given-tags.ts';

/** KeyPairName of a new one: 2 to 128 characters, a letter first. */
export const keyPairNamePatch = {
  min: 2,
  max: 128,
  pattern: /^(?!https?:\/\/)\p{L}[\p{L}\p{N}:_.-]*$/u,
  reasons: { length: keyPairFaults.nameTooLong, pattern: keyPairFaults.nameIllegal },
} as const;

/** What a new key pair may be given besides. */
export const newKeyPairPatches = {
  KeyPairName: keyPairNamePatch,
  Tag: givenTags,
} as const;

/** The name of one that is there. */
export const keyPairMeant = { max: 128, reasons: { length: keyPairFaults.notFound } } as const;

/** MD5 as RFC 4716 writes it: bytes in hexadecimal with colons between. */
export function fingerprintText(fingerprint: string): string {
  return fingerprint.replaceAll(/(..)(?!$)/g, '$1:');
}
