import type { Driver } from '#drivers/driver.ts';
import type { Store } from '#store/store.ts';
import type { Configuration } from '../../configuration.ts';

/** What the workflows of instances need to reach the world. */
export interface InstanceServices {
  readonly store: Store;
  readonly driver: Driver;
  readonly configuration: Configuration;
}
