import { cancelWorkflows } from '#workflow/cancel.ts';
import { bandwidthFaults } from '../../bandwidth/faults.ts';
import { addPeriod, mbpsAt, mostBetween, nextChange, periodsOf } from '../../bandwidth/periods.ts';
import type { BandwidthPeriod } from '../../bandwidth/periods.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { inKeyOrder } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance, InternetAccess } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import { type BandwidthSetting, setBandwidth } from '../set-bandwidth.ts';
import { legalFrom } from '../states.ts';
import { bandwidthTarget } from '../timers.ts';
import { scheduleBandwidth } from '../workflows/change-bandwidth.ts';
import type { InstanceSelector } from './power.ts';

export interface BandwidthRequest extends InstanceSelector {
  readonly outMbps: number;
  /** How the asker believes the bandwidth to be charged: another way is refused. */
  readonly chargeType?: InternetAccess['chargeType'] | undefined;
  /**
   * For what time, of bandwidth that is paid in advance: the first moment of the first day, and
   * the last moment of the last day and one more. Cloud milliseconds.
   */
  readonly beginsAt?: number | undefined;
  readonly endsAt?: number | undefined;
}

const DAY_MS = 86_400_000;

/** The instances whose bandwidth is to be changed, where it may be (seed 004 L31072-31140). */
export const planBandwidth = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    bandwidthFaults.mixedChargeTypes,
    bandwidthFaults.oneAtATime,
    bandwidthFaults.chargeTypeFixed,
    bandwidthFaults.periodMissing,
    bandwidthFaults.periodNotForCharge,
    bandwidthFaults.periodNotAllowed,
  ],
  async (scope: ReadScope, request: BandwidthRequest): Promise<readonly Instance[]> => {
    const instances = await requireInstances(scope, request.keys, request.region);
    const types = new Set(instances.map(({ internet }) => internet.chargeType));
    if (types.size > 1) throw bandwidthFaults.mixedChargeTypes();
    const single = types.has('bandwidth-prepaid') || types.has('bandwidth-hourly');
    if (single && instances.length > 1) throw bandwidthFaults.oneAtATime();
    for (const instance of instances) check(scope, instance, request);
    return instances;
  },
);

/**
 * Changes the bandwidth of instances to the internet. What is paid by use changes at once, up or
 * down. What is paid in advance grows for some days, and one instance at a time does.
 */
export const changeBandwidth = verb(
  [
    planBandwidth,
    instanceFaults.publicAddressesExhausted,
    bandwidthFaults.cannotShrink,
    bandwidthFaults.tooManyPeriods,
  ],
  async (scope: Scope, request: BandwidthRequest): Promise<void> => {
    const instances = await planBandwidth(scope, request);
    for (const instance of inKeyOrder(instances)) await change(scope, instance, request);
  },
);

function check(scope: ReadScope, instance: Instance, request: BandwidthRequest): void {
  const { key, state, stopMode, internet } = instance;
  requireChangeable(instance);
  if (state === 'stopped' && stopMode === 'stop-charging') {
    throw instanceFaults.stoppedWithoutCharge({ instance: key });
  }
  const { chargeType, beginsAt, endsAt } = request;
  if (chargeType !== undefined && chargeType !== internet.chargeType) {
    throw bandwidthFaults.chargeTypeFixed({ instance: key });
  }
  if (internet.chargeType === 'bandwidth-prepaid') return requirePeriod(scope, instance, request);
  if (beginsAt !== undefined || endsAt !== undefined) throw bandwidthFaults.periodNotForCharge();
}

/** @throws Fault where the machine of an instance is in no state to have its bandwidth changed */
export function requireChangeable(instance: Instance): void {
  const { key, state } = instance;
  // The pages name each state in between (L31302-31344), so none of them is a mere wait.
  if (!legalFrom.configure.includes(state)) {
    throw instanceFaults.wrongState({ instance: key, state });
  }
  requireState(instance, 'configure');
  requireIdle(instance, 'change-bandwidth');
}

/** A day that has begun begins now; the last one is not behind that on which the instance ends. */
function requirePeriod(
  { now }: ReadScope,
  { expiresAt }: Instance,
  { beginsAt, endsAt }: BandwidthRequest,
): void {
  if (beginsAt === undefined || endsAt === undefined) throw bandwidthFaults.periodMissing();
  const isPast = beginsAt + DAY_MS <= now;
  const isLate = expiresAt !== null && endsAt - DAY_MS > expiresAt;
  if (isPast || beginsAt >= endsAt || isLate) throw bandwidthFaults.periodNotAllowed();
}

async function change(scope: Scope, instance: Instance, request: BandwidthRequest): Promise<void> {
  const { internet } = instance;
  const { outMbps, beginsAt, endsAt } = request;
  if (beginsAt === undefined || endsAt === undefined) {
    const to = { ...internet, outMbps, inMbps: outMbps };
    return setBandwidth(scope, instance, { internet: to, address: addressAt(internet, outMbps) });
  }
  return growFor(scope, instance, { beginsAt, endsAt, mbps: outMbps });
}

function addressAt(before: InternetAccess, outMbps: number): BandwidthSetting['address'] {
  if (outMbps === 0) return 'take';
  return before.outMbps === 0 ? 'give' : 'keep';
}

/** Adds a period of bandwidth that is paid in advance. @throws bandwidth.cannotShrink */
export async function growFor(
  scope: Scope,
  instance: Instance,
  added: BandwidthPeriod,
): Promise<void> {
  const { db, now } = scope;
  const { key, internet } = instance;
  const before = await periodsOf(db, instance);
  const limit = mostBetween(before, Math.max(added.beginsAt, now), added.endsAt ?? now);
  if (added.mbps < limit) throw bandwidthFaults.cannotShrink({ limit });
  const periods = await addPeriod(db, instance, { added, now });
  const outMbps = mbpsAt(periods, now);
  // The address is there as soon as bandwidth is paid for, also where that is still to come.
  const rises = added.mbps > 0 && mostBetween(before, now, Number.MAX_SAFE_INTEGER) === 0;
  await setBandwidth(scope, instance, {
    internet: { ...internet, outMbps, inMbps: outMbps },
    address: rises ? 'give' : 'keep',
  });
  await cancelWorkflows(db, [bandwidthTarget(key)]);
  await scheduleBandwidth(db, { key, at: nextChange(periods, now), now });
}
