/** A word that its owner put on a resource: one value for each name. */
export interface Tag {
  readonly name: string;
  readonly value: string;
}

/** Kinds of resources that can have tags. */
export type TaggedKind = 'instance' | 'disk' | 'vpc' | 'subnet' | 'security-group';

/** What a tag must be: of that name, with one of the values, or any where none is given. */
export interface TagFilter {
  readonly name: string;
  readonly values?: readonly string[];
}
