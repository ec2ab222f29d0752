import { addressesOf } from '#resources/elastic-address/require.ts';
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import type { HaVip } from '#resources/ha-vip/ha-vip.ts';
import { membersOf, type HaVipMember } from '#resources/ha-vip/members.ts';
import type { ReadScope } from '#resources/scope.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { string } from '#wire/builders.ts';
import { bothWays } from '../../../both-ways.ts';
import { aliyunId } from '../../ids.ts';
import { clientToken } from '../../parameters.ts';
import { keyIn } from '../elastic-address/target.ts';
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

const memberTypes = bothWays({
  instance: 'EcsInstance',
  'network-interface': 'NetworkInterface',
} as const);

/** What an association with an address names (AssociateHaVip). */
export const memberFields = {
  InstanceId: string({ required: true, max: 64 }),
  InstanceType: { values: memberTypes.names, default: 'EcsInstance', empty: 'absent' },
  ClientToken: clientToken,
} as const;

/** That, as the domain has it. */
export function memberOf(asked: {
  readonly InstanceId: string;
  readonly InstanceType: 'EcsInstance' | 'NetworkInterface';
}): HaVipMember {
  const kind = memberTypes.neutral(asked.InstanceType);
  return { kind, key: keyIn(kind, asked.InstanceId) };
}

/** High-availability addresses in the vendor's words. Which machine announces one nobody sees. */
export async function showHaVips({ db }: ReadScope, vips: readonly HaVip[]) {
  const keys = vips.map(({ key }) => key);
  const tags = await tagsOf(db, 'ha-vip', keys);
  const elastic = await addressesOf(db, 'ha-vip', keys);
  const associated = await membersOf(db, keys);
  return vips.map((vip) => {
    const bound = (elastic.get(vip.key) ?? []).map(({ address }) => formatAddress(address));
    const members = associated.get(vip.key) ?? [];
    return {
      AssociatedEipAddresses: bound,
      AssociatedInstanceType: members[0] === undefined ? '' : memberTypes.words[members[0].kind],
      AssociatedInstances: members.map(({ kind, key }) => aliyunId(kind, key)),
      ChargeType: 'PostPaid',
      CreateTime: vip.createdAt,
      Description: vip.description,
      HaVipId: vip.key,
      IpAddress: formatAddress(vip.address),
      MasterInstanceId: '',
      Name: vip.name ?? '',
      RegionId: vip.region,
      ResourceGroupId: vip.resourceGroup ?? '',
      Status: bound.length + members.length > 0 ? 'InUse' : 'Available',
      Tags: shownTags(tags.get(vip.key)),
      VSwitchId: vip.subnet,
      VpcId: vip.vpc,
    };
  });
}
