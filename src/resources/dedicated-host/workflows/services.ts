import type { Store, Tx } from '#store/store.ts';
import type { Configuration } from '../../configuration.ts';
import type { OwnHostRenewal } from '../pay-renewal.ts';

/** What the workflows of dedicated hosts need to reach the world. */
export interface HostServices {
  readonly store: Store;
  readonly configuration: Configuration;
  /** Pays for a host that renews itself; false where it cannot be paid for. */
  readonly payHostRenewal: (tx: Tx, renewal: OwnHostRenewal) => Promise<boolean>;
}
