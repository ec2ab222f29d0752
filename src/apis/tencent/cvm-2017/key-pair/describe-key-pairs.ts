// https://cloud.tencent.com/document/api/213/9403 (seed 004 L48903)
import { action } from '#apis/context.ts';
import { keyPairFaults } from '#resources/key-pair/faults.ts';
import { id, integer, list, string, structure, time } from '#wire/builders.ts';
import { listedKeyPairs } from '../../structs/key-pair/listed-key-pairs.ts';
import { idsOrFilters, keyIdsPatch } from '../../structs/key-pair/key-pair-fields.ts';
import { pageFields } from '../../structs/listing.ts';
import { filters2017 } from '../filters.ts';

/** A key pair has no tags yet (L50497-50526); ProjectId is a number, as in the example (L49199). */
const keyPairShape = structure({
  KeyId: id('key-pair'),
  KeyName: string(),
  ProjectId: integer(),
  Description: string(),
  PublicKey: string(),
  AssociatedInstanceIds: list(id('instance')),
  CreatedTime: time({ form: 'seconds' }),
});

/** Key pairs by their ids, or by filters (L48957-48971). */
export const describeKeyPairs = action.read({
  name: 'DescribeKeyPairs',
  region: 'required',
  input: structure(
    {
      KeyIds: list(id('key-pair', { reasons: { malformed: keyPairFaults.malformed } }), {
        max: keyIdsPatch.max,
        reasons: keyIdsPatch.reasons,
      }),
      Filters: filters2017({ 'project-id': {}, 'key-name': {} }, 5),
      ...pageFields,
    },
    { rules: idsOrFilters },
  ),
  output: structure({ TotalCount: integer(), KeyPairSet: list(keyPairShape) }),
  handle: listedKeyPairs,
});
