import type { ReadScope } from '../scope.ts';
import { diskFaults } from './faults.ts';
import type { DiskDoc } from './disk.ts';

/** What of a new disk decides whether it can be as it is asked for. */
export interface DiskOptions {
  readonly category: string;
  readonly doc: DiskDoc;
  /** Whether it is in the server of its instance. */
  readonly isLocal: boolean;
  /** Whether it is to do more for a while than it is sold for. */
  readonly bursts?: boolean;
  /** Whether the key is named that encrypts it. */
  readonly hasKey?: boolean;
}

/**
 * The storage that disks of the network are on encrypts them and lets them burst: a local disk has
 * neither (seed 004 L36221-36262). A key that encrypts nothing is a mistake of who asks.
 * @throws disk.optionNotForCategory, disk.encryptionOffWithKey
 */
export function requireDiskOptions({ category, doc, isLocal, bursts, hasKey }: DiskOptions): void {
  if (isLocal && (doc.encrypted === true || bursts === true)) {
    throw diskFaults.optionNotForCategory({ category });
  }
  if (hasKey === true && doc.encrypted !== true) throw diskFaults.encryptionOffWithKey();
}

/**
 * What is to be encrypted is not made open where nothing can encrypt it.
 * @throws disk.notSupportedHere
 */
export function requireEncryption(
  { cloud }: Pick<ReadScope, 'cloud'>,
  disks: ReadonlyArray<Pick<DiskOptions, 'doc'>>,
): void {
  if (!disks.some(({ doc }) => doc.encrypted === true)) return;
  const message = cloud.supply.lacks('encryption');
  if (message !== undefined) throw diskFaults.notSupportedHere({ message });
}
