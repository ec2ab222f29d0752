import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import { ownVpc } from '../table.ts';
import { vpcOf, type Vpc } from '../vpc.ts';

export interface VpcAsked {
  readonly vpc: string;
  /** Regions that whoever asks can see; one in another is as good as none. */
  readonly regions: readonly string[];
}

/** A network of the account. @throws vpc.notFound */
export const getVpc = verb(
  [vpcFaults.notFound],
  async ({ db, account }: ReadScope, { vpc, regions }: VpcAsked): Promise<Vpc> => {
    const row = await db.first(ownVpc, { account, key: vpc });
    if (row === undefined || !regions.includes(row.region)) throw vpcFaults.notFound({ vpc });
    return vpcOf(row);
  },
);
