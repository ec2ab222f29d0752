import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { subnetFaults } from '../faults.ts';
import { subnetOf, type Subnet } from '../subnet.ts';
import { ownSubnet } from '../table.ts';

export interface SubnetAsked {
  readonly subnet: string;
  /** Zones that whoever asks can see; one in another is as good as none. */
  readonly zones: readonly string[];
}

/** A subnet of the account. @throws subnet.notFound */
export const getSubnet = verb(
  [subnetFaults.notFound],
  async ({ db, account }: ReadScope, { subnet, zones }: SubnetAsked): Promise<Subnet> => {
    const row = await db.first(ownSubnet, { account, key: subnet });
    if (row === undefined || !zones.includes(row.zone)) throw subnetFaults.notFound({ subnet });
    return subnetOf(row);
  },
);
