import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import { returnAddresses } from '../../address/range.ts';
import { addressesOf } from '../../elastic-address/require.ts';
import type { Listed, Page } from '../../page.ts';
import { limitOf } from '../../quota/quota.ts';
import { seenZones } from '../../region/seen-zones.ts';
import { isNextHop } from '../../route-table/usage.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
import { getSubnet } from '../../subnet/verbs/get-subnet.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { haVipFaults } from '../faults.ts';
import { membersOf } from '../members.ts';
import { haVipOf, haVipRow, type HaVip } from '../ha-vip.ts';
import {
  changeHaVipRow,
  deleteHaVipRow,
  deleteMembersOfHaVip,
  haVipsOfVpc,
  ownHaVip,
  selectHaVips,
  type HaVipFilter,
} from '../table.ts';

export interface NewHaVip {
  readonly region: string;
  readonly subnet: Key<'subnet'>;
  /** The one that is asked for, where it matters. */
  readonly address?: number | undefined;
  readonly name: string | null;
  readonly description: string;
  readonly resourceGroup: string | null;
  readonly checks: boolean;
  readonly tags: readonly Tag[];
}

/** Takes a private address of a subnet for no machine of its own. */
export const addHaVip = verb(
  [getSubnet, holdVpc, haVipFaults.quotaExceeded, takeSubnetAddresses],
  async (scope: Scope, request: NewHaVip): Promise<HaVip> => {
    const { db, account, now, cloud } = scope;
    const { region, name, description, resourceGroup, checks, tags } = request;
    const { key: subnet, vpc, zone } = await getSubnet(scope, request);
    await holdVpc(scope, vpc);
    const limit = await limitOf(scope, 'haVipsPerVpcMax');
    const siblings = await db.all(haVipsOfVpc, { account, region, vpc });
    if (siblings.length >= limit) throw haVipFaults.quotaExceeded({ vpc, limit });
    const wanted = request.address === undefined ? [] : [request.address];
    const count = 1 - wanted.length;
    const [address = 0] = await takeSubnetAddresses(scope, subnet, { named: wanted, count });
    const vip: HaVip = {
      key: newKey(cloud.random),
      account,
      region,
      zone,
      vpc,
      subnet,
      address,
      name,
      description,
      resourceGroup,
      checks,
      createdAt: now,
    };
    await db.insert('ha_vips', [haVipRow(vip)]);
    await saveTags(db, { account, kind: 'ha-vip', resources: [vip.key] }, tags);
    return vip;
  },
);

export interface HaVipRequest {
  readonly vip: Key<'ha-vip'>;
  readonly region: string;
}

/** A high-availability address of the account, in a zone that the asker sees. */
const getHaVip = verb(
  [haVipFaults.notFound],
  async (scope: ReadScope, { vip, region }: HaVipRequest): Promise<HaVip> => {
    const row = await scope.db.first(ownHaVip, { account: scope.account, key: vip });
    if (row?.region === region && scope.sees(row.zone)) return haVipOf(row);
    throw haVipFaults.notFound({ 'ha-vip': vip });
  },
);

/** The same, whose network this transaction holds: no other changes it meanwhile (D3). */
export const holdHaVip = verb(
  [getHaVip, holdVpc],
  async (scope: Scope, request: HaVipRequest): Promise<HaVip> => {
    const { vpc } = await getHaVip(scope, request);
    await holdVpc(scope, vpc);
    return getHaVip(scope, request);
  },
);

/** What is not given stays. */
export interface HaVipChange extends HaVipRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** Names a high-availability address anew, or describes it. */
export const modifyHaVip = verb(
  [holdHaVip],
  async (scope: Scope, change: HaVipChange): Promise<void> => {
    const vip = await holdHaVip(scope, change);
    const { name = vip.name, description = vip.description } = change;
    await scope.db.run(changeHaVipRow, { key: vip.key, name, description });
  },
);

export interface HaVipRemoval extends HaVipRequest {
  /** What becomes of its associations: they go with it, or it stays for them. */
  readonly members: 'go' | 'keep it';
}

/** Gives a high-availability address back that has no elastic one, and to which no route leads. */
export const removeHaVip = verb(
  [holdHaVip, haVipFaults.hasElastic, haVipFaults.hasMembers, haVipFaults.isNextHop],
  async (scope: Scope, request: HaVipRemoval): Promise<void> => {
    const { db } = scope;
    const { key, subnet, address } = await holdHaVip(scope, request);
    const detail = { 'ha-vip': key };
    if ((await addressesOf(db, 'ha-vip', [key])).size > 0) throw haVipFaults.hasElastic(detail);
    const members = await membersOf(db, [key]);
    if (request.members === 'keep it' && members.size > 0) throw haVipFaults.hasMembers(detail);
    if (await isNextHop(db, [key])) throw haVipFaults.isNextHop(detail);
    await db.run(deleteMembersOfHaVip, { vip: key });
    await db.run(deleteHaVipRow, { key });
    await returnAddresses(db, subnet, [address]);
    await deleteTags(db, 'ha-vip', [key]);
  },
);

export interface HaVipsRequest {
  readonly region: string;
  readonly filter: HaVipFilter;
  readonly page: Page;
}

/** High-availability addresses of the account in zones that the asker sees, oldest first. */
export const listHaVips = verb(
  [],
  (scope: ReadScope, { region, filter, page }: HaVipsRequest): Promise<Listed<HaVip>> => {
    const { db, account } = scope;
    const zones = seenZones(scope, region);
    return selectHaVips(db, { account, region }, { filter: { ...filter, zones }, page });
  },
);
