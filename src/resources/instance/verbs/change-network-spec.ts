import { cancelWorkflows } from '#workflow/cancel.ts';
import type { Key } from '#kernel/key.ts';
import { bandwidthFaults } from '../../bandwidth/faults.ts';
import { forgetPeriods } from '../../bandwidth/periods.ts';
import { ordinaryOf } from '../../elastic-address/ordinary.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance, InternetAccess } from '../instance.ts';
import { requireInstances } from '../require.ts';
import { type BandwidthSetting, setBandwidth } from '../set-bandwidth.ts';
import { bandwidthTarget } from '../timers.ts';
import { growFor, requireChangeable } from './change-bandwidth.ts';

export interface NetworkSpecChange {
  readonly key: Key<'instance'>;
  /** What is undefined stays as it is. */
  readonly outMbps?: number | undefined;
  readonly inMbps?: number | undefined;
  readonly paid?: 'by traffic' | 'by bandwidth' | undefined;
  /** Whether an instance that is paid by use is given a public address. */
  readonly allocates: boolean;
  /** For a time alone, of bandwidth that is paid in advance; cloud milliseconds. */
  readonly during?: { readonly beginsAt: number; readonly endsAt: number } | undefined;
}

/** What is had from the internet at least, where nothing is said (seed 003 L230-232). */
const IN_MBPS_MIN = 10;

/** Mbps that an instance may have at most, as it is paid. */
export function mbpsMax(
  paid: 'by traffic' | 'by bandwidth',
  chargeType: Instance['chargeType'],
): number {
  return paid === 'by bandwidth' && chargeType === 'prepaid' ? 200 : 100;
}

/**
 * Changes how an instance reaches the internet, at once and in both directions: Alibaba's rules
 * (https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancenetworkspec).
 */
export const changeNetworkSpec = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.publicAddressesExhausted,
    bandwidthFaults.outOfRange,
    bandwidthFaults.inOutOfRange,
    bandwidthFaults.elasticAddress,
    bandwidthFaults.addressWithoutBandwidth,
    bandwidthFaults.notForCharge,
    bandwidthFaults.behindEnd,
    bandwidthFaults.cannotShrink,
    bandwidthFaults.tooManyPeriods,
  ],
  async (scope: Scope, request: NetworkSpecChange): Promise<void> => {
    const { db } = scope;
    const { key, during } = request;
    const [instance] = await requireInstances(scope, [key], null);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    requireChangeable(instance);
    const ordinary = await ordinaryOf(db, key);
    if (instance.publicAddress !== null && ordinary === undefined) {
      throw bandwidthFaults.elasticAddress({ instance: key });
    }
    const internet = internetAfter(instance, request);
    if (internet.outMbps === 0 && request.allocates) {
      throw bandwidthFaults.addressWithoutBandwidth();
    }
    if (during !== undefined) {
      if (instance.internet.chargeType !== 'bandwidth-prepaid') {
        throw bandwidthFaults.notForCharge({ instance: key });
      }
      if (during.endsAt > (instance.expiresAt ?? Infinity)) throw bandwidthFaults.behindEnd();
      return growFor(scope, instance, { ...during, mbps: internet.outMbps });
    }
    if (instance.internet.chargeType === 'bandwidth-prepaid') {
      // What it is changed to lasts: what was paid for a time before is over.
      await forgetPeriods(db, key);
      await cancelWorkflows(db, [bandwidthTarget(key)]);
    }
    await setBandwidth(scope, instance, {
      internet,
      address: addressAt(instance, internet, request),
    });
  },
);

function internetAfter(instance: Instance, request: NetworkSpecChange): InternetAccess {
  const { internet, chargeType } = instance;
  const was = internet.chargeType === 'traffic' ? 'by traffic' : 'by bandwidth';
  const { paid = was, outMbps = internet.outMbps } = request;
  const limit = mbpsMax(paid, chargeType);
  if (outMbps > limit) throw bandwidthFaults.outOfRange({ limit });
  const inLimit = Math.max(outMbps, IN_MBPS_MIN);
  if ((request.inMbps ?? 1) > inLimit) throw bandwidthFaults.inOutOfRange({ limit: inLimit });
  const inMbps = request.inMbps ?? (request.outMbps === undefined ? internet.inMbps : inLimit);
  const type = paid === was ? internet.chargeType : chargeTypeOf(paid, chargeType);
  const inPackage = type === 'bandwidth-package' ? internet.package : null;
  return { chargeType: type, outMbps, inMbps, package: inPackage };
}

function chargeTypeOf(
  paid: 'by traffic' | 'by bandwidth',
  chargeType: Instance['chargeType'],
): InternetAccess['chargeType'] {
  if (paid === 'by traffic') return 'traffic';
  return chargeType === 'prepaid' ? 'bandwidth-prepaid' : 'bandwidth-hourly';
}

/** What is paid in advance is given an address by itself as its bandwidth rises above 0. */
function addressAt(
  { internet: before, chargeType }: Instance,
  { outMbps }: InternetAccess,
  { allocates }: NetworkSpecChange,
): BandwidthSetting['address'] {
  if (outMbps === 0) return 'take';
  const rises = chargeType === 'prepaid' && before.outMbps === 0;
  return allocates || rises ? 'give' : 'keep';
}
