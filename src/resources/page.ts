/** Which part of a list is wanted: by counting, or what comes behind a row seen before. */
export type Page =
  | { readonly offset: number; readonly limit: number }
  | {
      readonly after: number | undefined;
      readonly limit: number;
      /** How many of those behind it are passed over. */
      readonly beyond?: number;
    };

/** One page of a list. */
export interface Listed<T> {
  /** How many there are on all pages. */
  readonly total: number;
  readonly items: readonly T[];
  /** What to give as `after` to go on; undefined on the last page. */
  readonly next: number | undefined;
}

/** A page out of rows of which one more than the page's limit was asked for. */
export function listed<Row extends { readonly seq: number }, T>(
  rows: readonly Row[],
  total: number,
  { limit, item }: { readonly limit: number; readonly item: (row: Row) => T },
): Listed<T> {
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? shown.at(-1)?.seq : undefined;
  return { total, items: shown.map((row) => item(row)), next };
}
