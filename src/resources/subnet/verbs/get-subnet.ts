import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { subnetFaults } from '../faults.ts';
import { subnetOf, type Subnet } from '../subnet.ts';
import { ownSubnet } from '../table.ts';

export interface SubnetRequest {
  readonly subnet: Key<'subnet'>;
  /** The region it is to be in; any where not given. */
  readonly region?: string | undefined;
}

/** A subnet of the account in a zone that the asker sees. @throws subnet.notFound */
export const getSubnet = verb(
  [subnetFaults.notFound],
  async (scope: ReadScope, { subnet, region }: SubnetRequest): Promise<Subnet> => {
    const row = await scope.db.first(ownSubnet, { account: scope.account, key: subnet });
    const here = region === undefined || row?.region === region;
    if (row === undefined || !here || !scope.sees(row.zone)) {
      throw subnetFaults.notFound({ subnet });
    }
    return subnetOf(row);
  },
);
