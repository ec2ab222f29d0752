/** A word that its owner put on a resource: one value for each name. */
export interface Tag {
  readonly name: string;
  readonly value: string;
}

/** What a tag must be: whatever of this is given. Patterns are those of LIKE, escaped by `\`. */
export interface TagFilter {
  readonly names?: readonly string[];
  readonly values?: readonly string[];
  readonly namePatterns?: readonly string[];
  readonly valuePatterns?: readonly string[];
}
