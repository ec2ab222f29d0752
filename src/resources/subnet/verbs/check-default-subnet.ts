import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { findDefaultVpc } from '../../vpc/verbs/default-vpc.ts';
import { cidrOf } from '../cidr-of-row.ts';
import { subnetFaults } from '../faults.ts';
import { freeBlock } from '../free-block.ts';
import { subnetsByVpcs } from '../table.ts';
import type { ZonePlace } from './default-network.ts';

/**
 * Whether a default subnet can be made in a zone: false where it is there. A region without a
 * default network gets one with it. @throws subnet.noRoom where that network has none left
 */
export const canHaveDefaultSubnet = verb(
  [subnetFaults.noRoom],
  async (scope: ReadScope, { region, zone }: ZonePlace): Promise<boolean> => {
    const vpc = await findDefaultVpc(scope, region);
    if (vpc === undefined) return true;
    const rows = await scope.db.all(subnetsByVpcs, { vpcs: [vpc.key] });
    if (rows.some((row) => row.zone === zone && row.is_default === 1)) return false;
    const within = cidrOf(vpc.cidr);
    const bits = Math.max(scope.cloud.configuration.defaultSubnetMask, within.bits);
    const taken = rows.map(({ cidr }) => cidrOf(cidr));
    if (freeBlock(within, bits, taken) !== undefined) return true;
    throw subnetFaults.noRoom({ vpc: vpc.key, bits });
  },
);
