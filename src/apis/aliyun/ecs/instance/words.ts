import type { ChargeType, Instance, InternetAccess } from '#resources/instance/instance.ts';
import type { InstanceState } from '#resources/instance/states.ts';

export const statusValues = ['Pending', 'Running', 'Starting', 'Stopping', 'Stopped'] as const;

export type Status = (typeof statusValues)[number];

/**
 * What each state is called; null is not shown at all: an instance that failed to launch is gone
 * (D15). One in the recycle bin is a stopped one with a lock. One that is being released stops. In
 * rescue mode, which this vendor does not have, a machine runs.
 */
const statusOfState: Readonly<Record<InstanceState, Status | null>> = {
  creating: 'Pending',
  booting: 'Starting',
  running: 'Running',
  stopping: 'Stopping',
  stopped: 'Stopped',
  starting: 'Starting',
  rebooting: 'Starting',
  recycled: 'Stopped',
  terminating: 'Stopping',
  'launch-failed': null,
  'entering-rescue': 'Stopping',
  rescue: 'Running',
  'leaving-rescue': 'Stopping',
};

/** States in which an instance is not there for this vendor's clients. */
export const hiddenStates: readonly InstanceState[] = keysOf(statusOfState, null);

/** The Status of an instance; a hidden one has none, and is never rendered. */
export function statusOf({ state }: Pick<Instance, 'state'>): Status {
  return statusOfState[state] ?? 'Stopped';
}

/** The states that go by a Status. */
export function statesOf(status: Status): readonly InstanceState[] {
  return keysOf(statusOfState, status);
}

export const chargeTypeWords: Readonly<Record<ChargeType, 'PostPaid' | 'PrePaid'>> = {
  postpaid: 'PostPaid',
  prepaid: 'PrePaid',
  spot: 'PostPaid',
  'dedicated-host': 'PostPaid',
};

/** The ways of charging that go by an InstanceChargeType. */
export function chargeTypesOf(word: 'PostPaid' | 'PrePaid'): readonly ChargeType[] {
  return keysOf(chargeTypeWords, word);
}

type InternetChargeType = InternetAccess['chargeType'];

export const internetChargeTypeWords: Readonly<
  Record<InternetChargeType, 'PayByTraffic' | 'PayByBandwidth'>
> = {
  traffic: 'PayByTraffic',
  'bandwidth-hourly': 'PayByBandwidth',
  'bandwidth-prepaid': 'PayByBandwidth',
  'bandwidth-package': 'PayByBandwidth',
};

/** The ways of charging that go by an InternetChargeType. */
export function internetChargeTypesOf(
  word: 'PayByTraffic' | 'PayByBandwidth',
): readonly InternetChargeType[] {
  return keysOf(internetChargeTypeWords, word);
}

/** Why an instance in the recycle bin is locked: put there by its owner, or by what is unpaid. */
export type LockReason = 'Recycling' | 'financial';

/** The locks of an instance. */
export function locksOf({ state, isolatedBy, spotEndsAt }: Instance): readonly LockReason[] {
  if (spotEndsAt !== null) return ['Recycling'];
  if (state !== 'recycled') return [];
  return [isolatedBy === 'user' ? 'Recycling' : 'financial'];
}

/** StoppedMode, which only a stopped one has. */
export function stoppedModeOf({ state, stopMode }: Instance): string {
  if (state !== 'stopped' && state !== 'recycled') return 'Not-applicable';
  return stopMode === 'stop-charging' ? 'StopCharging' : 'KeepCharging';
}

/** What goes by a word in a table of them. */
function keysOf<Key extends string, Word>(
  words: Readonly<Record<Key, Word>>,
  word: NoInfer<Word>,
): readonly Key[] {
  return (Object.keys(words) as Key[]).filter((key) => words[key] === word);
}
