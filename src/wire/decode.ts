import { fieldDecoder } from './decode-field.ts';
import type { InferIn } from './infer.ts';
import type { Reading } from './reading.ts';
import type { StructureShape } from './shape.ts';

/**
 * Makes the decoder of an action's input: raw parameters (JSON values, or the nested names of a
 * query) to typed values. It throws a WireFault at the first rule broken, in the order in which the
 * fields are declared.
 */
export function decoder<const S extends StructureShape>(
  shape: S,
  reading: Reading,
): (raw: unknown) => InferIn<S> {
  const decode = fieldDecoder({ ...shape, required: true }, reading);
  return (raw) => decode(raw, '') as InferIn<S>;
}
