import type { Driver } from '#drivers/driver.ts';
import type { Store } from '#store/store.ts';

/** What the workflows of interfaces need to reach the world. */
export interface InterfaceServices {
  readonly store: Store;
  readonly driver: Driver;
}
