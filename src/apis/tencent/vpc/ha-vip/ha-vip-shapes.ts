import { addressesOf } from '#resources/elastic-address/require.ts';
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import type { HaVip } from '#resources/ha-vip/ha-vip.ts';
import { membersOf, type HaVipMember } from '#resources/ha-vip/members.ts';
import type { ReadScope } from '#resources/scope.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { string } from '#wire/builders.ts';
import { bothWays } from '../../../both-ways.ts';
import { parseTencentId, tencentId } from '../../ids.ts';
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

/** The associations that a request names, of one address or of several. */
export const associationsAsked = {
  min: 1,
  max: 10,
  item: { fields: { InstanceId: string({ required: true, max: 64 }) } },
  reasons: { count: haVipFaults.membersNamed },
} as const;

/** What an answer has of an address that its model has not: ids of two kinds. */
export const haVipOutput = {
  fields: { HaVipAssociationSet: { item: { fields: { InstanceId: string() } } } },
} as const;

const memberTypes = bothWays({ instance: 'CVM', 'network-interface': 'ENI' } as const);

/** What an association names, by its id and by its type where that is given. */
export function memberOf(asked: {
  readonly InstanceId: string;
  readonly InstanceType?: string | undefined;
}): HaVipMember {
  const kinds = ['instance', 'network-interface'] as const;
  for (const kind of kinds) {
    const parsed = parseTencentId(kind, asked.InstanceId);
    if (parsed === 'malformed') continue;
    if ((asked.InstanceType ?? memberTypes.words[kind]) !== memberTypes.words[kind]) break;
    return { kind, key: parsed.key };
  }
  throw haVipFaults.memberUnknown();
}

/** The kinds of members that are asked for. */
export function memberKindOf(text: string): HaVipMember['kind'] | undefined {
  return memberTypes.find(text);
}

/** High-availability addresses in the vendor's words. Which machine announces one nobody sees. */
export async function showHaVips({ db }: ReadScope, vips: readonly HaVip[]) {
  const keys = vips.map(({ key }) => key);
  const tags = await tagsOf(db, 'ha-vip', keys);
  const elastic = await addressesOf(db, 'ha-vip', keys);
  const members = await membersOf(db, keys);
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
      HaVipAssociationSet: (members.get(vip.key) ?? []).map(({ kind, key }) => ({
        InstanceId: tencentId(kind, key),
        HaVipId: vip.key,
        InstanceType: memberTypes.words[kind],
      })),
      CheckAssociate: vip.checks,
      CdcId: '',
      FlushedTime: NEVER,
      TagSet: shownTags(tags.get(vip.key)),
    };
  });
}
