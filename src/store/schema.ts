/**
 * Every table, by its name in the database; each file of `schema/` adds its own. Times are
 * milliseconds since 1970.
 */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Schema {}
