import type { BandwidthPackage } from '#resources/bandwidth-package/bandwidth-package.ts';
import type { PackageMember } from '#resources/bandwidth-package/usage.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { instantText } from '#wire/instants.ts';
import { chargesShown, ispWords } from './words.ts';

interface PackageOwn {
  readonly Ratio?: number;
  readonly SecurityProtectionTypes?: readonly string[];
}

/** Whether attacks on its addresses are fended off beyond what all have. */
export function isProtected({ own }: Pick<BandwidthPackage, 'own'>): boolean {
  return ((own as PackageOwn).SecurityProtectionTypes ?? []).length > 0;
}

interface Belongings {
  readonly members: readonly PackageMember[] | undefined;
  readonly tags: readonly Tag[] | undefined;
}

/** CommonBandwidthPackage; nothing here changes at a later time, so no reservation is shown. */
export function shownPackage(one: BandwidthPackage, { members = [], tags = [] }: Belongings) {
  const { Ratio, SecurityProtectionTypes = [] } = one.own as PackageOwn;
  return {
    BandwidthPackageId: one.key,
    RegionId: one.region,
    Name: one.name ?? '',
    Description: one.description ?? '',
    Status: 'Available',
    BusinessStatus: 'Normal',
    BizType: 'Default',
    Zone: '',
    ServiceManaged: 0,
    ISP: ispWords.words[one.line],
    Bandwidth: String(one.mbps),
    InternetChargeType: chargesShown[one.charge],
    InstanceChargeType: one.charge === 'prepaid' ? 'PrePaid' : 'PostPaid',
    Ratio: Ratio ?? 100,
    CreationTime: one.createdAt,
    ExpiredTime: one.expiresAt === null ? '' : instantText(one.expiresAt, 'seconds'),
    DeletionProtection: one.protected,
    ResourceGroupId: one.resourceGroup ?? '',
    HasReservationData: 'false',
    SecurityProtectionTypes,
    PublicIpAddresses: members.map(({ key, address }) => ({
      AllocationId: key,
      IpAddress: formatAddress(address),
      BandwidthPackageIpRelationStatus: 'BINDED',
    })),
    Tags: tags.map(({ name, value }) => ({ Key: name, Value: value })),
  };
}
