import { deleteRange } from '../../address/range.ts';
import { hasSnatRulesFor } from '../../nat-gateway/usage.ts';
import type { Scope } from '../../scope.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { subnetFaults } from '../faults.ts';
import { deleteSubnetRow } from '../table.ts';
import { getSubnet, type SubnetRequest } from './get-subnet.ts';

/**
 * Deletes a subnet none of whose addresses is taken and that no rule of a NAT gateway names. Its
 * range goes only while it is whole, so that a launch at the same time either finds it gone or
 * keeps it.
 */
export const deleteSubnet = verb(
  [getSubnet, subnetFaults.hasNetworkAcl, subnetFaults.hasSnatRules, subnetFaults.inUse],
  async (scope: Scope, request: SubnetRequest): Promise<void> => {
    const { db, account } = scope;
    const { subnet } = request;
    const { networkAcl: acl } = await getSubnet(scope, request);
    if (acl !== null) throw subnetFaults.hasNetworkAcl({ subnet, 'network-acl': acl });
    if (await hasSnatRulesFor(db, subnet)) throw subnetFaults.hasSnatRules({ subnet });
    if (!(await deleteRange(db, subnet))) throw subnetFaults.inUse({ subnet });
    if ((await db.run(deleteSubnetRow, { account, key: subnet })) !== 1) {
      throw subnetFaults.notFound({ subnet });
    }
    await deleteTags(db, 'subnet', [subnet]);
  },
);
