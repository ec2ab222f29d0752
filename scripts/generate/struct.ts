/** A member of a request or response, as an SDK's model tells it. */
export interface Member {
  /** `number` where the SDK does not tell integers from fractions; `object` has members. */
  readonly type:
    | 'string'
    | 'integer'
    | 'float'
    | 'number'
    | 'boolean'
    | 'datetime'
    | 'any'
    | 'object';
  /** The value is a list of this type. */
  readonly list?: true;
  /** Alibaba's responses wrap a list: the element's name inside (`Instances` > `Instance`). */
  readonly element?: string;
  readonly required?: true;
  readonly members?: Struct;
  /** The members repeat a structure that holds this one, and are left out. */
  readonly recursive?: true;
}

export interface Struct {
  readonly [name: string]: Member;
}

/** The member with only the facts that hold: absent instead of false. */
export function member(
  type: Member['type'],
  facts: Partial<Record<keyof Member, unknown>>,
): Member {
  const entries = Object.entries(facts).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return { type, ...Object.fromEntries(entries) };
}
