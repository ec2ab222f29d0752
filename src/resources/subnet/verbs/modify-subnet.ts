import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { subnetDocument } from '../subnet.ts';
import { changeSubnetRow } from '../table.ts';
import { getSubnet, type SubnetRequest } from './get-subnet.ts';

/** What is not given stays. */
export interface SubnetChange extends SubnetRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly broadcast?: boolean | undefined;
}

/** Changes what a subnet is called, and what is told of it. */
export const modifySubnet = verb(
  [getSubnet, holdVpc],
  async (scope: Scope, change: SubnetChange): Promise<void> => {
    const { vpc } = await getSubnet(scope, change);
    await holdVpc(scope, vpc);
    const subnet = await getSubnet(scope, change);
    const { name = subnet.name, description = subnet.description } = change;
    const { broadcast = subnet.broadcast } = change;
    const doc = subnetDocument({ ...subnet, description, broadcast });
    await scope.db.run(changeSubnetRow, { key: subnet.key, name, doc });
  },
);
