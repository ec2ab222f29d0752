import type { BandwidthPackage } from '#resources/bandwidth-package/bandwidth-package.ts';
import type { PackageMember } from '#resources/bandwidth-package/usage.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { networkTypes, packageChargeTypes } from './words.ts';

/** Resource of a package. */
export function shownResource({ key, address }: PackageMember) {
  return { ResourceType: 'Address', ResourceId: key, AddressIp: formatAddress(address) };
}

/** BandwidthPackage; what nobody named is shown without a name. */
export function shownPackage(one: BandwidthPackage, members: readonly PackageMember[] = []) {
  const { Egress = 'center_egress1' } = one.own as { readonly Egress?: string };
  return {
    BandwidthPackageId: one.key,
    NetworkType: networkTypes.words[one.line],
    ChargeType: packageChargeTypes.words[one.charge],
    BandwidthPackageName: one.name ?? '',
    CreatedTime: one.createdAt,
    Status: 'CREATED',
    ResourceSet: members.map(shownResource),
    Bandwidth: one.mbps,
    Egress,
    Deadline: one.expiresAt,
  };
}
