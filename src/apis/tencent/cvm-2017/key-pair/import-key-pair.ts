// https://cloud.tencent.com/document/api/213/9402 (seed 004 L49464)
import { omitted, overlay } from '#wire/overlay.ts';
import { importKeyPair as importToday } from '../../cvm/key-pair/import-key-pair.ts';
import { sameAs } from '../../same-as.ts';

/** Takes a public key in. */
export const importKeyPair = sameAs(importToday, {
  input: overlay(importToday.input, {
    TagSpecification: omitted('Key pairs have no tags yet (L49490-49513).'),
  }),
});
