import { deleteRange } from '../../address/range.ts';
import type { Scope } from '../../scope.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { subnetFaults } from '../faults.ts';
import { deleteSubnetRow } from '../table.ts';
import { getSubnet, type SubnetRequest } from './get-subnet.ts';

/**
 * Deletes a subnet none of whose addresses is taken. Its range goes only while it is whole, so that
 * a launch at the same time either finds it gone or keeps it.
 */
export const deleteSubnet = verb(
  [getSubnet, subnetFaults.hasNetworkAcl, subnetFaults.inUse],
  async (scope: Scope, request: SubnetRequest): Promise<void> => {
    const { db, account } = scope;
    const { subnet } = request;
    const { networkAcl: acl } = await getSubnet(scope, request);
    if (acl !== null) throw subnetFaults.hasNetworkAcl({ subnet, 'network-acl': acl });
    if (!(await deleteRange(db, subnet))) throw subnetFaults.inUse({ subnet });
    if ((await db.run(deleteSubnetRow, { account, key: subnet })) !== 1) {
      throw subnetFaults.notFound({ subnet });
    }
    await deleteTags(db, 'subnet', [subnet]);
  },
);
