import type { Reason } from '#kernel/fault.ts';

/**
 * The grammar of parameters: plain data. Decoding, encoding, validation, the check against the
 * vendors' SDKs and the reference are folds over it, so a rule is written once, beside its source.
 */

/** What can be wrong with a value, each with a reason of its own where a page tells it apart. */
export type Constraint =
  | 'missing'
  | 'type'
  | 'empty'
  | 'range'
  | 'length'
  | 'pattern'
  | 'value'
  | 'count'
  | 'malformed'
  | 'conflict'
  | 'unknown';

/** A conflict between fields has the reason of its rule. */
export type Reasons = { readonly [C in Exclude<Constraint, 'conflict'>]?: Reason };

/** What every shape may say about itself. */
export interface Facets {
  readonly required?: boolean;
  /** Output: the field may be null. */
  readonly nullable?: boolean;
  /** Input: null is kept apart from absent. */
  readonly keepsNull?: boolean;
  /** Output: the field may be left out. */
  readonly optional?: boolean;
  /** Accepted and without effect. */
  readonly deprecated?: boolean;
  /** Never logged, stored in clear or answered. */
  readonly secret?: true;
  /** "" is a value (`kept`) or the same as absent; the dialect's habit where not said. */
  readonly empty?: 'kept' | 'absent';
  /** Further spellings under which the parameter arrives. */
  readonly names?: readonly string[];
  /** Where the parameter is described: a document and line, or `sdk` (D20). */
  readonly source?: string;
  /** By constraint, or one for whatever is wrong with a value that is there. */
  readonly reasons?: Reasons | Reason;
}

export interface StringShape extends Facets {
  readonly kind: 'string';
  readonly default?: string;
  readonly values?: readonly string[];
  /** Characters, not bytes. Input: without `max` a text has `limits.textCharactersMax` at most. */
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  /** Input: it names a resource of that kind, and the handler reads it. */
  readonly idOf?: string;
}

export interface IntegerShape extends Facets {
  readonly kind: 'integer';
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly number[];
  /** Output: the number travels as a string. */
  readonly asString?: true;
}

export interface NumberShape extends Facets {
  readonly kind: 'number';
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
  /** Most digits after the point. */
  readonly decimals?: number;
}

export interface BooleanShape extends Facets {
  readonly kind: 'boolean';
  readonly default?: boolean;
}

/** An instant: milliseconds inside, text outside. */
export interface TimeShape extends Facets {
  readonly kind: 'time';
  readonly form: TimeForm;
}

/**
 * `seconds` 2026-01-02T03:04:05Z; `minutes` 2026-01-02T03:04Z, read with seconds too; `offset` as
 * `seconds`, read with +08:00 too; `spaced` 2026-01-02 03:04:05; `china` the same by the clocks of
 * China, which are eight hours ahead; `date` 2026-01-02.
 */
export type TimeForm = 'seconds' | 'minutes' | 'offset' | 'spaced' | 'china' | 'date';

/** The id of a resource: a vendor's rendering outside, the neutral key inside (D13). */
export interface IdShape extends Facets {
  readonly kind: 'id';
  readonly of: string;
  /** Output: the id is a number, and travels as one. */
  readonly asNumber?: true;
}

export interface ListShape extends Facets {
  readonly kind: 'list';
  readonly item: Shape;
  readonly min?: number;
  readonly max?: number;
  /** How it arrives: `Name.1…`, a JSON array in one string, or `a,b,c` (or JSON). */
  readonly style?: 'repeat' | 'json' | 'comma';
  /** Output: the element's name inside the list's wrapper (Alibaba). */
  readonly element?: string;
}

/** Of answers alone: an object whose names are data, such as ids; an object inside too. */
export interface RecordShape extends Facets {
  readonly kind: 'record';
  readonly name: StringShape | IdShape;
  readonly item: Shape;
}

export interface StructureShape extends Facets {
  readonly kind: 'structure';
  readonly fields: Fields;
  readonly rules?: readonly Rule[];
  /** Fields of the vendor's model that it does not have, each with the reason. */
  readonly omitted?: { readonly [name: string]: string };
}

/** Named filters: `[{ Name, Values }]` outside, values by name inside. */
export interface FiltersShape extends Facets {
  readonly reasons?: Reasons;
  readonly kind: 'filters';
  readonly filters: { readonly [name: string]: FilterRule };
  /** Beginnings under which any further name is a filter, such as `tag:`. */
  readonly prefixes?: readonly string[];
  readonly max: number;
  readonly valuesMax: number;
  readonly nameField: string;
  readonly valuesField: string;
}

export interface FilterRule {
  readonly values?: readonly string[];
}

/** Any JSON value; kept as it is. */
export interface OpaqueShape extends Facets {
  readonly kind: 'opaque';
}

export type Shape =
  | StringShape
  | IntegerShape
  | NumberShape
  | BooleanShape
  | TimeShape
  | IdShape
  | ListShape
  | RecordShape
  | StructureShape
  | FiltersShape
  | OpaqueShape;

export interface Fields {
  readonly [name: string]: Shape;
}

/** A rule between fields of one structure. */
export type Rule =
  | {
      readonly rule: 'requires';
      readonly field: string;
      readonly when: When;
      /** A field that may stand in for it, where it is given. */
      readonly unless?: string;
      readonly reason?: Reason;
    }
  | { readonly rule: 'one-of'; readonly fields: readonly string[]; readonly reason?: Reason }
  | { readonly rule: 'exclusive'; readonly fields: readonly string[]; readonly reason?: Reason };

/**
 * Holds where the field has one of the values (after defaults), is given, or is not. A field at its
 * default counts as not given.
 */
export type When =
  | { readonly field: string; readonly is: ReadonlyArray<string | number | boolean> }
  | { readonly field: string; readonly present: boolean };
