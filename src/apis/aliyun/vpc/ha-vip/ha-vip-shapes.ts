import { addressesOf } from '#resources/elastic-address/require.ts';
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import type { HaVip } from '#resources/ha-vip/ha-vip.ts';
import type { ReadScope } from '#resources/scope.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { string } from '#wire/builders.ts';
import { clientToken } from '../../parameters.ts';
import { name } from '../parameters.ts';
import { shownTags } from '../vpc/vpc-shapes.ts';

/** What creating a high-availability address and changing it take alike. */
export const haVipNames = {
  Name: name(haVipFaults.nameMalformed),
  Description: string({
    max: 255,
    pattern: /^(?!https?:\/\/)/,
    reasons: haVipFaults.descriptionMalformed,
  }),
  ClientToken: clientToken,
} as const;

/** High-availability addresses in the vendor's words. No machine stands in for one here. */
export async function showHaVips({ db }: ReadScope, vips: readonly HaVip[]) {
  const keys = vips.map(({ key }) => key);
  const tags = await tagsOf(db, 'ha-vip', keys);
  const elastic = await addressesOf(db, 'ha-vip', keys);
  return vips.map((vip) => {
    const bound = (elastic.get(vip.key) ?? []).map(({ address }) => formatAddress(address));
    return {
      AssociatedEipAddresses: bound,
      AssociatedInstanceType: '',
      AssociatedInstances: [],
      ChargeType: 'PostPaid',
      CreateTime: vip.createdAt,
      Description: vip.description,
      HaVipId: vip.key,
      IpAddress: formatAddress(vip.address),
      MasterInstanceId: '',
      Name: vip.name ?? '',
      RegionId: vip.region,
      ResourceGroupId: vip.resourceGroup ?? '',
      Status: bound.length > 0 ? 'InUse' : 'Available',
      Tags: shownTags(tags.get(vip.key)),
      VSwitchId: vip.subnet,
      VpcId: vip.vpc,
    };
  });
}
