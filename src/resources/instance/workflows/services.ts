import type { Driver } from '#drivers/driver.ts';
import type { Store } from '#store/store.ts';
import type { ImageSource } from '../../image/image-shelf.ts';
import type { Configuration } from '../../configuration.ts';

/** What the workflows of instances need to reach the world. */
export interface InstanceServices {
  readonly store: Store;
  readonly driver: Driver;
  readonly configuration: Configuration;
  /** What a machine of an image is made from; undefined where the driver has no images. */
  readonly sourceOf: (image: string) => Promise<ImageSource | undefined>;
}
