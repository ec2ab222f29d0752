import type { Rule, Shape, StructureShape } from './shape.ts';

/**
 * What is laid over a generated skeleton (`models` of each service): what only the documents know
 * of a field. A patch mirrors the shape. What it names is set, and of `fields` and `item` only what
 * the patch names in turn; a whole shape stands in the place of the field, or is one more field.
 */

/** A field of the model that the action does not have, and the reason. */
export interface Omitted {
  readonly omitted: string;
}

/** Leaves a field of the model out; the reason is for the reader and the conformance suite. */
export function omitted(reason: string): Omitted {
  return { omitted: reason };
}

type OfKind<S> = S extends { kind: infer K } ? Extract<Shape, { readonly kind: K }> : never;
type Facet<S> = Omit<OfKind<S>, 'kind' | 'fields' | 'item'>;

/** What a patch P of the shape S has to be: mistyped facets and unknown fields are none. */
export type PatchOf<S, P> = P extends { readonly kind: string }
  ? Shape
  : {
      readonly [Q in keyof P]: Q extends 'fields'
        ? S extends { fields: infer F }
          ? FieldsPatch<F, P[Q]>
          : never
        : Q extends 'item'
          ? S extends { item: infer I }
            ? PatchOf<I, P[Q]>
            : never
          : Q extends keyof Facet<S>
            ? Facet<S>[Q]
            : never;
    };

/** A patch for each field it names; what is no field of the model has to be a whole shape. */
export type FieldsPatch<F, P> = {
  readonly [Q in keyof P]: P[Q] extends Omitted
    ? Q extends keyof F
      ? Omitted
      : never
    : Q extends keyof F
      ? PatchOf<F[Q], P[Q]>
      : Shape;
};

/** The shape S with the patch P laid over it. */
export type Overlaid<S, P> = P extends { readonly kind: string }
  ? P
  : Omit<S, keyof P> & {
      readonly [Q in keyof P]: Q extends 'fields'
        ? S extends { fields: infer F }
          ? OverlaidFields<F, P[Q]>
          : never
        : Q extends 'item'
          ? S extends { item: infer I }
            ? Overlaid<I, P[Q]>
            : never
          : P[Q];
    };

/** The fields F with the patches P: patched, left out, or added. */
export type OverlaidFields<F, P> = {
  readonly [
    Q in keyof F | keyof P as Q extends keyof P ? (P[Q] extends Omitted ? never : Q) : Q
  ]: Q extends keyof P
    ? Q extends keyof F
      ? Overlaid<F[Q], P[Q]>
      : P[Q]
    : Q extends keyof F
      ? F[Q]
      : never;
};

type More = Pick<StructureShape, 'rules' | 'required' | 'optional' | 'nullable'>;

/**
 * A structure of the model with patches laid over its fields, in the model's order, added fields
 * last: `overlay(request, { Limit: { default: 20, max: 100 }, Region: omitted('…') })`.
 */
export function overlay<
  const S extends StructureShape,
  const P extends FieldsPatch<S['fields'], P>,
  const O extends More = Record<never, never>,
>(
  model: S,
  patches: P,
  more?: O,
): Omit<S, keyof O | 'fields'> & O & { readonly fields: OverlaidFields<S['fields'], P> } {
  const overlaid = { ...overlaidStructure(model, patches), ...more };
  return overlaid as never;
}

interface Patches {
  readonly [name: string]: Patch;
}

type Patch =
  | Shape
  | Omitted
  | { readonly fields?: Patches; readonly item?: Patch; readonly [facet: string]: unknown };

function overlaidStructure(model: StructureShape, patches: Patches): StructureShape {
  const fields: Record<string, Shape> = {};
  const left: Record<string, string> = { ...model.omitted };
  for (const [name, field] of Object.entries(model.fields)) {
    const patch = patches[name];
    if (patch === undefined) fields[name] = field;
    else if ('omitted' in patch && typeof patch.omitted === 'string') left[name] = patch.omitted;
    else fields[name] = overlaidShape(field, patch as Exclude<Patch, Omitted>);
  }
  for (const [name, patch] of Object.entries(patches)) {
    if (!Object.hasOwn(model.fields, name)) fields[name] = patch as Shape;
  }
  return { ...model, fields, ...(Object.keys(left).length > 0 && { omitted: left }) };
}

function overlaidShape(shape: Shape, patch: Exclude<Patch, Omitted>): Shape {
  if (typeof patch['kind'] === 'string') return patch as Shape;
  const { fields, item, ...facets } = patch as {
    readonly fields?: Patches;
    readonly item?: Exclude<Patch, Omitted>;
  };
  const patched = { ...shape, ...facets } as Shape;
  if (patched.kind === 'structure' && fields !== undefined) {
    return overlaidStructure(patched, fields);
  }
  if (patched.kind === 'list' && item !== undefined) {
    return { ...patched, item: overlaidShape(patched.item, item) };
  }
  return patched;
}

/** A shape of which nothing has to be there. */
export type Sparse<S> = S extends { readonly kind: 'structure'; readonly fields: infer F }
  ? Omit<S, 'fields'> & { readonly fields: { readonly [N in keyof F]: Optional<Sparse<F[N]>> } }
  : S extends { readonly kind: 'list'; readonly item: infer I }
    ? Omit<S, 'item'> & { readonly item: Sparse<I> }
    : S;

type Optional<S> = S & { readonly optional: true };

/** An answer that shows what was once asked: no field is there that was not given. */
export function sparse<const S extends StructureShape>(shape: S): Sparse<S> {
  return sparseShape(shape) as Sparse<S>;
}

function sparseShape(shape: Shape): Shape {
  if (shape.kind === 'list') return { ...shape, item: sparseShape(shape.item) };
  if (shape.kind !== 'structure') return shape;
  const fields = Object.entries(shape.fields).map(([name, field]) => {
    return [name, { ...sparseShape(field), optional: true }] as const;
  });
  return { ...shape, fields: Object.fromEntries(fields) };
}

/** A shape of which nothing has a default. */
export type Undefaulted<S> = S extends { readonly kind: 'structure'; readonly fields: infer F }
  ? Omit<S, 'fields'> & { readonly fields: { readonly [N in keyof F]: Undefaulted<F[N]> } }
  : S extends { readonly kind: 'list'; readonly item: infer I }
    ? Omit<S, 'item'> & { readonly item: Undefaulted<I> }
    : Omit<S, 'default'>;

/** What is given of a shape, before anything has its default (`withDefaults`). */
export function undefaulted<const S extends StructureShape>(shape: S): Undefaulted<S> {
  return undefaultedShape(shape) as Undefaulted<S>;
}

function undefaultedShape(shape: Shape): Shape {
  if (shape.kind === 'list') return { ...shape, item: undefaultedShape(shape.item) };
  if (shape.kind !== 'structure') {
    const { default: _, ...rest } = { default: undefined, ...shape };
    return rest;
  }
  const fields = Object.entries(shape.fields).map(([name, field]) => {
    return [name, undefaultedShape(field)] as const;
  });
  return { ...shape, fields: Object.fromEntries(fields) };
}

/** The model with the fields named and no others, for a generation that has not the rest. */
export function only<const S extends StructureShape, N extends keyof S['fields'] & string>(
  model: S,
  ...names: readonly N[]
): Omit<S, 'fields'> & { readonly fields: Pick<S['fields'], N> } {
  const fields = names.map((name) => [name, model.fields[name]] as const);
  const rules = model.rules?.flatMap((rule) => ruleAmong(rule, names));
  return { ...model, fields: Object.fromEntries(fields), ...(rules && { rules }) } as never;
}

/** What is left of a rule where only these fields are there. */
function ruleAmong(rule: Rule, names: readonly string[]): readonly Rule[] {
  if (rule.rule === 'requires') {
    return names.includes(rule.field) && names.includes(rule.when.field) ? [rule] : [];
  }
  const fields = rule.fields.filter((name) => names.includes(name));
  return fields.length > (rule.rule === 'exclusive' ? 1 : 0) ? [{ ...rule, fields }] : [];
}

/** Patches that give every field named the same facets: `each(['A', 'B'], silent)`. */
export function each<const N extends string, const P>(
  names: readonly N[],
  patch: P,
): { readonly [K in N]: P } {
  return Object.fromEntries(names.map((name) => [name, patch])) as { readonly [K in N]: P };
}
