import { keyPairFaults } from '#resources/key-pair/faults.ts';
import { id, list, string } from '#wire/builders.ts';

/** keyIds.n: as many as the next generation takes (seed 004 L29391): these pages are silent. */
export const keyIdsAsked = list(id('key-pair'), {
  max: 100,
  reasons: { count: keyPairFaults.tooMany },
});

export const keyIdMeant = id('key-pair', {
  required: true,
  reasons: { malformed: keyPairFaults.malformed },
});

/** keyName: letters, digits, underscores (L58438); as long as the next generation lets it be. */
export const keyNameMeant = string({
  required: true,
  max: 25,
  pattern: /^[A-Za-z0-9_]+$/,
  reasons: {
    empty: keyPairFaults.nameEmpty,
    length: keyPairFaults.nameTooLong,
    pattern: keyPairFaults.nameIllegal,
  },
});
