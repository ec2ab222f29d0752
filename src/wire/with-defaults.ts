import type { InferIn } from './infer.ts';
import type { Shape, StructureShape } from './shape.ts';

/** A value of a shape of which only what is required has to be given. */
export type Given<S> = S extends { readonly kind: 'list'; readonly item: infer I }
  ? ReadonlyArray<Given<I>>
  : S extends { readonly kind: 'structure'; readonly fields: infer F }
    ? GivenFields<F>
    : InferIn<S>;

type GivenFields<F> = {
  readonly [N in keyof F as F[N] extends { readonly required: true } ? N : never]: Given<F[N]>;
} & {
  readonly [N in keyof F as F[N] extends { readonly required: true } ? never : N]?:
    | Given<F[N]>
    | undefined;
};

/** A value of which a part is given; the rest has its default. */
export function withDefaults<const S extends StructureShape>(
  shape: S,
  given: Given<S>,
): InferIn<S> {
  return (completerOf(shape)?.(given) ?? given) as InferIn<S>;
}

type Complete = (value: unknown) => unknown;

const completers = new WeakMap<Shape, Complete | null>();

/** What fills in the defaults of a shape, made once; null where it has none. */
function completerOf(shape: Shape): Complete | null {
  let complete = completers.get(shape);
  if (complete === undefined) {
    complete = newCompleter(shape);
    completers.set(shape, complete);
  }
  return complete;
}

function newCompleter(shape: Shape): Complete | null {
  if (shape.kind === 'list') {
    const item = completerOf(shape.item);
    return item && ((value) => (value as readonly unknown[] | undefined)?.map(item));
  }
  if (shape.kind !== 'structure') {
    if (!('default' in shape)) return null;
    const { default: usual } = shape;
    return (value) => (value === undefined ? usual : value);
  }
  const fields = Object.entries(shape.fields).flatMap(([name, field]) => {
    const complete = completerOf(field);
    return complete === null ? [] : [[name, complete] as const];
  });
  if (fields.length === 0) return null;
  return (value) => {
    if (value === undefined || value === null) return value;
    const all: Record<string, unknown> = { ...value };
    for (const [name, complete] of fields) all[name] = complete(all[name]);
    return all;
  };
}
