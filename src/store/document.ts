/**
 * A JSON document of a row. What a version before left out of it is at its default, so a member
 * that is new needs no migration.
 */
export function documentOf<T extends object>(text: string, defaults: T): T {
  return { ...defaults, ...(JSON.parse(text) as Partial<T>) };
}
