import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';

export interface StoreChoice {
  /** The data directory; `:memory:` keeps nothing. */
  readonly data: string;
  /** Told of each durable commit, with the number of writes it carried. */
  onCommit(writes: number): void;
  /** Told of a hook of `afterCommit` that threw. */
  onHookError(error: unknown): void;
}

/** Opens the store of a cloud: the one place that knows which kinds there are. */
export function openStore({ data, onCommit, onHookError }: StoreChoice): Promise<Store> {
  return openSqlite({ directory: data, onCommit, onHookError });
}
