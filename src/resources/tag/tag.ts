/** A word that its owner put on a resource: one value for each name. */
export interface Tag {
  readonly name: string;
  readonly value: string;
}

/** What a tag must be: of one of the names and of one of the values, where any are given. */
export interface TagFilter {
  readonly names?: readonly string[];
  readonly values?: readonly string[];
}
