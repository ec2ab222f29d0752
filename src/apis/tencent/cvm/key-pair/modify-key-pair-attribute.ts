// https://cloud.tencent.com/document/api/213/15701 (seed 004 L29646)
import { action } from '#apis/context.ts';
import { keyPairFaults } from '#resources/key-pair/faults.ts';
import { modifyKeyPair } from '#resources/key-pair/verbs/modify-key-pair.ts';
import * as model from '../models/modify-key-pair-attribute.ts';
import { keyNamePatch } from '../../structs/key-pair/key-pair-fields.ts';

/** Changes the name or the description of a key pair; one of them has to be given (L29658). */
export const modifyKeyPairAttribute = action.write({
  model,
  input: {
    KeyId: { reasons: { malformed: keyPairFaults.malformed } },
    KeyName: keyNamePatch,
    Description: {
      max: 60,
      empty: 'kept',
      reasons: { length: keyPairFaults.descriptionTooLong },
    },
  },
  rules: [
    {
      rule: 'one-of',
      fields: ['KeyName', 'Description'],
      reason: keyPairFaults.nothingToModify,
    },
  ],
  handle: (context, { KeyId: keyPair, KeyName: name, Description: description }) =>
    modifyKeyPair(context, { keyPair, region: context.region, name, description }),
});
