import { time } from '#wire/builders.ts';
import type { InferOut } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { response } from '../models/describe-instances.ts';

/** An instance as DescribeInstances shows it: the fields of today's SDK model. */
export const instanceShape = overlay(response.fields.Instances.item, {
  CreationTime: time({ form: 'minutes' }),
});

export type InstanceShown = InferOut<typeof instanceShape>;
