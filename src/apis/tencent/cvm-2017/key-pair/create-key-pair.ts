// https://cloud.tencent.com/document/api/213/9400 (seed 004 L49099)
import { omitted, overlay } from '#wire/overlay.ts';
import { createKeyPair as createToday } from '../../cvm/key-pair/create-key-pair.ts';
import { sameAs } from '../../same-as.ts';

/** ProjectId is answered as a number, as in the example, where the type has a text (L50509). */
export const createKeyPair = sameAs(createToday, {
  input: overlay(createToday.input, {
    TagSpecification: omitted('Key pairs have no tags yet (L49126-49143).'),
  }),
});
