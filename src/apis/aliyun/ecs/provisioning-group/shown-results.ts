import type {
  DeliveryResult,
  ProvisioningSpec,
} from '#resources/provisioning-group/provisioning-group.ts';

/** LaunchResults: what came of each launch. */
export function shownResults(spec: ProvisioningSpec, results: readonly DeliveryResult[]) {
  return results.map(({ pool, isSpot, zone, instances, error }) => {
    const { type = '', maxPrice = null } = spec.pools[pool] ?? {};
    const isLimited = maxPrice !== null || spec.maxSpotPrice !== null;
    const strategy = isLimited ? 'SpotWithPriceLimit' : 'SpotAsPriceGo';
    return {
      Amount: instances.length,
      ErrorCode: error?.code ?? '',
      ErrorMsg: error?.message ?? '',
      InstanceIds: instances,
      InstanceType: type,
      SpotStrategy: isSpot ? strategy : 'NoSpot',
      ...(zone !== null && { ZoneId: zone }),
    };
  });
}
