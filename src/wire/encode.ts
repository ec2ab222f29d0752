import type { InferOut } from './infer.ts';
import { instantText } from './instants.ts';
import type { Shape, StructureShape } from './shape.ts';

/** How a dialect writes answers: the habits that differ between vendors. */
export interface Writing {
  /** Lists stand in a wrapper of their own: `Instances: { Instance: [] }`. */
  readonly wrapsLists: boolean;
  renderId(kind: string, key: string): string;
}

type Encode = (value: unknown) => unknown;

/** Makes the encoder of an action's output: typed values to what the vendor's JSON holds. */
export function encoder<const S extends StructureShape>(
  shape: S,
  writing: Writing,
): (value: InferOut<S>) => Readonly<Record<string, unknown>> {
  return structureEncoder(shape, writing) as (
    value: InferOut<S>,
  ) => Readonly<Record<string, unknown>>;
}

function encoderOf(shape: Shape, writing: Writing): Encode {
  switch (shape.kind) {
    case 'structure':
      return structureEncoder(shape, writing);
    case 'list': {
      const item = encoderOf(shape.item, writing);
      const { element } = shape;
      const list: Encode = (value) => (value as readonly unknown[]).map(item);
      if (!writing.wrapsLists || element === undefined) return list;
      return (value) => ({ [element]: list(value) });
    }
    case 'id':
      return (value) => writing.renderId(shape.of, value as string);
    case 'time':
      return (value) => instantText(value as number, shape.form);
    case 'integer':
      return shape.asString === true ? String : same;
    default:
      return same;
  }
}

const same: Encode = (value) => value;

function structureEncoder(shape: StructureShape, writing: Writing): Encode {
  const fields = Object.entries(shape.fields).map(
    ([name, field]) => [name, encoderOf(field, writing)] as const,
  );
  return (value) => {
    const given = value as Readonly<Record<string, unknown>>;
    const encoded: Record<string, unknown> = {};
    for (const [name, encode] of fields) {
      const one = given[name];
      if (one === undefined) continue;
      encoded[name] = one === null ? null : encode(one);
    }
    return encoded;
  };
}
