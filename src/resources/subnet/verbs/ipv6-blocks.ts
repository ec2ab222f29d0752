import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { getVpc, type VpcRequest } from '../../vpc/verbs/get-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { ipv6OfSubnets } from '../../network-interface/ipv6.ts';
import { subnetFaults } from '../faults.ts';
import { containsIpv6, formatIpv6Block, keptIpv6Block, parseIpv6Block } from '../ipv6.ts';
import type { Subnet } from '../subnet.ts';
import { setIpv6Block } from '../table.ts';
import { ipv6BlocksOf } from '../usage.ts';
import { getSubnet } from './get-subnet.ts';

const BITS = 64;

export interface SubnetBlocks extends VpcRequest {
  readonly blocks: ReadonlyArray<{
    readonly subnet: Key<'subnet'>;
    /** Of a block that goes: the one that there is where not given. */
    readonly block?: string | undefined;
  }>;
}

/** The network, which this transaction then holds, and subnets of it. */
const heldSubnets = verb(
  [getVpc, holdVpc, getSubnet, subnetFaults.notInVpc, subnetFaults.namedTwice],
  async (scope: Scope, request: SubnetBlocks) => {
    const { region, blocks } = request;
    const { key } = await getVpc(scope, request);
    await holdVpc(scope, key);
    const vpc = await getVpc(scope, request);
    const subnets: Subnet[] = [];
    for (const { subnet } of blocks) {
      if (subnets.some((one) => one.key === subnet)) throw subnetFaults.namedTwice({ subnet });
      const found = await getSubnet(scope, { subnet, region });
      if (found.vpc !== key) throw subnetFaults.notInVpc({ subnet, vpc: key });
      subnets.push(found);
    }
    return { vpc, subnets };
  },
);

/** Gives subnets of one network parts of its IPv6 block, one to each: all of them or none. */
export const assignSubnetBlocks = verb(
  [
    heldSubnets,
    subnetFaults.ipv6Malformed,
    subnetFaults.ipv6Outside,
    subnetFaults.ipv6Exceeded,
    subnetFaults.ipv6Taken,
  ],
  async (scope: Scope, request: SubnetBlocks): Promise<readonly Subnet[]> => {
    const asked = request.blocks.map(({ block: cidr = '' }) => {
      const block = parseIpv6Block(cidr);
      if (block === undefined) throw subnetFaults.ipv6Malformed({ cidr });
      return { ...block, cidr: formatIpv6Block(block) };
    });
    const { vpc, subnets } = await heldSubnets(scope, request);
    const taken = await ipv6BlocksOf(scope.db, vpc.key);
    for (const [at, { key: subnet, ipv6Block }] of subnets.entries()) {
      const block = asked[at];
      if (block === undefined) continue;
      const { cidr } = block;
      const within = vpc.ipv6Block !== '' && keptIpv6Block(vpc.ipv6Block);
      if (block.bits !== BITS || within === false || !containsIpv6(within, block.network)) {
        throw subnetFaults.ipv6Outside({ cidr, vpc: vpc.key });
      }
      if (ipv6Block !== '') throw subnetFaults.ipv6Exceeded({ subnet, limit: 1 });
      const other = taken.find((one) => one.ipv6_block === cidr);
      if (other !== undefined) throw subnetFaults.ipv6Taken({ cidr, subnet: other.key });
      taken.push({ key: subnet, ipv6_block: cidr });
      await scope.db.run(setIpv6Block, { key: subnet, block: cidr });
    }
    return subnets.map((one, at) => ({ ...one, ipv6Block: asked[at]?.cidr ?? '' }));
  },
);

/** Takes their IPv6 blocks from subnets of one network: from all of them or from none. */
export const takeSubnetBlocks = verb(
  [heldSubnets, subnetFaults.noIpv6, subnetFaults.ipv6InUse],
  async (scope: Scope, request: SubnetBlocks): Promise<void> => {
    const { subnets } = await heldSubnets(scope, request);
    const [held] = await ipv6OfSubnets(
      scope.db,
      subnets.map(({ key }) => key),
    );
    for (const [at, { key: subnet, ipv6Block }] of subnets.entries()) {
      const block = request.blocks[at]?.block ?? ipv6Block;
      if (ipv6Block === '' || block !== ipv6Block) throw subnetFaults.noIpv6({ subnet });
      if (held !== undefined) throw subnetFaults.ipv6InUse({ subnet: held.subnet });
      await scope.db.run(setIpv6Block, { key: subnet, block: '' });
    }
  },
);
