import { limitOf } from '../../quota/quota.ts';
import { routesOf, tablesOfVpcs } from '../../route-table/usage.ts';
import type { ReadScope } from '../../scope.ts';
import { cidrOf } from '../../subnet/cidr-of-row.ts';
import { containsCidr, formatCidr, overlaps } from '../../subnet/cidr.ts';
import { verb } from '../../verb.ts';
import { checkVpcCidr } from '../cidr-rule.ts';
import { vpcFaults } from '../faults.ts';
import {
  blockChangeRefusals,
  blockNamed,
  refuseTwice,
  without,
  type BlockChange,
} from './change-blocks.ts';
import { getVpc } from './get-vpc.ts';

/** A block that is asked for, and what stands in its way. */
export interface BlockConflict {
  readonly cidr: string;
  readonly kind: 'vpc' | 'route-table';
  readonly key: string;
  /** The block of the network, or the destination of a route. */
  readonly source: string;
}

/** What stands in the way of such a change of blocks, as `changeBlocks` finds it. */
export const checkBlocks = verb(
  blockChangeRefusals,
  async (scope: ReadScope, request: BlockChange): Promise<readonly BlockConflict[]> => {
    const added = request.add.map((text) => checkVpcCidr(text, request.rule));
    const removed = request.remove.map(blockNamed);
    refuseTwice([...added, ...removed]);
    const vpc = await getVpc(scope, request);
    const { key } = vpc;
    const left = await without(scope, vpc, removed);
    const limit = await limitOf(scope, 'blocksPerVpcMax');
    if (left.length + added.length > limit) throw vpcFaults.blocksExceeded({ vpc: key, limit });
    const tables = (await tablesOfVpcs(scope.db, [key])).get(key) ?? [];
    const routes = [...(await routesOf(scope.db, tables)).values()].flat();
    return added.flatMap((block, index) => {
      const cidr = formatCidr(block);
      const blocks = [cidrOf(vpc.cidr), ...left, ...added.slice(0, index)];
      const own = blocks
        .filter((one) => overlaps(one, block))
        .map((one) => ({ cidr, kind: 'vpc' as const, key, source: formatCidr(one) }));
      const routed = routes
        .filter(({ destination }) => containsCidr(block, cidrOf(destination)))
        .map(({ table, destination: source }) => {
          return { cidr, kind: 'route-table' as const, key: table, source };
        });
      return [...own, ...routed];
    });
  },
);
