import { blankObject } from '#kernel/blank-object.ts';
import { fraction } from './fraction.ts';
import type { InferOut } from './infer.ts';
import { instantText } from './instants.ts';
import { LaterJson } from './later-json.ts';
import type { IdShape, ListShape, RecordShape, Shape, StructureShape } from './shape.ts';

/** How a dialect writes answers: the habits that differ between vendors. */
export interface Writing {
  /** Lists stand in a wrapper of their own: `Instances: { Instance: [] }`. */
  readonly wrapsLists: boolean;
  /** A whole number of type Float has a point: 8.0. */
  readonly pointsFractions: boolean;
  renderId(kind: string, key: string): string;
}

/** What the vendor's JSON holds for a value; a shape that needs none is written as it is. */
type Encode = (value: unknown) => unknown;

/**
 * Makes the encoder of an action's output: typed values to what the vendor's JSON holds. What the
 * shape does not name is left out, so that a handler cannot say more than is declared.
 */
export function encoder<const S extends StructureShape>(
  shape: S,
  writing: Writing,
): (value: InferOut<S>) => Readonly<Record<string, unknown>> {
  return structureEncoder(shape, writing) as (
    value: InferOut<S>,
  ) => Readonly<Record<string, unknown>>;
}

function encoderOf(shape: Shape, writing: Writing): Encode | undefined {
  switch (shape.kind) {
    case 'structure':
      return structureEncoder(shape, writing);
    case 'list':
      return listEncoder(shape, writing);
    case 'record':
      return recordEncoder(shape, writing);
    case 'id':
      return idEncoder(shape, writing);
    case 'time':
      return (value) => instantText(value as number, shape.form);
    case 'number':
      return writing.pointsFractions ? (value) => fraction(value as number) : undefined;
    case 'integer':
      return shape.asString === true ? String : undefined;
    default:
      return undefined;
  }
}

function idEncoder({ of, asNumber }: IdShape, { renderId }: Writing): Encode {
  if (asNumber === true) return (value) => Number(renderId(of, value as string));
  // No key is no id: vendors answer "" for what there is not.
  return (value) => (value === '' ? '' : renderId(of, value as string));
}

function recordEncoder(shape: RecordShape, writing: Writing): Encode {
  const same: Encode = (value) => value;
  const name = encoderOf(shape.name, writing) ?? same;
  const item = encoderOf(shape.item, writing) ?? same;
  return (value) => {
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    const encoded = entries.map(([one, of]) => [name(one) as string, item(of)] as const);
    return Object.fromEntries(encoded);
  };
}

function listEncoder(shape: ListShape, writing: Writing): Encode | undefined {
  const item = encoderOf(shape.item, writing);
  const list =
    item === undefined
      ? undefined
      : (value: unknown) => (value as readonly unknown[]).map((one) => item(one));
  const { element } = shape;
  if (!writing.wrapsLists || element === undefined) return list;
  return (value) => ({ [element]: list === undefined ? value : list(value) });
}

/** The hot path of every list: two loops over arrays, and a copy of what the last one had. */
function structureEncoder(shape: StructureShape, writing: Writing): Encode {
  const names = Object.keys(shape.fields);
  const encoders = Object.values(shape.fields).map((field) => encoderOf(field, writing));
  const blankFor = blanks(names);
  return (value) => {
    if (value instanceof LaterJson) return value;
    const given = value as Fields;
    const encoded: Record<string, unknown> = { ...blankFor(given) };
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] as string;
      const one = given[name];
      if (one === undefined) continue;
      const encode = encoders[at];
      encoded[name] = one === null || encode === undefined ? one : encode(one);
    }
    return encoded;
  };
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Gives the blank (see `blankObject`) of those names that a value has. Values that follow each
 * other mostly have the same ones, so the last blank is kept.
 */
function blanks(names: readonly string[]): (given: Fields) => Fields {
  let blank: Fields = {};
  let had: readonly string[] = [];
  return (given) => {
    let same = 0;
    for (const name of names) {
      if (given[name] === undefined) continue;
      if (had[same] !== name) {
        same = -1;
        break;
      }
      same += 1;
    }
    if (same === had.length) return blank;
    had = names.filter((name) => given[name] !== undefined);
    blank = blankObject(had);
    return blank;
  };
}
