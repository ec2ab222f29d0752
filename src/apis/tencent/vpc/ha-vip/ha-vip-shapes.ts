import { addressesOf } from '#resources/elastic-address/require.ts';
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import type { HaVip } from '#resources/ha-vip/ha-vip.ts';
import type { ReadScope } from '#resources/scope.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';

/** HaVipId of an action on one. */
export const haVipId = { ...vpcId('ha-vip'), required: true } as const;

/** A name: up to 60 characters. */
export const haVipName = {
  max: 60,
  reasons: { length: haVipFaults.nameTooLong, empty: haVipFaults.nameMalformed },
} as const;

/** What an address shows that has never moved from machine to machine (HaVip, FlushedTime). */
const NEVER = '0000-00-00 00:00:00';

/** High-availability addresses in the vendor's words. No machine stands in for one here. */
export async function showHaVips({ db }: ReadScope, vips: readonly HaVip[]) {
  const keys = vips.map(({ key }) => key);
  const tags = await tagsOf(db, 'ha-vip', keys);
  const elastic = await addressesOf(db, 'ha-vip', keys);
  return vips.map((vip) => {
    const [bound] = elastic.get(vip.key) ?? [];
    return {
      HaVipId: vip.key,
      HaVipName: vip.name ?? '',
      Vip: formatAddress(vip.address),
      VpcId: vip.vpc,
      SubnetId: vip.subnet,
      NetworkInterfaceId: '',
      InstanceId: '',
      AddressIp: bound === undefined ? '' : formatAddress(bound.address),
      State: 'UNBIND',
      CreatedTime: vip.createdAt,
      Business: '',
      HaVipAssociationSet: [],
      CheckAssociate: vip.checks,
      CdcId: '',
      FlushedTime: NEVER,
      TagSet: shownTags(tags.get(vip.key)),
    };
  });
}
