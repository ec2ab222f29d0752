import type { InferOut } from '#wire/infer.ts';
import { response } from '../models/describe-instance-types.ts';

/** A type as DescribeInstanceTypes shows it: the fields of today's SDK model. */
export const typeShape = response.fields.InstanceTypes.item;

export type TypeShown = InferOut<typeof typeShape>;
