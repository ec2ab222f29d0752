import type { Store } from '#store/store.ts';
import type { Configuration } from '../../configuration.ts';
import type { TryOrder } from '../../order/try-order.ts';

/** What the workflows of dedicated hosts need to reach the world. */
export interface HostServices {
  readonly store: Store;
  readonly configuration: Configuration;
  /** Pays for what renews itself. */
  readonly tryOrder: TryOrder;
}
