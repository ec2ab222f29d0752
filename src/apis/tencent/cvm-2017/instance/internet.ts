import { launchFaults } from '#resources/instance/launch-faults.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import type { InternetAccess } from '#resources/instance/instance.ts';
import { internetChargeTypeNamed } from '../../structs/instance/words.ts';
import type { RunInstancesInput } from './run-instances-input.ts';

/**
 * How the instances reach the internet: by traffic unless told otherwise, whichever way they are
 * paid themselves (seed 004 L50012-50042). @throws Fault where the parts do not go together
 */
export function internetOf(asked: RunInstancesInput['InternetAccessible']): {
  readonly internet: InternetAccess;
  readonly publicAddress: boolean;
} {
  const outMbps = asked?.InternetMaxBandwidthOut ?? 0;
  const publicAddress = asked?.PublicIpAssigned ?? outMbps > 0;
  if (publicAddress && outMbps === 0) {
    const message = 'PublicIpAssigned needs an InternetMaxBandwidthOut above 0.';
    throw launchFaults.addressWithoutBandwidth({ message });
  }
  const chargeType = internetChargeTypeNamed(
    asked?.InternetChargeType ?? 'TRAFFIC_POSTPAID_BY_HOUR',
  );
  if (chargeType === 'bandwidth-package') {
    // Nobody has a bandwidth package yet.
    throw bandwidthPackageFaults.notFound({ message: 'The account has no bandwidth package.' });
  }
  return { internet: { chargeType, outMbps, inMbps: outMbps, package: null }, publicAddress };
}
