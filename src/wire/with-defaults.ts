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
  return completed(shape, given) as InferIn<S>;
}

function completed(shape: Shape, value: unknown): unknown {
  if (value === undefined) return 'default' in shape ? shape.default : undefined;
  if (shape.kind === 'list') {
    return (value as readonly unknown[]).map((one) => completed(shape.item, one));
  }
  if (shape.kind !== 'structure' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const all = Object.entries(shape.fields).map(([name, field]) => [
    name,
    completed(field, given[name]),
  ]);
  return Object.fromEntries(all) as unknown;
}
