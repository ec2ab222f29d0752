import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { subnetFaults } from '../faults.ts';
import { subnetOf, type Subnet } from '../subnet.ts';
import { ownSubnet } from '../table.ts';

export interface SubnetNamed {
  readonly region: string;
  readonly subnet: string;
  /** The network that it is said to be one of. */
  readonly vpc?: string | undefined;
}

/** The subnet that a launch names; whether its zone fits is for the launch to say. */
export const resolveSubnet = verb(
  [getVpc, subnetFaults.notFound, subnetFaults.notInVpc],
  async (scope: ReadScope, { region, subnet, vpc }: SubnetNamed): Promise<Subnet> => {
    const row = await scope.db.first(ownSubnet, { account: scope.account, key: subnet });
    if (row?.region !== region) throw subnetFaults.notFound({ subnet });
    if (vpc !== undefined && vpc !== row.vpc) {
      await getVpc(scope, { vpc, regions: [region] });
      throw subnetFaults.notInVpc({ subnet, vpc });
    }
    return subnetOf(row);
  },
);
