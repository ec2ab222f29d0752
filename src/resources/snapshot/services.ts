import type { Driver } from '#drivers/driver.ts';
import type { Store } from '#store/store.ts';
import type { Configuration } from '../configuration.ts';

/** What the workflows of snapshots and of their policies need to reach the world. */
export interface SnapshotServices {
  readonly store: Store;
  readonly driver: Driver;
  readonly configuration: Configuration;
}
