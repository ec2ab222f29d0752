import { reservedAddressFaults } from '#resources/reserved-address/faults.ts';
import type { ReservedAddress } from '#resources/reserved-address/reserved-address.ts';
import type { ReadScope } from '#resources/scope.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { shownTags } from '../../structs/tag/tags.ts';

/** What no page has bounds for: those of names and descriptions beside them. */
export const reservedTexts = {
  Name: { max: 60, empty: 'kept', reasons: { length: reservedAddressFaults.nameTooLong } },
  Description: { max: 255, empty: 'kept', reasons: { length: reservedAddressFaults.nameTooLong } },
} as const;

/** Reserved addresses in the vendor's words. No product binds one here. */
export async function showReserved({ db }: ReadScope, all: readonly ReservedAddress[]) {
  const tags = await tagsOf(
    db,
    'reserved-address',
    all.map(({ key }) => key),
  );
  return all.map((one) => ({
    ReserveIpId: one.key,
    VpcId: one.vpc,
    SubnetId: one.subnet,
    ReserveIpAddress: formatAddress(one.address),
    ResourceId: '',
    IpType: 0,
    State: 'UnBind',
    Name: one.name,
    Description: one.description,
    CreatedTime: one.createdAt,
    TagSet: shownTags(tags.get(one.key)),
  }));
}
