import { instanceFaults } from '../../instance/faults.ts';
import { requireInstances } from '../../instance/require.ts';
import { networkInterfaceFaults } from '../../network-interface/faults.ts';
import { requireInterface } from '../../network-interface/require.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { haVipFaults } from '../faults.ts';
import { membersOf, type HaVipMember } from '../members.ts';
import { deleteHaVipMember } from '../table.ts';
import { holdHaVip, type HaVipRequest } from './ha-vips.ts';

export interface HaVipMemberRequest extends HaVipRequest {
  readonly member: HaVipMember;
  /** Whether instances and interfaces may be associated with one address at once. */
  readonly mixes: boolean;
}

/** Lets an instance or an interface of its subnet stand in for a high-availability address. */
export const associateHaVip = verb(
  [
    holdHaVip,
    instanceFaults.notFound,
    networkInterfaceFaults.notFound,
    haVipFaults.memberWrongState,
    haVipFaults.memberElsewhere,
    haVipFaults.memberTwice,
    haVipFaults.membersMixed,
    haVipFaults.tooManyMembers,
  ],
  async (scope: Scope, request: HaVipMemberRequest): Promise<void> => {
    const { db } = scope;
    const { member, mixes } = request;
    const { key, subnet, region } = await holdHaVip(scope, request);
    const detail = { 'ha-vip': key };
    const place = await placeOf(scope, member, region);
    if (place.state !== undefined && !['running', 'stopped'].includes(place.state)) {
      throw haVipFaults.memberWrongState({ ...detail, state: place.state });
    }
    if (place.subnet !== subnet) throw haVipFaults.memberElsewhere(detail);
    const members = (await membersOf(db, [key])).get(key) ?? [];
    if (members.some((one) => one.key === member.key)) throw haVipFaults.memberTwice(detail);
    if (!mixes && members.some(({ kind }) => kind !== member.kind)) {
      throw haVipFaults.membersMixed(detail);
    }
    const limit = await limitOf(scope, 'membersPerHaVipMax');
    if (members.length >= limit) throw haVipFaults.tooManyMembers({ ...detail, limit });
    const row = { ha_vip: key, member_kind: member.kind, member: member.key };
    await db.insert('ha_vip_members', [{ ...row, created_at: scope.now }]);
  },
);

/** Where it is, and an instance in which state. */
async function placeOf(scope: Scope, { kind, key }: HaVipMember, region: string) {
  if (kind === 'network-interface') {
    const { subnet } = await requireInterface(scope, key, region);
    return { subnet, state: undefined };
  }
  const [instance] = await requireInstances(scope, [key], region);
  if (instance === undefined) throw instanceFaults.notFound({ instance: key });
  return instance;
}

/** Ends such an association. */
export const dissociateHaVip = verb(
  [holdHaVip, haVipFaults.memberNotFound],
  async (scope: Scope, request: Omit<HaVipMemberRequest, 'mixes'>): Promise<void> => {
    const { key } = await holdHaVip(scope, request);
    const gone = await scope.db.run(deleteHaVipMember, { vip: key, member: request.member.key });
    if (gone !== 1) throw haVipFaults.memberNotFound({ 'ha-vip': key });
  },
);
