import { diskTypeOf } from '#catalogue/tencent/disks.ts';
import type {
  ChargeType,
  Instance,
  InternetAccess,
  Prepaid,
} from '#resources/instance/instance.ts';
import type { InstanceQuery } from '#resources/instance/query.ts';
import type { InstanceState } from '#resources/instance/states.ts';

/** Behind all numbers that the page has (L52234). */
const MAINTAINED = 21;

/**
 * `status` of an instance (seed 004 L52191-52235). What waits in the recycle bin has been returned
 * and is not gone yet. 1 is below, since it is of machines; the other numbers stand for what no
 * instance of ours ever does.
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
  // "Else it is being maintained": of rescue mode this generation has no word.
  'entering-rescue': MAINTAINED,
  rescue: MAINTAINED,
  'leaving-rescue': MAINTAINED,
};

/** `status` of an instance whose machine cannot be reached, or is gone (L52195). */
const FAULTY = 1;

const statesByStatus = Map.groupBy(
  Object.keys(statusWords) as readonly InstanceState[],
  (state) => statusWords[state],
);

/** The status of an instance: a stopped one may be so only because its machine is not seen. */
export function statusOf({ state, fault }: Pick<Instance, 'state' | 'fault'>): number {
  return state === 'stopped' && fault !== null ? FAULTY : statusWords[state];
}

/** Which instances have a status; nothing where no instance ever has it. */
export function withStatus(status: number): Pick<InstanceQuery, 'states' | 'faulty' | 'nothing'> {
  if (status === FAULTY) return { states: ['stopped'], faulty: true };
  const states = statesByStatus.get(status);
  if (states === undefined) return { nothing: true };
  return states.includes('stopped') ? { states, faulty: false } : { states };
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
  return diskTypeNumbers.get(diskTypeOf(category)) ?? CLOUD_SSD;
}
