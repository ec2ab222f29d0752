import type { BandwidthPackage } from '#resources/bandwidth-package/bandwidth-package.ts';
import { networkTypes, packageChargeTypes } from './words.ts';

/** BandwidthPackage; what nobody named is shown without a name. */
export function shownPackage(one: BandwidthPackage) {
  const { Egress = 'center_egress1' } = one.own as { readonly Egress?: string };
  return {
    BandwidthPackageId: one.key,
    NetworkType: networkTypes.words[one.line],
    ChargeType: packageChargeTypes.words[one.charge],
    BandwidthPackageName: one.name ?? '',
    CreatedTime: one.createdAt,
    Status: 'CREATED',
    ResourceSet: [],
    Bandwidth: one.mbps,
    Egress,
    Deadline: one.expiresAt,
  };
}
