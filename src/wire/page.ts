/** A code that a page lists, with its HTTP status where the vendor has one. */
export interface PageCode {
  readonly code: string;
  readonly status: number;
  /** The page's own message, where it is known. */
  readonly message: string | undefined;
  /** The page does not list it: it is that of another page about the same thing. */
  readonly borrowed: boolean;
}

/** What a vendor's document says of one action. */
export interface Page {
  readonly title: string;
  /** Where it stands in the documents: `seed 004 L8550`. */
  readonly source: string;
  readonly ratePerSecond: number | undefined;
  readonly codes: ReadonlyMap<string, readonly PageCode[]>;
}

/** The pages of a service. */
export interface Pages {
  /** The page of an action; undefined where no document has one. */
  page(action: string): Page | undefined;
  /** The rate of each page that has none of its own. */
  readonly ratePerSecond: number | undefined;
  /** What any of its actions may answer. */
  readonly common: ReadonlyMap<string, readonly PageCode[]>;
  /** Each code as the first page has it that lists it. */
  readonly anywhere: ReadonlyMap<string, readonly PageCode[]>;
  /** The actions that have a page. */
  readonly actions: readonly string[];
}
