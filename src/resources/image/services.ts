import type { Driver } from '#drivers/driver.ts';
import type { Store } from '#store/store.ts';

/** What the workflows of images need to reach the world. */
export interface ImageServices {
  readonly store: Store;
  readonly driver: Driver;
}
