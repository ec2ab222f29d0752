import type {
  BooleanShape,
  Fields,
  FiltersShape,
  IdShape,
  IntegerShape,
  ListShape,
  NumberShape,
  OpaqueShape,
  RecordShape,
  Shape,
  StringShape,
  StructureShape,
  TimeShape,
} from './shape.ts';

type Options<S extends { kind: string }> = Omit<S, 'kind'>;
type NoOptions = Record<never, never>;
/** What is inferred comes from the options alone, not from where the shape is put. */
type Built<Kind extends string, O> = { readonly kind: Kind } & NoInfer<O>;

/** A text; `values` makes it an enumeration and narrows its type. */
export function string<const O extends Options<StringShape> = NoOptions>(
  options?: O,
): Built<'string', O> {
  return { kind: 'string', ...(options as O) };
}

export function integer<const O extends Options<IntegerShape> = NoOptions>(
  options?: O,
): Built<'integer', O> {
  return { kind: 'integer', ...(options as O) };
}

/** A decimal number. */
export function number<const O extends Options<NumberShape> = NoOptions>(
  options?: O,
): Built<'number', O> {
  return { kind: 'number', ...(options as O) };
}

export function boolean<const O extends Options<BooleanShape> = NoOptions>(
  options?: O,
): Built<'boolean', O> {
  return { kind: 'boolean', ...(options as O) };
}

/** An instant; milliseconds inside. */
export function time<const O extends Options<TimeShape>>(options: O): Built<'time', O> {
  return { kind: 'time', ...options };
}

/** An id of the given kind; the neutral key inside. */
export function id<const O extends Omit<IdShape, 'kind' | 'of'> = NoOptions>(
  of: string,
  options?: O,
): Built<'id', { readonly of: string } & O> {
  return { kind: 'id', of, ...(options as O) };
}

export function list<
  const I extends Shape,
  const O extends Omit<ListShape, 'kind' | 'item'> = NoOptions,
>(item: I, options?: O): Built<'list', { readonly item: I } & O> {
  return { kind: 'list', item, ...(options as O) };
}

/** An object in an answer whose names are data: texts or ids. */
export function record<
  const N extends RecordShape['name'],
  const I extends Shape,
  const O extends Omit<RecordShape, 'kind' | 'name' | 'item'> = NoOptions,
>(name: N, item: I, options?: O): Built<'record', { readonly name: N; readonly item: I } & O> {
  return { kind: 'record', name, item, ...(options as O) };
}

export function structure<
  const F extends Fields,
  const O extends Omit<StructureShape, 'kind' | 'fields'> = NoOptions,
>(fields: F, options?: O): Built<'structure', { readonly fields: F } & O> {
  return { kind: 'structure', fields, ...(options as O) };
}

/** A set of named filters with its limits. */
export function filters<const O extends Options<FiltersShape>>(options: O): Built<'filters', O> {
  return { kind: 'filters', ...options };
}

/** Any JSON value, unread. */
export function opaque<const O extends Options<OpaqueShape> = NoOptions>(
  options?: O,
): Built<'opaque', O> {
  return { kind: 'opaque', ...(options as O) };
}
