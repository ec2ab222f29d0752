// https://cloud.tencent.com/document/api/213/9403 (seed 004 L48903)
import { omitted, overlay } from '#wire/overlay.ts';
import { describeKeyPairs as describeToday } from '../../cvm/key-pair/describe-key-pairs.ts';
import { sameAs } from '../../same-as.ts';
import { filters2017 } from '../filters.ts';

/** Key pairs have no tags yet, to be shown or looked for (L48957-48971, L50497-50526). */
export const describeKeyPairs = sameAs(describeToday, {
  input: overlay(describeToday.input, {
    Filters: filters2017({ 'project-id': {}, 'key-name': {} }, 5),
  }),
  output: overlay(describeToday.output, {
    KeyPairSet: { item: { fields: { Tags: omitted('The type has none (L50497).') } } },
  }),
});
