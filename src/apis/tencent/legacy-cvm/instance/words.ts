import type { ChargeType, InternetAccess, Prepaid } from '#resources/instance/instance.ts';
import type { InstanceState } from '#resources/instance/states.ts';

/**
 * `status` of an instance (seed 004 L52191-52235). What waits in the recycle bin has been returned
 * and is not gone yet; the other numbers stand for what no instance of ours ever does.
 */
export const statusWords: Readonly<Record<InstanceState, number>> = {
  creating: 3,
  booting: 3,
  running: 2,
  stopping: 9,
  stopped: 4,
  starting: 8,
  rebooting: 7,
  recycled: 5,
  terminating: 6,
  'launch-failed': -1,
};

/** `status` of an instance whose machine cannot be reached, or is gone (L52195). */
export const FAULTY = 1;

const statesByStatus = Map.groupBy(
  Object.keys(statusWords) as readonly InstanceState[],
  (state) => statusWords[state],
);

/** The neutral states behind a status; none where no instance is ever in it. */
export function statesOfStatus(status: number): readonly InstanceState[] {
  return statesByStatus.get(status) ?? [];
}

/** `cvmPayMode` (L52320-52328): 1 in advance, 2 by use, which is how a host of one's own pays. */
export const payModeWords: Readonly<Record<ChargeType, number>> = {
  prepaid: 1,
  postpaid: 2,
  spot: 2,
  'dedicated-host': 2,
};

/** `networkPayMode` (L52346-52356); a bandwidth package is paid by the month, afterwards. */
export const networkPayModeWords: Readonly<Record<InternetAccess['chargeType'], number>> = {
  'bandwidth-prepaid': 1,
  traffic: 2,
  'bandwidth-hourly': 3,
  'bandwidth-package': 0,
};

/** `autoRenew` (L52306-52314). */
export const renewalNumbers: Readonly<Record<Prepaid['renewal'], number>> = {
  manual: 0,
  auto: 1,
  off: 2,
};

/** `storageType` and `rootType` (L52382-52412). */
const diskTypeNumbers: ReadonlyMap<string, number> = new Map([
  ['LOCAL_BASIC', 1],
  ['CLOUD_BASIC', 2],
  ['LOCAL_SSD', 3],
  ['CLOUD_SSD', 4],
  ['CLOUD_PREMIUM', 5],
]);
const CLOUD_SSD = 4;

/** The number of a kind of disk; what has none is shown as an SSD cloud disk. */
export function diskTypeNumber(category: string): number {
  return diskTypeNumbers.get(category) ?? CLOUD_SSD;
}
