import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { defaultVpc } from '../../vpc/verbs/default-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { addSubnet } from '../add-subnet.ts';
import { cidrOf } from '../cidr-of-row.ts';
import { subnetFaults } from '../faults.ts';
import { freeBlock } from '../free-block.ts';
import { requireCarried } from '../require-carried.ts';
import type { NetworkPlace } from '../subnet.ts';
import { defaultSubnetOf, subnetsByVpcs } from '../table.ts';

export interface ZonePlace {
  readonly region: string;
  readonly zone: string;
}

/**
 * The default network of a region and its default subnet in a zone: where an instance lands that
 * names neither. What is missing is made, each once however many launches want it (D15). The zone
 * is one of the region.
 */
export const defaultNetwork = verb(
  [holdVpc, subnetFaults.noRoom, requireCarried],
  async (scope: Scope, { region, zone }: ZonePlace): Promise<NetworkPlace> => {
    const { db, cloud } = scope;
    const vpc = await defaultVpc(scope, region);
    const place = { vpc: vpc.key, zone };
    const found = await db.first(defaultSubnetOf, place);
    if (found !== undefined) return { ...place, subnet: found.key };
    await holdVpc(scope, vpc.key);
    const rows = await db.all(subnetsByVpcs, { vpcs: [vpc.key] });
    const meanwhile = rows.find((row) => row.zone === zone && row.is_default === 1);
    if (meanwhile !== undefined) return { ...place, subnet: meanwhile.key };
    const taken = rows.map(({ cidr }) => cidrOf(cidr));
    const within = cidrOf(vpc.cidr);
    const bits = Math.max(cloud.configuration.defaultSubnetMask, within.bits);
    const block = freeBlock(within, bits, taken);
    if (block === undefined) throw subnetFaults.noRoom({ vpc: vpc.key, bits });
    requireCarried(scope, { zone, block });
    const added = { zone, block, name: null, description: '', isDefault: true };
    const subnet = await addSubnet(scope, vpc, added);
    return { ...place, subnet: subnet.key };
  },
);
