import type { Store } from '../store.ts';

/** One demand on every kind of store. Cases share a store: each uses keys of its own. */
export interface StoreCase {
  readonly demands: string;
  run(store: Store): Promise<void>;
}
