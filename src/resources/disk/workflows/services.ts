import type { Driver } from '#drivers/driver.ts';
import type { Store } from '#store/store.ts';
import type { TryOrder } from '../../order/try-order.ts';
import type { Configuration } from '../../configuration.ts';

/** What the workflows of disks need to reach the world. */
export interface DiskServices {
  readonly store: Store;
  readonly driver: Driver;
  readonly configuration: Configuration;
  /** Pays for what renews itself. */
  readonly tryOrder: TryOrder;
}
