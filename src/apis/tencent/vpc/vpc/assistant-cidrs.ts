import { freeCounts } from '#resources/address/range.ts';
import type { ReadScope } from '#resources/scope.ts';
import { cidrOf } from '#resources/subnet/cidr-of-row.ts';
import { containsCidr } from '#resources/subnet/cidr.ts';
import { listSubnets } from '#resources/subnet/verbs/list-subnets.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import type { Vpc } from '#resources/vpc/vpc.ts';
import { shownSubnet } from '../subnet/subnet-shapes.ts';
import { shownBlock } from './vpc-shapes.ts';

const SUBNETS_MAX = 1_024;

/** The blocks beside the first ones of networks, with their subnets; of some, those alone. */
export async function showBlocks(scope: ReadScope, vpcs: readonly Vpc[], some?: readonly string[]) {
  const { items: subnets } = await listSubnets(scope, {
    filter: { vpcs: vpcs.map(({ key }) => key) },
    page: { offset: 0, limit: SUBNETS_MAX },
  });
  const keys = subnets.map(({ key }) => key);
  const free = await freeCounts(scope.db, keys);
  const tags = await tagsOf(scope.db, 'subnet', keys);
  return vpcs.flatMap(({ key: vpc, details }) =>
    details.extraBlocks
      .filter((block) => some === undefined || some.includes(block))
      .map((block) => {
        const inside = subnets.filter(
          (subnet) => subnet.vpc === vpc && containsCidr(cidrOf(block), cidrOf(subnet.cidr)),
        );
        const shown = inside.map((subnet) =>
          shownSubnet(subnet, { free: free.get(subnet.key), tags: tags.get(subnet.key) }),
        );
        return shownBlock(vpc, block, shown);
      }),
  );
}
