import type { Key } from '#kernel/key.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { dhcpOptionSetsOf, dropDhcpOptionSet, vpcsOfDhcpOptionSets } from '../associations.ts';
import { dhcpOptionSetFaults as faults } from '../faults.ts';
import { holdDhcpOptionSet, type DhcpOptionSetRequest } from './dhcp-option-sets.ts';

export interface DhcpAssociation extends DhcpOptionSetRequest {
  readonly vpc: Key<'vpc'>;
}

/** Set and network of a request, which both stay as they are, and the set that the network has. */
const held = verb(
  [holdDhcpOptionSet, getVpc, holdVpc],
  async (scope: Scope, request: DhcpAssociation) => {
    const { key: set } = await holdDhcpOptionSet(scope, request);
    const { key: vpc } = await getVpc(scope, request);
    await holdVpc(scope, vpc);
    return { set, vpc, current: (await dhcpOptionSetsOf(scope.db, [vpc])).get(vpc) };
  },
);

/** Gives a network its set. */
export const associateDhcpOptionSet = verb(
  [held, faults.vpcHasOne, faults.vpcsExceeded],
  async (scope: Scope, request: DhcpAssociation): Promise<void> => {
    const { set, vpc, current } = await held(scope, request);
    if (current !== undefined) throw faults.vpcHasOne({ vpc });
    await link(scope, set, vpc);
  },
);

/** Gives a network another set than it has. */
export const replaceDhcpOptionSet = verb(
  [held, faults.vpcHasNone, faults.vpcsExceeded],
  async (scope: Scope, request: DhcpAssociation): Promise<void> => {
    const { set, vpc, current } = await held(scope, request);
    if (current === undefined) throw faults.vpcHasNone({ vpc });
    if (current === set) return;
    await dropDhcpOptionSet(scope.db, vpc);
    await link(scope, set, vpc);
  },
);

/** Takes its set from a network. */
export const dissociateDhcpOptionSet = verb(
  [held, faults.vpcHasNone, faults.vpcHasOther],
  async (scope: Scope, request: DhcpAssociation): Promise<void> => {
    const { set, vpc, current } = await held(scope, request);
    if (current === undefined) throw faults.vpcHasNone({ vpc });
    if (current !== set) throw faults.vpcHasOther({ vpc, 'dhcp-option-set': set });
    await dropDhcpOptionSet(scope.db, vpc);
  },
);

async function link(scope: Scope, set: Key<'dhcp-option-set'>, vpc: Key<'vpc'>): Promise<void> {
  const limit = await limitOf(scope, 'vpcsPerDhcpOptionSetMax');
  const present = (await vpcsOfDhcpOptionSets(scope.db, [set])).get(set) ?? [];
  if (present.length >= limit) throw faults.vpcsExceeded({ 'dhcp-option-set': set, limit });
  await scope.db.insert('dhcp_associations', [{ vpc, option_set: set }]);
}
