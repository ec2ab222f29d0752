import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import { holdVpcRow } from '../table.ts';

/**
 * Keeps a network from going, and from getting other subnets, until this transaction is done (D3).
 * @throws vpc.notFound where it has gone meanwhile
 */
export const holdVpc = verb(
  [vpcFaults.notFound],
  async ({ db, account }: Scope, vpc: string): Promise<void> => {
    if ((await db.run(holdVpcRow, { account, key: vpc })) !== 1) throw vpcFaults.notFound({ vpc });
  },
);
