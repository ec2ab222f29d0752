import type { Driver } from '#drivers/driver.ts';
import type { Store, Tx } from '#store/store.ts';
import type { ImageSource } from '../../image/image-shelf.ts';
import type { Quote } from '#pricing/quote.ts';
import type { Configuration } from '../../configuration.ts';
import type { TryOrder } from '../../order/try-order.ts';
import type { Instance } from '../instance.ts';

/** What of an instance decides its price on the market. */
export type SpotInstance = Pick<Instance, 'type' | 'zone' | 'region'>;

/** What the workflows of instances need to reach the world. */
export interface InstanceServices {
  readonly store: Store;
  readonly driver: Driver;
  readonly configuration: Configuration;
  /** What the machine of a spot instance costs in the hour that is now. */
  readonly spotHour: (instance: SpotInstance, now: number) => Quote;
  /** Pays for what renews itself. */
  readonly tryOrder: TryOrder;
  /** Books room for an instance on another host of its zone; why there is none, or undefined. */
  readonly roomElsewhere: (tx: Tx, instance: Instance, now: number) => Promise<string | undefined>;
  /** What a machine of an image is made from; undefined where the driver has no images. */
  readonly sourceOf: (image: string) => Promise<ImageSource | undefined>;
}
