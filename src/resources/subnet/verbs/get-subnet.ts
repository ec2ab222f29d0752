import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { subnetFaults } from '../faults.ts';
import { type NetworkPlace, subnetOf, type Subnet } from '../subnet.ts';
import { ownSubnet, ownSubnetPlace } from '../table.ts';

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
    return subnetOf(requireSeen(scope, row, { subnet, region }));
  },
);

/** The same of which only its place is read. @throws subnet.notFound */
export const getSubnetPlace = verb(
  [subnetFaults.notFound],
  async (scope: ReadScope, { subnet, region }: SubnetRequest): Promise<NetworkPlace> => {
    const row = await scope.db.first(ownSubnetPlace, { account: scope.account, key: subnet });
    const { key, vpc, zone } = requireSeen(scope, row, { subnet, region });
    return { subnet: key, vpc, zone };
  },
);

function requireSeen<Row extends { readonly region: string; readonly zone: string }>(
  scope: ReadScope,
  row: Row | undefined,
  { subnet, region = row?.region }: SubnetRequest,
): Row {
  if (row?.region === region && row !== undefined && scope.sees(row.zone)) return row;
  throw subnetFaults.notFound({ subnet });
}
