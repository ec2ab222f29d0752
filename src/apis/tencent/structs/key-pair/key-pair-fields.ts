import { keyPairFaults } from '#resources/key-pair/faults.ts';
import { id } from '#wire/builders.ts';
import { omitted } from '#wire/overlay.ts';
import type { Rule } from '#wire/shape.ts';
import { projectFaults } from '#resources/project/faults.ts';

/** KeyIds, at most a hundred on every page (seed 004 L29047, L29391). */
export const keyIdsPatch = {
  max: 100,
  item: { reasons: { malformed: keyPairFaults.malformed } },
  reasons: { count: keyPairFaults.tooMany },
} as const;

/** KeyName: up to 25 letters, digits and underscores (L28798). */
export const keyNamePatch = {
  max: 25,
  pattern: /^[A-Za-z0-9_]+$/,
  empty: 'kept',
  reasons: {
    empty: keyPairFaults.nameEmpty,
    length: keyPairFaults.nameTooLong,
    pattern: keyPairFaults.nameIllegal,
  },
} as const;

/** ProjectId; 0 is the default project (L28807). */
export const projectIdPatch = { min: 0, reasons: { range: projectFaults.notFound } } as const;

/** PublicKey, whose kind the domain reads. */
export const publicKeyPatch = {
  max: 8_192,
  reasons: {
    empty: keyPairFaults.publicKeyMalformed,
    length: keyPairFaults.publicKeyMalformed,
  },
} as const;

/** An operation has to name some of both: an empty list is as good as none. */
export const someOfBoth: readonly Rule[] = [
  { rule: 'one-of', fields: ['InstanceIds'] },
  { rule: 'one-of', fields: ['KeyIds'] },
];

/** A key pair of a list: the private key is answered once, by the action that made it (L28513). */
export const shownPatch = {
  PrivateKey: omitted('It is kept nowhere.'),
  AssociatedInstanceIds: { item: id('instance') },
} as const;
