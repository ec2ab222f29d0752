import type { ReadScope } from '../scope.ts';
import { formatCidr, type Cidr } from './cidr.ts';
import { subnetFaults } from './faults.ts';

/** @throws subnet.notCarried where machines in the zone can have no addresses of the block */
export const requireCarried = Object.assign(
  (
    { cloud }: ReadScope,
    { zone, block }: { readonly zone: string; readonly block: Cidr },
  ): void => {
    const cidr = formatCidr(block);
    const why = cloud.supply.networkRefusal({ cidr, zone });
    if (why !== undefined) throw subnetFaults.notCarried({ cidr, why });
  },
  { raises: [subnetFaults.notCarried.reason] },
);
