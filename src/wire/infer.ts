import type { Key } from '#kernel/key.ts';

/** The named filters of a request: name (prefix included) to its values. */
export type FilterValues = ReadonlyMap<string, readonly string[]>;

type Leaf<S> = S extends { kind: 'string'; values: ReadonlyArray<infer V> }
  ? V
  : S extends { kind: 'id'; of: infer Kind extends string }
    ? string extends Kind
      ? string
      : Key<Kind>
    : S extends { kind: 'string' }
      ? string
      : S extends { kind: 'integer' | 'number' | 'time' }
        ? number
        : S extends { kind: 'boolean' }
          ? boolean
          : S extends { kind: 'filters' }
            ? FilterValues
            : unknown;

/** What decoding a shape gives: absent fields are there and undefined. */
export type InferIn<S> = S extends { kind: 'list'; item: infer I }
  ? ReadonlyArray<InferIn<I>>
  : S extends { kind: 'structure'; fields: infer F }
    ? InferInput<F>
    : Leaf<S>;

export type InferInput<F> = { readonly [K in keyof F]: InField<F[K]> };

type InField<S> =
  | InferIn<S>
  | (S extends { keepsNull: true } ? null : never)
  | (S extends { required: true } | { default: unknown } ? never : undefined);

/** What encoding a shape takes: every field has to be given, unless declared optional. */
export type InferOut<S> = S extends { kind: 'list'; item: infer I }
  ? ReadonlyArray<InferOut<I>>
  : S extends { kind: 'record'; item: infer I }
    ? { readonly [name: string]: InferOut<I> }
    : S extends { kind: 'structure'; fields: infer F }
      ? InferOutput<F>
      : Leaf<S>;

export type InferOutput<F> = {
  readonly [K in keyof F as F[K] extends { optional: true } ? never : K]: OutField<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends { optional: true } ? K : never]?:
    | OutField<F[K]>
    | undefined;
};

type OutField<S> = InferOut<S> | (S extends { nullable: true } ? null : never);
