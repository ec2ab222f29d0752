import type { Key } from '#kernel/key.ts';
import { seesRegion } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import { ownVpc } from '../table.ts';
import { vpcOf, type Vpc } from '../vpc.ts';

export interface VpcRequest {
  readonly vpc: Key<'vpc'>;
  /** The region it is to be in; any that the asker sees where not given. */
  readonly region?: string | undefined;
}

/** A network of the account. @throws vpc.notFound */
export const getVpc = verb(
  [vpcFaults.notFound],
  async (scope: ReadScope, { vpc, region }: VpcRequest): Promise<Vpc> => {
    const row = await scope.db.first(ownVpc, { account: scope.account, key: vpc });
    if (row === undefined) throw vpcFaults.notFound({ vpc });
    const here = region === undefined ? seesRegion(scope, row.region) : row.region === region;
    if (!here) throw vpcFaults.notFound({ vpc });
    return vpcOf(row);
  },
);
